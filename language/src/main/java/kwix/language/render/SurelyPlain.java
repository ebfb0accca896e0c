package kwix.language.render;

/** Strings that every reader of YAML takes as plain beyond doubt, as most are; the others need the closer look of {@link YamlScalar}. */
final class SurelyPlain {

    private static final byte ANYWHERE = 1;
    private static final byte IN_NUMBERS = 2;

    /** What a byte is good for behind a letter or digit, if only the neighbours of colons, sharps and spaces are right. */
    private static final byte[] USE = new byte[256];

    /** The first letters of {@link YamlScalar#isWord words}, which have letters only. */
    private static final String WORDS_BEGIN = "fintoy";

    static {
        for (char c = 'a'; c <= 'z'; c++) {
            USE[c] = ANYWHERE;
            USE[Character.toUpperCase(c)] = ANYWHERE;
        }
        for (char c : "0123456789_-./+()$;<^ :#,=@%".toCharArray()) {
            USE[c] = ANYWHERE;
        }
        for (char c : YamlScalar.NUMBER_CHARACTERS.toCharArray()) {
            USE[c] |= IN_NUMBERS;
        }
    }

    private SurelyPlain() {}

    /** @param bytes begins with the bytes of the text, which is not empty */
    static boolean holds(String text, byte[] bytes) {
        int length = text.length();
        byte first = bytes[0];
        boolean isLetter = isLetter(first);
        if (!isLetter && first != '/' && !(first >= '0' && first <= '9')) {
            return false;
        }
        int common = ANYWHERE | IN_NUMBERS;
        byte before = 0;
        for (int i = 0; i < length; i++) {
            byte b = bytes[i];
            common &= USE[b & 0xFF];
            if ((common & ANYWHERE) == 0 || b == ' ' && before == ':' || b == '#' && before == ' ') {
                return false;
            }
            before = b;
        }
        if (before == ' ' || before == ':') {
            return false;
        }
        return isLetter
                ? WORDS_BEGIN.indexOf(first | 0x20) < 0 || !YamlScalar.isWord(text)
                : first == '/' || (common & IN_NUMBERS) == 0;
    }

    private static boolean isLetter(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
    }
}
