package kwix.grammar.parse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Collects the text of a string literal, whose escapes are resolved. Kept from string to string. */
final class StringText {

    private final CodeUnits source;
    private final byte[] text;

    /** Takes what is collected while all of it is ASCII, else nothing. */
    private byte[] bytes = new byte[256];

    private int size;
    private final @Nullable StringBuilder characters;

    StringText(CodeUnits source) {
        this.source = source;
        text = source.units;
        characters = source.isAscii() ? null : new StringBuilder();
    }

    void clear() {
        setLength(0);
    }

    int length() {
        return characters == null ? size : characters.length();
    }

    void setLength(int length) {
        if (characters == null) {
            size = length;
        } else {
            characters.setLength(length);
        }
    }

    char charAt(int index) {
        return characters == null ? (char) bytes[index] : characters.charAt(index);
    }

    void append(char c) {
        if (characters != null) {
            characters.append(c);
            return;
        }
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = (byte) c;
    }

    /** Takes a part of the source as it is. */
    void append(int start, int end) {
        if (characters != null) {
            characters.append(source.source().text(), start, end);
            return;
        }
        int length = end - start;
        if (size + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + length, size * 2));
        }
        System.arraycopy(text, start, bytes, size, length);
        size += length;
    }

    @Override
    public String toString() {
        return characters == null ? new String(bytes, 0, size, StandardCharsets.ISO_8859_1) : characters.toString();
    }

    /** Text between double quotes with its escapes resolved; a carriage return, alone or before a line feed, is a line feed. */
    String unescape(int start, int end) {
        int at = start;
        while (at < end && text[at] != '\\' && text[at] != '\r') {
            at++;
        }
        if (at == end) {
            return source.slice(start, end);
        }
        clear();
        append(start, at);
        while (at < end) {
            byte c = text[at++];
            if (c == '\\' && at < end) {
                append(escaped(source.charAt(at++)));
            } else if (c == '\r') {
                append('\n');
                if (at < end && text[at] == '\n') {
                    at++;
                }
            } else {
                append(at - 1, at);
            }
        }
        return toString();
    }

    /** What a backslash makes of the character after it. */
    static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> c;
        };
    }
}
