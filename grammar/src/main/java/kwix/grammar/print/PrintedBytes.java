package kwix.grammar.print;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import kwix.grammar.source.SourceText;

/** Text that was printed, as bytes. */
public final class PrintedBytes {

    private static final byte[] ESCAPED = escaped();

    /** Whether all text of the source is ASCII, so that nothing needs to be encoded. */
    private final boolean ascii;

    private byte[] bytes;
    private int size;

    PrintedBytes(int expected, boolean ascii) {
        bytes = new byte[expected];
        this.ascii = ascii;
    }

    private static byte[] escaped() {
        var escaped = new byte[128];
        escaped['"'] = '"';
        escaped['\\'] = '\\';
        escaped['\n'] = 'n';
        escaped['\r'] = 'r';
        escaped['\t'] = 't';
        escaped['$'] = '$';
        return escaped;
    }

    /** More than what was printed; {@link #size} of them count. */
    public byte[] bytes() {
        return bytes;
    }

    public int size() {
        return size;
    }

    PrintedBytes append(char c) {
        if (size == bytes.length) {
            grow(1);
        }
        bytes[size++] = (byte) c;
        return this;
    }

    /** Text of the source, or of this package. */
    PrintedBytes append(String text) {
        return appendEncoded(ascii ? text : SourceText.encode(text));
    }

    /** Text from elsewhere. */
    PrintedBytes appendForeign(String text) {
        return appendEncoded(SourceText.encode(text));
    }

    @SuppressWarnings("deprecation") // It takes the low byte of each char, and there is no other.
    private PrintedBytes appendEncoded(String text) {
        int length = text.length();
        if (length > bytes.length - size) {
            grow(length);
        }
        text.getBytes(0, length, bytes, size);
        size += length;
        return this;
    }

    private void grow(int more) {
        if (more > Integer.MAX_VALUE - 8 - size) {
            throw new OutOfMemoryError("the text is longer than 2 GiB");
        }
        bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(size + (long) more, size * 2L)));
    }

    /** The text as a string literal. */
    void quote(String text) {
        append('"');
        int start = size;
        append(text);
        int escapes = 0;
        for (int i = start; i < size; i++) {
            escapes += bytes[i] >= 0 && ESCAPED[bytes[i]] != 0 ? 1 : 0;
        }
        if (escapes > 0) {
            escape(start, escapes);
        }
        append('"');
    }

    /** Puts backslashes into what was appended last, from its end on. */
    private void escape(int start, int most) {
        if (most > bytes.length - size) {
            grow(most);
        }
        byte[] raw = Arrays.copyOfRange(bytes, start, size);
        int to = start;
        for (int i = 0; i < raw.length; i++) {
            byte c = raw[i];
            byte escape = c >= 0 ? ESCAPED[c] : 0;
            if (escape != 0 && (c != '$' || i + 1 < raw.length && raw[i + 1] == '{')) {
                bytes[to++] = '\\';
                c = escape;
            }
            bytes[to++] = c;
        }
        size = to;
    }

    /** One char per byte. */
    @Override
    public String toString() {
        return new String(bytes, 0, size, StandardCharsets.ISO_8859_1);
    }
}
