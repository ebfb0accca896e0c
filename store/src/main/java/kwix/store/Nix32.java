package kwix.store;

/**
 * Base 32 as Nix writes it: without the letters e, o, t and u, and beginning with the most significant bits of the last byte.
 */
public final class Nix32 {

    private static final String DIGITS = "0123456789abcdfghijklmnpqrsvwxyz";

    private Nix32() {}

    public static String encode(byte[] bytes) {
        int length = bytes.length == 0 ? 0 : (bytes.length * 8 - 1) / 5 + 1;
        var text = new StringBuilder(length);
        for (int digit = length - 1; digit >= 0; digit--) {
            int bit = digit * 5;
            int at = bit / 8;
            int shift = bit % 8;
            int low = (bytes[at] & 0xFF) >> shift;
            int high = at + 1 < bytes.length ? (bytes[at + 1] & 0xFF) << 8 - shift : 0;
            text.append(DIGITS.charAt((low | high) & 31));
        }
        return text.toString();
    }

    static boolean isDigits(String text) {
        return text.chars().allMatch(c -> DIGITS.indexOf(c) >= 0);
    }

    /** @throws InvalidHashException for other characters, or when the text stands for more bits than {@code size} bytes have */
    public static byte[] decode(String text, int size) {
        var bytes = new byte[size];
        for (int digit = 0; digit < text.length(); digit++) {
            char c = text.charAt(text.length() - 1 - digit);
            int value = DIGITS.indexOf(c);
            if (value < 0) {
                throw new InvalidHashException("'" + c + "' is not a digit of Nix's base 32");
            }
            int bit = digit * 5;
            int at = bit / 8;
            int shift = bit % 8;
            int carry = value >> 8 - shift;
            if (at < size) {
                bytes[at] |= (byte) (value << shift);
            }
            if (at + 1 < size) {
                bytes[at + 1] |= (byte) carry;
            } else if (at >= size ? value != 0 : carry != 0) {
                throw new InvalidHashException("'" + text + "' stands for more than " + size + " bytes");
            }
        }
        return bytes;
    }
}
