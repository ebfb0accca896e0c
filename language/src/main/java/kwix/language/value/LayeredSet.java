package kwix.language.value;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of a large set by updates with small ones: those lie above it in layers, the newest on top, until somebody wants the names
 * in their order. A layer has more than twice as many attributes as the one above it, so there are few, and an attribute
 * moves into another layer few times, however many updates follow each other.
 */
final class LayeredSet extends AttributeSet {

    /** Smaller sets are copied. */
    private static final int LARGE = 64;

    /** How many times larger than the update a set must be that is not copied. */
    private static final int MUCH_LARGER = 4;

    /** Layers that are smaller than this are one. */
    private static final int SMALLEST = 16;

    /** When this part of the attributes was looked up, flat names would have been cheaper. */
    private static final int ATTRIBUTES_PER_LOOKUP = 8;

    /** @param bound how many attributes there are in it and below, those counted twice that were replaced */
    private record Layer(AttributeSet set, @Nullable Layer below, int bound) {}

    /** Null when the set is flat. */
    private @Nullable Layer top;

    private int lookups;

    private LayeredSet(Layer top) {
        this.top = top;
    }

    /** Whether {@code left // right} is better layered than merged. */
    static boolean pays(AttributeSet left, AttributeSet right) {
        return size(left) >= LARGE && size(left) >= MUCH_LARGER * size(right);
    }

    private static int size(AttributeSet set) {
        return set instanceof LayeredSet layered && layered.top != null ? layered.top.bound : set.size();
    }

    /** {@code left // right}. */
    static AttributeSet over(AttributeSet left, AttributeSet right) {
        right.names();
        Layer below = left instanceof LayeredSet layered && layered.top != null
                ? layered.top
                : new Layer(left, null, left.size());
        AttributeSet upper = right;
        while (below != null && below.set.size() <= Math.max(SMALLEST, 2 * upper.size())) {
            upper = merge(below.set, upper);
            below = below.below;
        }
        return below == null ? upper : new LayeredSet(new Layer(upper, below, below.bound + upper.size()));
    }

    private static AttributeSet merge(AttributeSet lower, AttributeSet upper) {
        return lower.merged(upper);
    }

    @TruffleBoundary
    boolean holds(String name) {
        return find(name) != null;
    }

    /** What {@link #get} gives. */
    @Nullable
    @TruffleBoundary
    Object find(String name) {
        if (manyLookups()) {
            return get(name);
        }
        for (Layer layer = top; layer != null; layer = layer.below) {
            int index = layer.set.indexOf(name);
            if (index >= 0) {
                return layer.set.value(index);
            }
        }
        return null;
    }

    /** What {@link #forced} gives. */
    @Nullable
    @TruffleBoundary
    Object findForced(String name) {
        if (manyLookups()) {
            return forced(name);
        }
        for (Layer layer = top; layer != null; layer = layer.below) {
            int index = layer.set.indexOf(name);
            if (index >= 0) {
                return layer.set.force(index);
            }
        }
        return null;
    }

    /** Lays the set out flat when that has become the cheaper way. */
    private boolean manyLookups() {
        boolean many = ++lookups > Objects.requireNonNull(top).bound / ATTRIBUTES_PER_LOOKUP;
        if (many) {
            names();
        }
        return many;
    }

    /** All layers as one flat set; they are given up. */
    AttributeSet merged() {
        Layer layer = Objects.requireNonNull(top);
        AttributeSet all = layer.set;
        for (Layer below = layer.below; below != null; below = below.below) {
            all = merge(below.set, all);
        }
        top = null;
        return all;
    }
}
