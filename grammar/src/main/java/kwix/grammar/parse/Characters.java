package kwix.grammar.parse;

/** Which ASCII characters may stand where; everything else stands only in strings and comments. */
final class Characters {

    static final int WORD_START = 1;
    static final int WORD = 2;
    static final int DIGIT = 4;
    static final int PATH = 8;
    static final int SCHEME = 16;
    static final int URL = 32;
    static final int BLANK = 64;

    private static final byte[] CLASSES = classes();

    private Characters() {}

    static boolean is(char c, int classes) {
        return c < 128 && (CLASSES[c] & classes) != 0;
    }

    private static byte[] classes() {
        var classes = new byte[128];
        add(classes, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", WORD_START | WORD | PATH | SCHEME | URL);
        add(classes, "_", WORD_START | WORD | PATH | URL);
        add(classes, "0123456789", DIGIT | WORD | PATH | SCHEME | URL);
        add(classes, "-", WORD | PATH | SCHEME | URL);
        add(classes, ".+", PATH | SCHEME | URL);
        add(classes, "'", WORD | URL);
        add(classes, "%/?:@&=$,!~*", URL);
        add(classes, " \t\r\n", BLANK);
        return classes;
    }

    private static void add(byte[] classes, String characters, int mask) {
        for (int i = 0; i < characters.length(); i++) {
            classes[characters.charAt(i)] |= (byte) mask;
        }
    }
}
