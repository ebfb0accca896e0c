package kwix.language.value;

import java.util.Arrays;
import java.util.List;

/** A list: a window of an array whose elements may be thunks. */
public final class ListValue {

    public static final ListValue EMPTY = new ListValue(new Object[0]);

    private final Object[] elements;
    private final int from;
    private final int size;

    /** Whether a thunk has this list as its value. */
    private boolean held;

    /** @param elements not copied, and overwritten with evaluated values */
    public ListValue(Object[] elements) {
        this(elements, 0, elements.length);
    }

    private ListValue(Object[] elements, int from, int size) {
        this.elements = elements;
        this.from = from;
        this.size = size;
    }

    public static ListValue of(List<?> elements) {
        return elements.isEmpty() ? EMPTY : new ListValue(elements.toArray());
    }

    public int size() {
        return size;
    }

    /**
     * The list as the value of one more thunk: this very list the first time, then another list of the same elements. The reference's
     * printer tells lists apart by the variable that holds them, ours by identity.
     */
    public ListValue hold() {
        ListValue own = held ? new ListValue(elements, from, size) : this;
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
            elements[from + index] = element;
        }
        return element;
    }

    /** The elements from {@code begin} to before {@code end}, without copying. */
    public ListValue slice(int begin, int end) {
        return begin == end ? EMPTY : new ListValue(elements, from + begin, end - begin);
    }

    /** {@code this ++ right}. */
    public ListValue concatenate(ListValue right) {
        if (right.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return right;
        }
        Object[] joined = Arrays.copyOf(toArray(), size + right.size);
        right.copyTo(joined, size);
        return new ListValue(joined);
    }

    public void copyTo(Object[] target, int at) {
        System.arraycopy(elements, from, target, at, size);
    }

    /** A fresh array of the elements as they are stored. */
    public Object[] toArray() {
        return Arrays.copyOfRange(elements, from, from + size);
    }
}
