package kwix.language.value;

/** Checks byte strings (one char per byte) for well-formed UTF-8. */
public final class Utf8 {

    private Utf8() {}

    /** The index of the first byte that does not belong to well-formed UTF-8, or -1. */
    public static int firstMalformed(String bytes) {
        int length = bytes.length();
        int i = 0;
        while (i < length) {
            int size = sequence(bytes, i);
            if (size == 0) {
                return i;
            }
            i += size;
        }
        return -1;
    }

    /** How many bytes the character at an index has, 0 when it is malformed. */
    private static int sequence(String bytes, int at) {
        char lead = bytes.charAt(at);
        if (lead < 0x80) {
            return 1;
        }
        if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        int size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (at + size > bytes.length()) {
            return 0;
        }
        // The second byte's range excludes overlong forms, surrogates, and what lies beyond U+10FFFF.
        char second = bytes.charAt(at + 1);
        int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < low || second > high) {
            return 0;
        }
        for (int i = at + 2; i < at + size; i++) {
            if ((bytes.charAt(i) & 0xC0) != 0x80) {
                return 0;
            }
        }
        return size;
    }
}
