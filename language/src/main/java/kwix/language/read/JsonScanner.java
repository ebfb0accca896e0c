package kwix.language.read;

import java.nio.charset.StandardCharsets;
import kwix.grammar.source.SourceText;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.ByteBuilder;
import kwix.language.value.Utf8;
import org.jspecify.annotations.Nullable;

/** The bytes of a JSON text: spaces, strings, and where a failure is. */
final class JsonScanner {

    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    private final byte[] bytes;
    private @Nullable JsonNames names;
    private int at;

    JsonScanner(String text) {
        bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        at = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
    }

    void skipSpace() {
        while (at < bytes.length) {
            byte c = bytes[at];
            if (c > ' ' || c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return;
            }
            at++;
        }
    }

    boolean atEnd() {
        return at == bytes.length;
    }

    int position() {
        return at;
    }

    String textFrom(int begin) {
        return text(begin, at);
    }

    private String text(int begin, int end) {
        return new String(bytes, begin, end - begin, StandardCharsets.ISO_8859_1);
    }

    /** The next byte; 0 at the end. */
    char peek() {
        return at < bytes.length ? (char) (bytes[at] & 0xFF) : 0;
    }

    /** Steps over a byte that {@link #peek} has shown. */
    void skip() {
        at++;
    }

    private char take() {
        if (at == bytes.length) {
            throw fails("it ends too early");
        }
        return (char) (bytes[at++] & 0xFF);
    }

    boolean takeIf(char wanted) {
        if (at < bytes.length && bytes[at] == wanted) {
            at++;
            return true;
        }
        return false;
    }

    boolean takeIf(String wanted) {
        int end = at + wanted.length();
        if (end > bytes.length) {
            return false;
        }
        for (int i = 0; i < wanted.length(); i++) {
            if (bytes[at + i] != wanted.charAt(i)) {
                return false;
            }
        }
        at = end;
        return true;
    }

    /** At least one digit; they are added to a number that may overflow. */
    long digits(long before) {
        int begin = at;
        long number = before;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
            number = number * 10 + (bytes[at] - '0');
            at++;
        }
        if (at == begin) {
            throw fails("a digit should be here");
        }
        return number;
    }

    /** A string, from its opening to its closing quote; the result is UTF-8 bytes. */
    String string() {
        int opening = at;
        int end = plain(opening + 1);
        if (end >= 0) {
            at = end + 1;
            return text(opening + 1, end);
        }
        return checked(opening);
    }

    /** A string that is the name of an attribute; equal ones are the same object. */
    String name(String expected) {
        int opening = at;
        int close = opening + 1 + expected.length();
        if (close < bytes.length && bytes[close] == '"' && isAt(expected, opening + 1)) {
            at = close + 1;
            return expected;
        }
        int end = plain(opening + 1);
        if (end >= 0) {
            at = end + 1;
            return names().of(bytes, opening + 1, end);
        }
        return names().of(checked(opening));
    }

    private JsonNames names() {
        JsonNames known = names;
        if (known == null) {
            known = new JsonNames();
            names = known;
        }
        return known;
    }

    private boolean isAt(String expected, int position) {
        for (int i = expected.length() - 1; i >= 0; i--) {
            if (bytes[position + i] != (byte) expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Where a string ends whose bytes are ASCII and stand for themselves, or -1 when it is not like that. */
    private int plain(int from) {
        int i = from;
        while (i < bytes.length) {
            byte c = bytes[i];
            if (c == '"') {
                return i;
            }
            // A byte beyond ASCII is negative.
            if (c < ' ' || c == '\\') {
                return -1;
            }
            i++;
        }
        return -1;
    }

    /** A string with escapes or bytes beyond ASCII, or one that is not right. */
    private String checked(int opening) {
        at = opening + 1;
        var result = new ByteBuilder();
        while (true) {
            int begin = at;
            while (at < bytes.length && bytes[at] != '"' && bytes[at] != '\\' && (bytes[at] & 0xFF) >= ' ') {
                at++;
            }
            result.append(bytes, begin, at);
            if (atEnd()) {
                at = opening;
                throw fails("a string is not closed");
            }
            if (takeIf('"')) {
                break;
            }
            if (!takeIf('\\')) {
                throw fails("a string has a control character that must be escaped");
            }
            escape(result);
        }
        String string = result.toString();
        if (Utf8.firstMalformed(string) >= 0) {
            at = opening;
            throw fails("a string is not UTF-8");
        }
        return string;
    }

    private void escape(ByteBuilder result) {
        char c = take();
        switch (c) {
            case '"', '\\', '/' -> result.append(c);
            case 'b' -> result.append('\b');
            case 'f' -> result.append('\f');
            case 'n' -> result.append('\n');
            case 'r' -> result.append('\r');
            case 't' -> result.append('\t');
            case 'u' -> result.append(SourceText.encode(character()));
            default -> {
                at--;
                throw fails("a string has an unknown escape");
            }
        }
    }

    /** What {@code \\u} stands for, with the second half of a surrogate pair. */
    private String character() {
        int first = hexadecimal();
        if (first == 0) {
            throw fails("a string has a null byte, which no string can hold");
        }
        if (first < 0xD800 || first > 0xDFFF) {
            return Character.toString(first);
        }
        if (first >= 0xDC00 || !takeIf('\\') || !takeIf('u')) {
            throw fails("a string has half of a surrogate pair");
        }
        int second = hexadecimal();
        if (second < 0xDC00 || second > 0xDFFF) {
            throw fails("a string has half of a surrogate pair");
        }
        return Character.toString(Character.toCodePoint((char) first, (char) second));
    }

    private int hexadecimal() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = atEnd() ? -1 : Character.digit(peek(), 16);
            if (digit < 0) {
                throw fails("`\\u` needs four hexadecimal digits");
            }
            code = code * 16 + digit;
            at++;
        }
        return code;
    }

    /** An error at the current place. */
    KwixException fails(String why) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < at && i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new KwixException(
                ErrorCode.INVALID_VALUE,
                "The JSON text cannot be read: at line " + line + ", column " + (at - lineStart + 1) + " " + why + ".");
    }
}
