package kwix.grammar.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A source and where its lines begin. Offsets are UTF-16, as editors count; columns for people count bytes, as the reference does.
 * The {@code name} is what messages call it: a path, or something like {@code «string»}.
 */
public final class SourceText {

    /** Stands in the text where the bytes were no UTF-8, or where they were just this character. */
    private static final char REPLACEMENT = '\uFFFD';

    private final String name;

    /** The text, or the bytes that it is decoded from when it is first asked for: often only the place of an error wants it. */
    private Object content;

    private int @Nullable [] lineStarts;

    public SourceText(String name, String text) {
        this.name = name;
        content = text;
    }

    /** @param bytes which {@link #decode} makes text of */
    public SourceText(String name, byte[] bytes) {
        this.name = name;
        content = bytes;
    }

    public String name() {
        return name;
    }

    public String text() {
        if (content instanceof byte[] bytes) {
            content = decode(bytes);
        }
        return (String) content;
    }

    /** The bytes with zeros after them if all of them are ASCII and the text was not asked for yet, else null. */
    public byte @Nullable [] ascii(int zeros) {
        if (!(content instanceof byte[] bytes)) {
            return null;
        }
        return isAscii(bytes) ? Arrays.copyOf(bytes, bytes.length + zeros) : null;
    }

    /** Eight bytes at a time: most starts are over before this is compiled well. */
    private static boolean isAscii(byte[] bytes) {
        int at = 0;
        for (; at + 8 <= bytes.length; at += 8) {
            if ((bytes[at]
                            | bytes[at + 1]
                            | bytes[at + 2]
                            | bytes[at + 3]
                            | bytes[at + 4]
                            | bytes[at + 5]
                            | bytes[at + 6]
                            | bytes[at + 7])
                    < 0) {
                return false;
            }
        }
        for (; at < bytes.length; at++) {
            if (bytes[at] < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Bytes to text without loss: a byte that is not part of valid UTF-8 becomes the lone low surrogate U+DC00 + byte, and
     * {@link #encode} turns it back.
     */
    public static String decode(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : decodeLossless(bytes);
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
        int found = Arrays.binarySearch(lineStarts(), offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The 1-based column of an offset, in bytes. */
    public int column(int offset) {
        return encode(text().substring(lineStart(offset), Math.min(offset, text().length())))
                        .length()
                + 1;
    }

    public int lineStart(int offset) {
        return lineStarts()[line(offset) - 1];
    }

    /** The offset of the terminator of the line that holds {@code offset}. */
    public int lineEnd(int offset) {
        String text = text();
        int end = Math.min(offset, text.length());
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** Made when first asked for; if two threads ask at once, both make the same. */
    private int[] lineStarts() {
        int[] starts = lineStarts;
        if (starts == null) {
            starts = findLineStarts();
            lineStarts = starts;
        }
        return starts;
    }

    private int[] findLineStarts() {
        String text = text();
        int[] starts = new int[16];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                if (lines == starts.length) {
                    starts = Arrays.copyOf(starts, lines * 2);
                }
                starts[lines++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, lines);
    }

    @Override
    public String toString() {
        return name;
    }
}
