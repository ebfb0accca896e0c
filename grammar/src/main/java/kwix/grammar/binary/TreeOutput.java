package kwix.grammar.binary;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Bytes in the making, with a table of texts and what numbers are counted from. */
final class TreeOutput {

    private byte[] bytes = new byte[1024];
    private int size;
    private final Map<String, Integer> texts = new HashMap<>();
    private byte[] table = new byte[512];
    private int tableSize;
    private int place;
    private int variable;
    private int scope;

    void tag(int tag) {
        room(1);
        bytes[size++] = (byte) tag;
    }

    void number(int value) {
        room(5);
        size = Numbers.write(bytes, size, value);
    }

    private void signed(int value) {
        number(value << 1 ^ value >> 31);
    }

    void wide(long value) {
        room(8);
        size = Numbers.writeWide(bytes, size, value);
    }

    /** Where a tree begins; what is written next is counted from there. */
    void place(int start, int end) {
        signed(start - place);
        number(end - start);
        place = start;
    }

    /** All of a tree is written. */
    void end(int end) {
        place = end;
    }

    void variable(int index) {
        signed(index - variable - 1);
        variable = index;
    }

    void scope(int index) {
        signed(index - scope - 1);
        scope = index;
    }

    void text(String text) {
        Integer known = texts.get(text);
        if (known == null) {
            known = texts.size();
            texts.put(text, known);
            append(text);
        }
        number(known);
    }

    /** Texts of one byte per character, which most are, are marked by an even number. */
    private void append(String text) {
        int length = text.length();
        boolean narrow = text.chars().allMatch(c -> c < 0x100);
        if (tableSize + 5 + 2 * length > table.length) {
            table = Arrays.copyOf(table, Math.max(table.length * 2, tableSize + 5 + 2 * length));
        }
        tableSize = Numbers.write(table, tableSize, length << 1 | (narrow ? 0 : 1));
        byte[] encoded = text.getBytes(narrow ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16BE);
        if (narrow) {
            System.arraycopy(encoded, 0, table, tableSize, length);
            tableSize += length;
        } else {
            for (int i = 0; i < length; i++) {
                table[tableSize++] = (byte) (text.charAt(i) >> 8);
                table[tableSize++] = (byte) text.charAt(i);
            }
        }
    }

    /** Leaves room for the length of what follows, and gives what {@link #close} wants. */
    int open() {
        room(4);
        size += 4;
        return size;
    }

    void close(int opened) {
        Numbers.writeFixed(bytes, opened - 4, size - opened);
        signed(variable);
        signed(scope);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
    }

    /** The table, and then what was written. */
    byte[] finish() {
        var head = new byte[10];
        int length = Numbers.write(head, 0, texts.size());
        length = Numbers.write(head, length, tableSize);
        var all = Arrays.copyOf(head, length + tableSize + size);
        System.arraycopy(table, 0, all, length, tableSize);
        System.arraycopy(bytes, 0, all, length + tableSize, size);
        return all;
    }
}
