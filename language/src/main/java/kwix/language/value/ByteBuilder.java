package kwix.language.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;

/** Collects a string of bytes. */
public final class ByteBuilder {

    /** The most that an array can have on every JVM. */
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private byte[] bytes;
    private int length;

    public ByteBuilder() {
        this(256);
    }

    public ByteBuilder(int expected) {
        bytes = new byte[expected];
    }

    public int length() {
        return length;
    }

    /** Takes back what is behind this length. */
    public void shorten(int to) {
        length = to;
    }

    /** Whether what begins here is printable ASCII without a quote or backslash: most strings, which need no escapes anywhere. */
    public boolean isPlain(int begin) {
        for (int i = begin; i < length; i++) {
            byte b = bytes[i];
            // Beyond ASCII bytes are negative.
            if (b < ' ' || b == '"' || b == '\\') {
                return false;
            }
        }
        return true;
    }

    /** @param text one char per byte */
    public ByteBuilder append(String text) {
        return append(text, 0, text.length());
    }

    /** The part of the text from {@code begin} to before {@code end}. */
    @SuppressWarnings("deprecation") // It takes the low byte of each char, and a string of bytes has no other.
    public ByteBuilder append(String text, int begin, int end) {
        int longer = ensure(end - begin);
        text.getBytes(begin, end, bytes, length);
        length = longer;
        return this;
    }

    /** The bytes of an array from {@code begin} to before {@code end}. */
    public ByteBuilder append(byte[] source, int begin, int end) {
        int longer = ensure(end - begin);
        System.arraycopy(source, begin, bytes, length, end - begin);
        length = longer;
        return this;
    }

    /** One byte. */
    public ByteBuilder append(char single) {
        int longer = ensure(1);
        bytes[length] = (byte) single;
        length = longer;
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
        int longer = ensure(digits);
        long rest = number;
        for (int i = longer - 1; i >= length; i--) {
            long tenth = rest / 10;
            bytes[i] = (byte) ('0' + (rest - tenth * 10));
            rest = tenth;
        }
        length = longer;
        return this;
    }

    /** The same byte several times. */
    public ByteBuilder repeat(char single, int times) {
        int longer = ensure(times);
        Arrays.fill(bytes, length, longer, (byte) single);
        length = longer;
        return this;
    }

    /** Makes room for so many more bytes; gives the length with them. */
    private int ensure(int more) {
        int needed = length + more;
        if (needed > bytes.length || needed < 0) {
            grow(needed);
        }
        return needed;
    }

    private void grow(int needed) {
        if (needed < 0 || needed > LARGEST) {
            throw new KwixException(ErrorCode.OUT_OF_MEMORY, "The text is longer than 2 GiB.");
        }
        bytes = Arrays.copyOf(bytes, (int) Math.min(LARGEST, Math.max(needed, 2L * bytes.length)));
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** What begins here. */
    public String toString(int begin) {
        return new String(bytes, begin, length - begin, StandardCharsets.ISO_8859_1);
    }

    /** The bytes as a string, one char per byte. */
    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }
}
