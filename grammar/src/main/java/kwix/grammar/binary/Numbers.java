package kwix.grammar.binary;

/** Numbers as bytes: seven bits each, the least significant first, a set high bit telling that more follow. */
final class Numbers {

    private Numbers() {}

    /** @return where the next byte goes */
    static int write(byte[] bytes, int at, int value) {
        int next = at;
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            bytes[next++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[next++] = (byte) rest;
        return next;
    }

    static int writeWide(byte[] bytes, int at, long value) {
        writeFixed(bytes, at, (int) (value >>> 32));
        writeFixed(bytes, at + 4, (int) value);
        return at + 8;
    }

    static void writeFixed(byte[] bytes, int at, int value) {
        bytes[at] = (byte) (value >>> 24);
        bytes[at + 1] = (byte) (value >>> 16);
        bytes[at + 2] = (byte) (value >>> 8);
        bytes[at + 3] = (byte) value;
    }

    static int readFixed(byte[] bytes, int at) {
        return bytes[at] << 24 | (bytes[at + 1] & 0xFF) << 16 | (bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF;
    }
}
