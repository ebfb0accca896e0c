package kwix.grammar.binary;

import java.nio.charset.StandardCharsets;

/** What {@link TreeOutput} wrote, from any place where something begins. */
final class TreeInput {

    private final byte[] bytes;
    private final TextTable texts;
    private int at;
    private int place;
    private int variable;
    private int scope;

    TreeInput(byte[] bytes, int start) {
        this.bytes = bytes;
        at = start;
        int count = number();
        int length = number();
        texts = new TextTable(bytes, at, count);
        at += length;
    }

    private TreeInput(TreeInput other) {
        bytes = other.bytes;
        texts = other.texts;
        at = other.at;
        place = other.place;
        variable = other.variable;
        scope = other.scope;
    }

    TreeInput copy() {
        return new TreeInput(this);
    }

    int tag() {
        return bytes[at++];
    }

    int number() {
        int value = bytes[at++];
        if (value >= 0) {
            return value;
        }
        value &= 0x7F;
        for (int shift = 7; ; shift += 7) {
            int next = bytes[at++];
            value |= (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private int signed() {
        int value = number();
        return value >>> 1 ^ -(value & 1);
    }

    long wide() {
        long value = (long) Numbers.readFixed(bytes, at) << 32 | Numbers.readFixed(bytes, at + 4) & 0xFFFFFFFFL;
        at += 8;
        return value;
    }

    int start() {
        place += signed();
        return place;
    }

    /** What is read next is counted from the start. */
    int end(int start) {
        return start + number();
    }

    void ended(int end) {
        place = end;
    }

    int variable() {
        variable += signed() + 1;
        return variable;
    }

    int scope() {
        scope += signed() + 1;
        return scope;
    }

    String text() {
        return texts.get(number());
    }

    /** Passes over something that was opened and closed. @return one that reads it */
    TreeInput skip() {
        int length = Numbers.readFixed(bytes, at);
        at += 4;
        var inside = new TreeInput(this);
        at += length;
        variable = signed();
        scope = signed();
        return inside;
    }

    /** Texts become objects when they are first asked for. */
    private static final class TextTable {

        private final byte[] bytes;
        private final int[] starts;
        private final String[] known;

        /** Behind the number that was read last. */
        private int behind;

        TextTable(byte[] bytes, int start, int count) {
            this.bytes = bytes;
            starts = new int[count];
            known = new String[count];
            int at = start;
            for (int i = 0; i < count; i++) {
                starts[i] = at;
                int shape = shape(at);
                at = behind;
                at += (shape & 1) == 0 ? shape >> 1 : shape & ~1;
            }
        }

        String get(int index) {
            String text = known[index];
            if (text == null) {
                text = read(starts[index]);
                known[index] = text;
            }
            return text;
        }

        /** Twice the number of bytes, or of chars of two bytes and one more. */
        private int shape(int start) {
            int at = start;
            int shape = 0;
            int shift = 0;
            int next;
            do {
                next = bytes[at++];
                shape |= (next & 0x7F) << shift;
                shift += 7;
            } while (next < 0);
            behind = at;
            return shape;
        }

        private String read(int start) {
            int shape = shape(start);
            int at = behind;
            if ((shape & 1) == 0) {
                return new String(bytes, at, shape >> 1, StandardCharsets.ISO_8859_1);
            }
            // Not by a decoder, which would replace lone surrogates: they stand for bytes that were no text.
            var chars = new char[shape >> 1];
            for (int i = 0; i < chars.length; i++) {
                chars[i] = (char) (bytes[at] << 8 | bytes[at + 1] & 0xFF);
                at += 2;
            }
            return new String(chars);
        }
    }
}
