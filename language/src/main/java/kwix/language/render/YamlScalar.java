package kwix.language.render;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import kwix.grammar.source.SourceText;
import kwix.language.value.ByteBuilder;
import kwix.language.value.Describe;
import org.jspecify.annotations.Nullable;

/**
 * How a string is written in YAML so that every reader gets the same string back: those of YAML 1.1 and 1.2, and those that accept
 * more than either. What only one of them takes for a number, a boolean, null or a date is quoted.
 */
enum YamlScalar {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    /** A block scalar. */
    LITERAL;

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
    static final String NUMBER_CHARACTERS = "0123456789abcdefABCDEFxXoO.,_:+- tTzZ";

    private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`=";

    private static final int LONGEST_WORD = 8;

    private static final HexFormat HEX = HexFormat.of();

    /** The style for a string; UTF-8. */
    static YamlScalar of(String bytes, boolean isKey) {
        String text = Describe.text(bytes);
        boolean several = text.indexOf('\n') >= 0;
        if (needsEscapes(text) || isKey && (several || text.isEmpty())) {
            return DOUBLE_QUOTED;
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
        return c < ' ' || c >= 0x7F && c < 0xA0 || c == '\u2028' || c == '\u2029' || c == '\uFEFF' || c >= '\uFFFE';
    }

    /** A tab is not seen as what it is; blank text alone has no indentation to be found. */
    private static boolean fitsBlock(String text) {
        if (text.charAt(0) == '\n' || text.indexOf('\t') >= 0 || text.isBlank()) {
            return false;
        }
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            if (i > 0 && isBlank(text.charAt(i - 1))) {
                return false;
            }
        }
        return !isBlank(text.charAt(text.length() - 1));
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isPlain(String text) {
        if (text.isEmpty() || isWord(unsigned(text))) {
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
                && !text.startsWith("...")
                && !isNumberLike(text);
    }

    /** Whether some reader takes this for null, a boolean or something else that is no string. */
    static boolean isWord(String text) {
        return text.length() <= LONGEST_WORD && WORDS.contains(text.toLowerCase(Locale.ROOT));
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

    /** Writes a string in double quotes, with nothing in it that means different things to readers. */
    static void quote(String bytes, ByteBuilder out) {
        out.append('"');
        if (bytes.indexOf('\u007F') < 0 && out.appendIfPlain(bytes)) {
            out.append('"');
            return;
        }
        String text = Describe.text(bytes);
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            String escape = escape(text.charAt(i));
            if (escape != null) {
                out.append(SourceText.encode(text.substring(plain, i))).append(escape);
                plain = i + 1;
            }
        }
        out.append(SourceText.encode(text.substring(plain))).append('"');
    }

    private static @Nullable String escape(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> {
                if (isEscaped(c)) {
                    yield c < 0x100 ? "\\x" + HEX.toHexDigits((byte) c) : "\\u" + HEX.toHexDigits(c);
                }
                yield null;
            }
        };
    }
}
