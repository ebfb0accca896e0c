package kwix.language.read;

import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.Utf8;

/** The bytes of a JSON text: spaces, strings, and where a failure is. */
final class JsonScanner {

    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    private final String text;
    private int at;

    JsonScanner(String text) {
        this.text = text;
    }

    void skipByteOrderMark() {
        if (text.startsWith(BYTE_ORDER_MARK)) {
            at = BYTE_ORDER_MARK.length();
        }
    }

    void skipSpace() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return;
            }
            at++;
        }
    }

    boolean atEnd() {
        return at == text.length();
    }

    int position() {
        return at;
    }

    String textFrom(int begin) {
        return text.substring(begin, at);
    }

    /** The next byte; 0 at the end. */
    char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    char take() {
        if (at == text.length()) {
            throw fails("it ends too early");
        }
        return text.charAt(at++);
    }

    boolean takeIf(char wanted) {
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    /** At least one digit. */
    void digits() {
        int begin = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == begin) {
            throw fails("a digit should be here");
        }
    }

    /** A string, from its opening to its closing quote; the result is UTF-8 bytes. */
    String string() {
        int opening = at++;
        int plain = at;
        while (plain < text.length()
                && text.charAt(plain) != '"'
                && text.charAt(plain) != '\\'
                && text.charAt(plain) >= ' ') {
            plain++;
        }
        String result = text.substring(at, plain);
        at = plain;
        if (peek() != '"') {
            result = escaped(result, opening);
        }
        at++;
        int malformed = Utf8.firstMalformed(result);
        if (malformed >= 0) {
            at = opening;
            throw fails("a string is not UTF-8");
        }
        return result;
    }

    private String escaped(String begun, int opening) {
        var result = new StringBuilder(begun);
        while (peek() != '"') {
            if (atEnd()) {
                at = opening;
                throw fails("a string is not closed");
            }
            char c = text.charAt(at);
            if (c < ' ') {
                throw fails("a string has a control character that must be escaped");
            }
            at++;
            if (c == '\\') {
                escape(result);
            } else {
                result.append(c);
            }
        }
        return result.toString();
    }

    private void escape(StringBuilder result) {
        char c = take();
        switch (c) {
            case '"', '\\', '/' -> result.append(c);
            case 'b' -> result.append('\b');
            case 'f' -> result.append('\f');
            case 'n' -> result.append('\n');
            case 'r' -> result.append('\r');
            case 't' -> result.append('\t');
            case 'u' -> result.append(kwix.grammar.source.SourceText.encode(character()));
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
            int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
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
        for (int i = 0; i < at && i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new KwixException(
                ErrorCode.INVALID_VALUE,
                "The JSON text cannot be read: at line " + line + ", column " + (at - lineStart + 1) + " " + why + ".");
    }
}
