package kwix.language.value;

import java.util.Arrays;
import kwix.language.error.Place;
import org.jspecify.annotations.Nullable;

/** Some attributes of sets of one shape. The sets that are left share one name table. */
final class Selection {

    private final int[] kept;
    private final NameTable names;

    /** The places of the last set, and those that were left of them: sets that one expression made share theirs. */
    private @Nullable Place @Nullable [] places;

    private @Nullable Place @Nullable [] keptPlaces;

    /** @param kept indices that ascend; not copied */
    Selection(NameTable all, int[] kept) {
        this.kept = kept;
        var left = new String[kept.length];
        for (int i = 0; i < kept.length; i++) {
            left[i] = all.name(kept[i]);
        }
        names = new NameTable(left);
    }

    boolean isOf(int[] indices) {
        return Arrays.equals(kept, indices);
    }

    /** @param set flat, and of this shape */
    AttributeSet of(AttributeSet set) {
        Object[] all = set.values();
        var values = new Object[kept.length];
        for (int i = 0; i < kept.length; i++) {
            values[i] = all[kept[i]];
        }
        return new AttributeSet(names, values, places(set.places()));
    }

    private @Nullable Place @Nullable [] places(@Nullable Place @Nullable [] all) {
        if (all == places) {
            return keptPlaces;
        }
        @Nullable Place @Nullable [] left = null;
        if (all != null) {
            left = new Place[kept.length];
            for (int i = 0; i < kept.length; i++) {
                left[i] = all[kept[i]];
            }
        }
        places = all;
        keptPlaces = left;
        return left;
    }
}
