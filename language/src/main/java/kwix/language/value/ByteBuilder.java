package kwix.language.value;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;

/** Collects a string of bytes. A long one is kept in pieces, so that it need not be copied to grow, nor to be written. */
public final class ByteBuilder {

    private static final int PIECE = 1 << 16;

    /** The most that an array can have on every JVM. */
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private record Piece(byte[] bytes, int length) {}

    private final List<Piece> earlier = new ArrayList<>(0);

    /** The sum of the earlier pieces. */
    private int before;

    private byte[] bytes;
    private int length;

    public ByteBuilder() {
        this(256);
    }

    public ByteBuilder(int expected) {
        this(new byte[expected]);
    }

    private ByteBuilder(byte[] bytes) {
        this.bytes = bytes;
    }

    /** These bytes, with room for a line break. */
    public static ByteBuilder of(String text) {
        return new ByteBuilder(text.length() + 1).append(text);
    }

    /** The first bytes of an array, which belongs to the builder from now on. */
    public static ByteBuilder of(byte[] bytes, int length) {
        var builder = new ByteBuilder(bytes);
        builder.length = length;
        return builder;
    }

    /** @param text one char per byte */
    public ByteBuilder append(String text) {
        return append(text, 0, text.length());
    }

    /** The part of the text from {@code begin} to before {@code end}. */
    @SuppressWarnings("deprecation") // It takes the low byte of each char, and a string of bytes has no other.
    public ByteBuilder append(String text, int begin, int end) {
        int count = end - begin;
        ensure(count);
        text.getBytes(begin, end, bytes, length);
        length += count;
        return this;
    }

    /** The bytes of an array from {@code begin} to before {@code end}. */
    public ByteBuilder append(byte[] source, int begin, int end) {
        int count = end - begin;
        ensure(count);
        System.arraycopy(source, begin, bytes, length, count);
        length += count;
        return this;
    }

    /** Appends a text of printable ASCII without quotes and backslashes, as most are: it needs no escapes anywhere. Leaves out others. */
    @SuppressWarnings("deprecation")
    public boolean appendIfPlain(String text) {
        int count = text.length();
        ensure(count);
        int begin = length;
        byte[] to = bytes;
        text.getBytes(0, count, to, begin);
        for (int i = begin; i < begin + count; i++) {
            byte b = to[i];
            // Beyond ASCII bytes are negative.
            if (b < ' ' || b == '"' || b == '\\') {
                return false;
            }
        }
        length = begin + count;
        return true;
    }

    /** One byte. */
    public ByteBuilder append(char single) {
        ensure(1);
        bytes[length++] = (byte) single;
        return this;
    }

    /** The digits of a number. */
    public ByteBuilder append(long number) {
        if (number < 0) {
            return append(Long.toString(number));
        }
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        ensure(digits);
        long rest = number;
        for (int i = length + digits - 1; i >= length; i--) {
            long tenth = rest / 10;
            bytes[i] = (byte) ('0' + (rest - tenth * 10));
            rest = tenth;
        }
        length += digits;
        return this;
    }

    /** The same byte several times. */
    public ByteBuilder repeat(char single, int times) {
        ensure(times);
        Arrays.fill(bytes, length, length + times, (byte) single);
        length += times;
        return this;
    }

    /** Makes room for so many more bytes. */
    private void ensure(int more) {
        if (more > bytes.length - length) {
            grow(more);
        }
    }

    private void grow(int more) {
        if (more > LARGEST - before - length) {
            throw new KwixException(ErrorCode.OUT_OF_MEMORY, "The text is longer than 2 GiB.");
        }
        if (before == 0 && length + more <= PIECE) {
            bytes = Arrays.copyOf(bytes, Math.min(PIECE, Math.max(length + more, 2 * bytes.length)));
            return;
        }
        if (length > 0) {
            earlier.add(new Piece(bytes, length));
            before += length;
            length = 0;
        }
        bytes = new byte[Math.max(PIECE, more)];
    }

    public void writeTo(OutputStream stream) throws IOException {
        for (Piece piece : earlier) {
            stream.write(piece.bytes, 0, piece.length);
        }
        stream.write(bytes, 0, length);
    }

    /** The bytes as a string, one char per byte. */
    @Override
    public String toString() {
        if (before == 0) {
            return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        }
        var all = new byte[before + length];
        int at = 0;
        for (Piece piece : earlier) {
            System.arraycopy(piece.bytes, 0, all, at, piece.length);
            at += piece.length;
        }
        System.arraycopy(bytes, 0, all, at, length);
        return new String(all, StandardCharsets.ISO_8859_1);
    }
}
