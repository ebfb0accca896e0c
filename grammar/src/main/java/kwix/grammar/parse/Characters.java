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

    /** What ends a run of ordinary text in a string in double quotes, or stands for itself after a look at what follows. */
    static final int IN_STRING = 128;

    /** The same in an indented string. */
    static final int IN_INDENTED = 256;

    private static final short[] CLASSES = classes();

    private Characters() {}

    /** @param unit as in {@link CodeUnits} */
    static boolean is(byte unit, int classes) {
        return (CLASSES[unit & 0xFF] & classes) != 0;
    }

    private static short[] classes() {
        var classes = new short[256];
        add(classes, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", WORD_START | WORD | PATH | SCHEME | URL);
        add(classes, "_", WORD_START | WORD | PATH | URL);
        add(classes, "0123456789", DIGIT | WORD | PATH | SCHEME | URL);
        add(classes, "-", WORD | PATH | SCHEME | URL);
        add(classes, ".+", PATH | SCHEME | URL);
        add(classes, "'", WORD | URL);
        add(classes, "%/?:@&=$,!~*", URL);
        add(classes, " \t\r\n", BLANK);
        add(classes, "\"\\$\0", IN_STRING);
        add(classes, "'$\0", IN_INDENTED);
        return classes;
    }

    private static void add(short[] classes, String characters, int mask) {
        for (int i = 0; i < characters.length(); i++) {
            classes[characters.charAt(i)] |= (short) mask;
        }
    }
}
