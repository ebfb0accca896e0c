package kwix.language.render;

import java.util.Locale;
import java.util.Set;

/**
 * How a string is written in YAML so that every reader gets the same string back: those of YAML 1.1 and 1.2, and those that accept
 * more than either. What only one of them takes for a number, a boolean, null or a date is quoted.
 */
enum YamlScalar {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    /** A block scalar. */
    LITERAL,
    /** Double-quoted by {@link #escaped}, because characters in it mean something else to YAML 1.1 than to YAML 1.2. */
    ESCAPED;

    /** A character that stands for an escaped scalar while the emitter runs; strings that hold it are escaped themselves. */
    static final char PLACEHOLDER = '\uE000';

    private static final Set<String> WORDS = Set.of(
            "",
            "~",
            "=",
            "<<",
            "null",
            "nil",
            "true",
            "false",
            "yes",
            "no",
            "y",
            "n",
            "on",
            "off",
            "inf",
            "infinity",
            "nan");

    /** What numbers, dates and times of any base and dialect are made of. */
    private static final String NUMBER_CHARACTERS = "0123456789abcdefABCDEFxXoO.,_:+- tTzZ";

    private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`=";

    /** The style for a string; UTF-16. */
    static YamlScalar of(String text, boolean isKey) {
        boolean several = text.indexOf('\n') >= 0;
        if (needsEscapes(text) || isKey && (several || text.isEmpty())) {
            return ESCAPED;
        }
        if (several) {
            return fitsBlock(text) ? LITERAL : DOUBLE_QUOTED;
        }
        if (isPlain(text)) {
            return PLAIN;
        }
        boolean escapes = text.indexOf('"') >= 0 || text.indexOf('\\') >= 0;
        return escapes && text.indexOf('\t') < 0 ? SINGLE_QUOTED : DOUBLE_QUOTED;
    }

    private static boolean needsEscapes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\n' && c != '\t' && isEscaped(c)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEscaped(char c) {
        return c < ' '
                || c >= 0x7F && c < 0xA0
                || c == '\u2028'
                || c == '\u2029'
                || c == '\uFEFF'
                || c >= '\uFFFE'
                || c == PLACEHOLDER;
    }

    /** A tab before any other text is taken for indentation by some readers; blank text alone has no indentation to be found. */
    private static boolean fitsBlock(String text) {
        char first = text.charAt(0);
        if (first == '\n' || first == '\t' || text.isBlank()) {
            return false;
        }
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            if (i > 0 && isBlank(text.charAt(i - 1))) {
                return false;
            }
        }
        return !isBlank(text.charAt(text.length() - 1))
                && text.stripLeading().charAt(0) != '\t'
                && !startsWithBlankLine(text);
    }

    private static boolean startsWithBlankLine(String text) {
        return text.substring(0, text.indexOf('\n')).isBlank();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isPlain(String text) {
        if (text.isEmpty() || WORDS.contains(unsigned(text).toLowerCase(Locale.ROOT))) {
            return false;
        }
        char first = text.charAt(0);
        boolean flag = text.length() > 1 && first == '-' && isOption(text);
        if (INDICATORS.indexOf(first) >= 0 && !flag || isBlank(first) || isBlank(text.charAt(text.length() - 1))) {
            return false;
        }
        return text.indexOf('\t') < 0
                && !text.contains(": ")
                && !text.endsWith(":")
                && !text.contains(" #")
                && !isNumberLike(text);
    }

    /** Without what may stand before {@code inf} or {@code nan} in a number. */
    private static String unsigned(String text) {
        int at = 0;
        if (text.charAt(at) == '-' || text.charAt(at) == '+') {
            at++;
        }
        return at < text.length() && text.charAt(at) == '.' ? text.substring(at + 1) : text.substring(at);
    }

    /** {@code -x} or {@code --long}, as arguments of commands are written. */
    private static boolean isOption(String text) {
        char name = text.charAt(text.startsWith("--") && text.length() > 2 ? 2 : 1);
        return name >= 'a' && name <= 'z' || name >= 'A' && name <= 'Z';
    }

    private static boolean isNumberLike(String text) {
        char first = text.charAt(0);
        if (!(first >= '0' && first <= '9') && first != '+' && first != '-' && first != '.') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (NUMBER_CHARACTERS.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The string as a double-quoted scalar in ASCII and whatever else means the same to all readers. */
    static String escaped(String text) {
        var out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (isEscaped(c)) {
                        out.append(c < 0x100 ? String.format("\\x%02x", (int) c) : String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}
