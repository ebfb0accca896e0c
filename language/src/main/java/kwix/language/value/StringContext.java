package kwix.language.value;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The immutable set of what a string depends on. */
public final class StringContext {

    public static final StringContext NONE = new StringContext(new TreeSet<>());

    private final SortedSet<ContextElement> elements;
    private final boolean secret;

    private StringContext(SortedSet<ContextElement> elements) {
        this.elements = elements;
        secret = elements.stream().anyMatch(ContextElement.Secret.class::isInstance);
    }

    public static StringContext of(Collection<ContextElement> elements) {
        return elements.isEmpty() ? NONE : new StringContext(new TreeSet<>(elements));
    }

    public static StringContext of(ContextElement element) {
        var single = new TreeSet<ContextElement>();
        single.add(element);
        return new StringContext(single);
    }

    /** Whether the text must not be shown. */
    public boolean isSecret() {
        return secret;
    }

    /** That it must not be shown, and nothing else. */
    public StringContext secrets() {
        return secret
                ? of(elements.stream()
                        .filter(ContextElement.Secret.class::isInstance)
                        .toList())
                : NONE;
    }

    /** Where the secrets in the text come from, as bytes. */
    public List<String> origins() {
        return elements.stream()
                .filter(ContextElement.Secret.class::isInstance)
                .map(element -> ((ContextElement.Secret) element).origin())
                .toList();
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
