package kwix.language.value;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/** The immutable set of what a string depends on. */
public final class StringContext {

    public static final StringContext NONE = new StringContext(new TreeSet<>());

    private final SortedSet<ContextElement> elements;

    private StringContext(SortedSet<ContextElement> elements) {
        this.elements = elements;
    }

    public static StringContext of(Collection<ContextElement> elements) {
        return elements.isEmpty() ? NONE : new StringContext(new TreeSet<>(elements));
    }

    public static StringContext of(ContextElement element) {
        var single = new TreeSet<ContextElement>();
        single.add(element);
        return new StringContext(single);
    }

    public boolean isEmpty() {
        return elements.isEmpty();
    }

    /** In the order of their keys; unmodifiable by agreement with {@link #and}, which copies. */
    public Collection<ContextElement> elements() {
        return java.util.Collections.unmodifiableSortedSet(elements);
    }

    @TruffleBoundary
    public StringContext and(StringContext other) {
        if (other == this || other.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return other;
        }
        var union = new TreeSet<>(elements);
        return union.addAll(other.elements) ? new StringContext(union) : this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StringContext context && elements.equals(context.elements);
    }

    @Override
    public int hashCode() {
        return elements.hashCode();
    }
}
