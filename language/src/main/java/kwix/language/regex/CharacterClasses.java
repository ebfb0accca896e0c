package kwix.language.regex;

import java.util.Locale;

/** The names that may stand inside brackets: classes such as {@code [:alpha:]} and POSIX names of characters. ASCII, as in the C locale. */
final class CharacterClasses {

    private static final String[] CHARACTER_NAMES =
            ("NUL SOH STX ETX EOT ENQ ACK alert backspace tab newline vertical-tab form-feed carriage-return SO SI DLE"
                + " DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC IS4 IS3 IS2 IS1 space exclamation-mark quotation-mark"
                + " number-sign dollar-sign percent-sign ampersand apostrophe left-parenthesis right-parenthesis"
                + " asterisk plus-sign comma hyphen period slash zero one two three four five six seven eight nine"
                + " colon semicolon less-than-sign equals-sign greater-than-sign question-mark commercial-at A B C D E"
                + " F G H I J K L M N O P Q R S T U V W X Y Z left-square-bracket backslash right-square-bracket"
                + " circumflex underscore grave-accent a b c d e f g h i j k l m n o p q r s t u v w x y z"
                + " left-curly-bracket vertical-line right-curly-bracket tilde DEL")
                    .split(" ");

    private CharacterClasses() {}

    static char named(String name) throws InvalidRegexException {
        for (char c = 0; c < CHARACTER_NAMES.length; c++) {
            if (CHARACTER_NAMES[c].equals(name)) {
                return c;
            }
        }
        throw new InvalidRegexException("names an unknown character `" + name + "` in brackets");
    }

    static void add(String name, boolean[] members) throws InvalidRegexException {
        String known = name.toLowerCase(Locale.ROOT);
        for (int c = 0; c < 128; c++) {
            if (isIn(known, c)) {
                members[c] = true;
            }
        }
    }

    private static boolean isIn(String name, int c) throws InvalidRegexException {
        boolean lower = c >= 'a' && c <= 'z';
        boolean upper = c >= 'A' && c <= 'Z';
        boolean digit = c >= '0' && c <= '9';
        boolean letter = lower || upper;
        boolean graphic = c > ' ' && c < 0x7F;
        return switch (name) {
            case "alpha" -> letter;
            case "alnum" -> letter || digit;
            case "w" -> letter || digit || c == '_';
            case "digit", "d" -> digit;
            case "lower" -> lower;
            case "upper" -> upper;
            case "space", "s" -> c == ' ' || c >= '\t' && c <= '\r';
            case "blank" -> c == ' ' || c == '\t';
            case "cntrl" -> c < ' ' || c == 0x7F;
            case "graph" -> graphic;
            case "print" -> graphic || c == ' ';
            case "punct" -> graphic && !letter && !digit;
            case "xdigit" -> digit || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
            default -> throw new InvalidRegexException("has an unknown character class `[:" + name + ":]`");
        };
    }
}
