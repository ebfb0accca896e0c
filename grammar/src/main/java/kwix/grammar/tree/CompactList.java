package kwix.grammar.tree;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * An immutable list. All lists of a parsed tree and its scopes are of this one class, since code that is compiled early calls what is
 * of one class much faster; and a list of one, as most are, is one object.
 */
public final class CompactList<T> extends AbstractList<T> implements RandomAccess {

    private static final CompactList<?> EMPTY = new CompactList<>(null, null);

    private final @Nullable T first;
    private final Object @Nullable [] rest;

    private CompactList(@Nullable T first, Object @Nullable [] rest) {
        this.first = first;
        this.rest = rest;
    }

    @SuppressWarnings("unchecked")
    public static <T> CompactList<T> of() {
        return (CompactList<T>) EMPTY;
    }

    public static <T> CompactList<T> of(T only) {
        return new CompactList<>(only, null);
    }

    /** Of a part of an array; that its elements are of this kind is up to the caller. */
    @SuppressWarnings("unchecked")
    public static <T> CompactList<T> of(Object[] elements, int from, int to) {
        return switch (to - from) {
            case 0 -> of();
            case 1 -> new CompactList<>((T) elements[from], null);
            default -> new CompactList<>((T) elements[from], Arrays.copyOfRange(elements, from + 1, to));
        };
    }

    @Override
    @SuppressWarnings("unchecked")
    public T get(int index) {
        if (index == 0 && first != null) {
            return first;
        }
        if (rest == null || index == 0) {
            throw new IndexOutOfBoundsException(index);
        }
        return (T) rest[index - 1];
    }

    @Override
    public int size() {
        return rest != null ? rest.length + 1 : first != null ? 1 : 0;
    }

    @Override
    public boolean isEmpty() {
        return first == null;
    }
}
