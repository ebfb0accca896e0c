package kwix.grammar.parse;

import java.util.Arrays;

/**
 * Operators that wait for their right operand. A fence separates the operation that is being read from those around it, so that
 * chains and prefixes of any length are read without recursion.
 */
final class OperatorStack {

    static final int FENCE = 0;

    private int[] types = new int[32];
    private int[] offsets = new int[32];
    private int size;

    void push(int type, int offset) {
        if (size == types.length) {
            types = Arrays.copyOf(types, size * 2);
            offsets = Arrays.copyOf(offsets, size * 2);
        }
        types[size] = type;
        offsets[size++] = offset;
    }

    /** The waiting operator's token type, negative for a prefix operator, or {@link #FENCE}. */
    int type() {
        return types[size - 1];
    }

    int offset() {
        return offsets[size - 1];
    }

    void pop() {
        size--;
    }
}
