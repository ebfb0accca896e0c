package kwix.language.value;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.Arrays;
import kwix.language.error.Place;
import org.jspecify.annotations.Nullable;

/** Collects attributes in any order. When a name comes twice, the first one put stays. */
public final class AttributeSetBuilder {

    private String[] names;
    private Object[] values;

    /** Null as long as no attribute has a place. */
    private @Nullable Place @Nullable [] places;

    private int count;
    private boolean sorted = true;

    public AttributeSetBuilder() {
        this(8);
    }

    public AttributeSetBuilder(int expected) {
        int room = Math.max(expected, 1);
        names = new String[room];
        values = new Object[room];
    }

    @TruffleBoundary
    public AttributeSetBuilder put(String name, Object value) {
        return put(name, value, null);
    }

    @TruffleBoundary
    public AttributeSetBuilder put(String name, Object value, @Nullable Place place) {
        if (count == names.length) {
            grow(count * 2);
        }
        sorted = sorted && (count == 0 || names[count - 1].compareTo(name) < 0);
        names[count] = name;
        values[count] = value;
        if (place != null) {
            place(place);
        }
        count++;
        return this;
    }

    private void place(Place place) {
        @Nullable Place[] known = places;
        if (known == null) {
            known = new Place[names.length];
            places = known;
        }
        known[count] = place;
    }

    private void grow(int room) {
        names = Arrays.copyOf(names, room);
        values = Arrays.copyOf(values, room);
        if (places != null) {
            places = Arrays.copyOf(places, room);
        }
    }

    /** Where in the order of putting a name was put first, or -1. Looks through all of them. */
    @TruffleBoundary
    public int indexOf(String name) {
        for (int i = 0; i < count; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** @param index from {@link #indexOf} */
    public @Nullable Place place(int index) {
        return places == null ? null : places[index];
    }

    @TruffleBoundary
    public AttributeSet build() {
        if (count == 0) {
            return AttributeSet.EMPTY;
        }
        if (!sorted) {
            sortKeepingFirst();
        } else if (count < names.length) {
            grow(count);
        }
        return new AttributeSet(new NameTable(names), values, places);
    }

    private void sortKeepingFirst() {
        int[] order = NameOrder.of(names, count);
        int kept = NameOrder.withoutRepetitions(order, names);
        var sortedNames = new String[kept];
        var sortedValues = new Object[kept];
        @Nullable Place[] sortedPlaces = places == null ? null : new Place[kept];
        for (int i = 0; i < kept; i++) {
            sortedNames[i] = names[order[i]];
            sortedValues[i] = values[order[i]];
            if (sortedPlaces != null) {
                sortedPlaces[i] = place(order[i]);
            }
        }
        names = sortedNames;
        values = sortedValues;
        places = sortedPlaces;
        count = kept;
        sorted = true;
    }
}
