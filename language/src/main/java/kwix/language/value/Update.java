package kwix.language.value;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import kwix.language.error.Place;
import org.jspecify.annotations.Nullable;

/**
 * How {@code a // b} puts together sets of two shapes. It can be used again for all sets of these shapes, whose results then share
 * one name table.
 */
public final class Update {

    private final NameTable left;
    private final NameTable right;
    private final NameTable result;

    /** Places of sets that were put together, and what became of them: sets that one expression made share theirs. */
    private @Nullable Place @Nullable [] leftPlaces;

    private @Nullable Place @Nullable [] rightPlaces;
    private @Nullable Place @Nullable [] resultPlaces;

    /** For each name of the right set its index in the left one, or {@code -1 - index} of the place where it comes between. */
    private final int[] positions;

    private Update(NameTable left, NameTable right) {
        this.left = left;
        this.right = right;
        positions = new int[right.size()];
        int shared = 0;
        int from = 0;
        for (int i = 0; i < positions.length; i++) {
            int position = left.locate(right.name(i), from);
            positions[i] = position;
            from = position < 0 ? -1 - position : position + 1;
            shared += position < 0 ? 0 : 1;
        }
        int size = left.size() + right.size() - shared;
        if (size == left.size()) {
            result = left;
        } else if (size == right.size()) {
            result = right;
        } else {
            var names = new String[size];
            merge(left.array(), right.array(), names);
            result = new NameTable(names);
        }
    }

    /** The update of sets shaped like these, none of them layered. */
    static Update of(NameTable left, NameTable right) {
        return left.updateBy(right);
    }

    /** One that nothing remembers. */
    static Update once(NameTable left, NameTable right) {
        return new Update(left, right);
    }

    boolean isBy(NameTable names) {
        return right == names;
    }

    /** Whether it is for sets of these shapes. */
    public boolean fits(AttributeSet base, AttributeSet updates) {
        return base.knownNames() == left && updates.knownNames() == right;
    }

    /** {@code base // updates}, which must be of the right shapes. */
    @TruffleBoundary
    public AttributeSet apply(AttributeSet base, AttributeSet updates) {
        var values = new Object[result.size()];
        merge(base.values(), updates.values(), values);
        return new AttributeSet(result, values, places(base.places(), updates.places()));
    }

    private @Nullable Place @Nullable [] places(
            @Nullable Place @Nullable [] lower, @Nullable Place @Nullable [] upper) {
        if (lower == leftPlaces && upper == rightPlaces) {
            return resultPlaces;
        }
        @Nullable Place[] places = new Place[result.size()];
        merge(lower == null ? new Place[left.size()] : lower, upper == null ? new Place[right.size()] : upper, places);
        leftPlaces = lower;
        rightPlaces = upper;
        resultPlaces = places;
        return places;
    }

    private void merge(@Nullable Object[] lower, @Nullable Object[] upper, @Nullable Object[] target) {
        int from = 0;
        int at = 0;
        for (int i = 0; i < positions.length; i++) {
            int position = positions[i];
            int to = position < 0 ? -1 - position : position;
            int kept = to - from;
            if (kept > 0) {
                System.arraycopy(lower, from, target, at, kept);
                at += kept;
            }
            target[at++] = upper[i];
            from = position < 0 ? to : to + 1;
        }
        System.arraycopy(lower, from, target, at, lower.length - from);
    }
}
