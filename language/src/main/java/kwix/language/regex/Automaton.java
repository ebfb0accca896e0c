package kwix.language.regex;

import java.util.Arrays;

/** The states of a compiled expression. A state's meaning is given by its kind; {@code next} leads on. */
final class Automaton {

    /** Consumes the byte {@code argument}. */
    static final byte BYTE = 1;
    /** Consumes a byte of the set with index {@code argument}. */
    static final byte SET = 2;
    /** Consumes any byte. */
    static final byte ANY = 3;
    /** Tries {@code alternative} and {@code next}, in this order. */
    static final byte BRANCH = 4;
    /** Tries {@code alternative}, the body, once more; only if that leads nowhere, {@code next}. */
    static final byte REPEAT = 5;
    /** Begins the group {@code argument}. */
    static final byte OPEN = 6;
    /** Ends the group {@code argument}. */
    static final byte CLOSE = 7;

    static final byte LINE_BEGIN = 8;
    static final byte LINE_END = 9;
    static final byte ACCEPT = 10;

    /** The reference gives up beyond this many states. */
    private static final int LIMIT = 100_000;

    byte[] kind = new byte[16];
    int[] next = new int[16];
    int[] alternative = new int[16];
    int[] argument = new int[16];
    boolean[][] sets = new boolean[4][];
    int size;
    int setCount;
    int groups;

    int add(byte stateKind, int stateArgument) throws InvalidRegexException {
        if (size >= LIMIT) {
            throw new InvalidRegexException("is too large");
        }
        if (size == kind.length) {
            int larger = size * 2;
            kind = Arrays.copyOf(kind, larger);
            next = Arrays.copyOf(next, larger);
            alternative = Arrays.copyOf(alternative, larger);
            argument = Arrays.copyOf(argument, larger);
        }
        kind[size] = stateKind;
        argument[size] = stateArgument;
        next[size] = -1;
        alternative[size] = -1;
        return size++;
    }

    /** Whether a {@link #REPEAT} repeats a single byte. */
    boolean isRun(int state) {
        int body = alternative[state];
        return kind[body] <= ANY && next[body] == state;
    }

    int addSet(boolean[] members) throws InvalidRegexException {
        if (setCount == sets.length) {
            sets = Arrays.copyOf(sets, setCount * 2);
        }
        sets[setCount] = members;
        return add(SET, setCount++);
    }
}
