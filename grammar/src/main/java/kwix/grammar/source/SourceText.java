package kwix.grammar.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * A source and where its lines begin. Offsets are UTF-16, as editors count; columns for people count bytes, as the reference does.
 *
 * @param name what messages call it: a path, or something like {@code «string»}
 */
public record SourceText(String name, String text) {

    /**
     * Bytes to text without loss: a byte that is not part of valid UTF-8 becomes the lone low surrogate U+DC00 + byte, and
     * {@link #encode} turns it back.
     */
    public static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            return decodeLossless(bytes);
        }
    }

    private static String decodeLossless(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var input = ByteBuffer.wrap(bytes);
        var output = CharBuffer.allocate(bytes.length);
        while (input.hasRemaining()) {
            var result = decoder.decode(input, output, true);
            if (result.isError()) {
                for (int i = 0; i < result.length(); i++) {
                    output.put((char) (0xDC00 + (input.get() & 0xFF)));
                }
            }
        }
        return output.flip().toString();
    }

    /** The bytes of text that {@link #decode} made, as a string of one char per byte. */
    public static String encode(String text) {
        int length = text.length();
        int plain = 0;
        while (plain < length && text.charAt(plain) < 0x80) {
            plain++;
        }
        if (plain == length) {
            return text;
        }
        var bytes = new StringBuilder(length + 16).append(text, 0, plain);
        for (int i = plain; i < length; ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (point < 0x80) {
                bytes.append((char) point);
            } else if (point < 0x800) {
                bytes.append((char) (0xC0 | point >> 6)).append((char) (0x80 | point & 0x3F));
            } else if (point >= 0xDC80 && point <= 0xDCFF) {
                bytes.append((char) (point - 0xDC00));
            } else if (point < 0x10000) {
                bytes.append((char) (0xE0 | point >> 12))
                        .append((char) (0x80 | point >> 6 & 0x3F))
                        .append((char) (0x80 | point & 0x3F));
            } else {
                bytes.append((char) (0xF0 | point >> 18))
                        .append((char) (0x80 | point >> 12 & 0x3F))
                        .append((char) (0x80 | point >> 6 & 0x3F))
                        .append((char) (0x80 | point & 0x3F));
            }
        }
        return bytes.toString();
    }

    /** The 1-based line of an offset; a line ends with {@code \n}, {@code \r\n} or {@code \r}. */
    public int line(int offset) {
        int line = 1;
        for (int i = 0; i < offset && i < text.length(); i++) {
            if (endsLine(i)) {
                line++;
            }
        }
        return line;
    }

    /** The 1-based column of an offset, in bytes. */
    public int column(int offset) {
        return encode(text.substring(lineStart(offset), Math.min(offset, text.length()))).length() + 1;
    }

    public int lineStart(int offset) {
        int start = Math.min(offset, text.length());
        while (start > 0 && !endsLine(start - 1)) {
            start--;
        }
        return start;
    }

    /** The offset of the terminator of the line that holds {@code offset}. */
    public int lineEnd(int offset) {
        int end = Math.min(offset, text.length());
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private boolean endsLine(int at) {
        char c = text.charAt(at);
        return c == '\n' || c == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n');
    }
}
