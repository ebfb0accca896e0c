package kwix.language.value;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list: a window of an array whose elements may be thunks. Lists that grew out of each other by {@code ++} share an array with room to
 * spare, so that a list that grows by an element at a time is not copied each time.
 */
public final class ListValue {

    public static final ListValue EMPTY = new ListValue(new Object[0]);

    /** A list that was made by this many concatenations one after the other will be followed by another one. */
    private static final int GROWING = 3;

    /** Shorter lists are copied. */
    private static final int LONG = 32;

    private final Object[] elements;
    private final int from;
    private final int size;

    /** Null for an array that no concatenation made. */
    private final @Nullable Room room;

    /** Whether a thunk has this list as its value. */
    private boolean held;

    /** @param elements not copied, and overwritten with evaluated values */
    public ListValue(Object[] elements) {
        this(elements, 0, elements.length, null);
    }

    private ListValue(Object[] elements, int from, int size, @Nullable Room room) {
        this.elements = elements;
        this.from = from;
        this.size = size;
        this.room = room;
    }

    /** What of an array is taken by elements. The first list that grows into the rest has it; others are copied. */
    private static final class Room {
        private int begin;
        private int end;

        /** How many concatenations made the array. */
        private final int steps;

        Room(int begin, int end, int steps) {
            this.begin = begin;
            this.end = end;
            this.steps = steps;
        }
    }

    public static ListValue of(List<?> elements) {
        return elements.isEmpty() ? EMPTY : new ListValue(elements.toArray());
    }

    public int size() {
        return size;
    }

    /**
     * The list as the value of one more thunk: this very list the first time, then another list of the same elements. The reference's
     * printer tells lists apart by the variable that holds them, ours by identity; empty ones are all alike to both.
     */
    public ListValue hold() {
        if (size == 0) {
            return this;
        }
        ListValue own = held ? new ListValue(elements, from, size, room) : this;
        own.held = true;
        return own;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** The element as it is stored: maybe a thunk. */
    public Object get(int index) {
        Object element = elements[from + index];
        if (element instanceof Thunk thunk && thunk.isEvaluated()) {
            element = thunk.force();
            elements[from + index] = element;
        }
        return element;
    }

    /** The element in weak head normal form. */
    public Object force(int index) {
        Object element = elements[from + index];
        if (element instanceof Thunk thunk) {
            element = thunk.force();
            if (thunk.isReplaceable()) {
                elements[from + index] = element;
            }
        }
        return element;
    }

    /** The elements from {@code begin} to before {@code end}, without copying. */
    public ListValue slice(int begin, int end) {
        return begin == end ? EMPTY : new ListValue(elements, from + begin, end - begin, room);
    }

    /** {@code this ++ right}. */
    @TruffleBoundary
    public ListValue concatenate(ListValue right) {
        if (right.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return right;
        }
        int joined = size + right.size;
        Room mine = room;
        if (mine != null && from + size == mine.end && right.size <= elements.length - mine.end) {
            right.copyTo(elements, mine.end);
            mine.end += right.size;
            return new ListValue(elements, from, joined, mine);
        }
        Room its = right.room;
        if (its != null && right.from == its.begin && size <= its.begin) {
            its.begin -= size;
            copyTo(right.elements, its.begin);
            return new ListValue(right.elements, its.begin, joined, its);
        }
        return copied(right, joined);
    }

    private ListValue copied(ListValue right, int joined) {
        boolean atEnd = right.size <= size;
        Room grown = atEnd ? room : right.room;
        int steps = grown == null ? 1 : grown.steps + 1;
        int spare = steps < GROWING || joined < LONG ? 0 : joined / 2;
        int begin = atEnd ? 0 : spare;
        var array = new Object[Math.addExact(joined, spare)];
        copyTo(array, begin);
        right.copyTo(array, begin + size);
        return new ListValue(array, begin, joined, new Room(begin, begin + joined, steps));
    }

    public void copyTo(Object[] target, int at) {
        System.arraycopy(elements, from, target, at, size);
    }

    /** A fresh array of the elements as they are stored. */
    public Object[] toArray() {
        return Arrays.copyOfRange(elements, from, from + size);
    }
}
