package kwix.language.value;

import java.util.Arrays;
import kwix.language.error.Place;
import org.jspecify.annotations.Nullable;

/** An attribute set: names in byte order, each with a value that may be a thunk, and with the place of its definition if known. */
public final class AttributeSet {

    /** The set that never had room for an attribute: every {@code {}} is this one to traces, see {@link #identity}. */
    public static final AttributeSet EMPTY = new AttributeSet(NameTable.EMPTY, new Object[0], null);

    private final NameTable names;
    private final Object[] values;
    private final @Nullable Place @Nullable [] places;

    /**
     * @param values in the order of the names; not copied, and overwritten with evaluated values
     * @param places in the same order, shared between sets, or null when none is known
     */
    public AttributeSet(NameTable names, Object[] values, @Nullable Place @Nullable [] places) {
        this.names = names;
        this.values = values;
        this.places = places;
    }

    public int size() {
        return values.length;
    }

    public boolean isEmpty() {
        return values.length == 0;
    }

    public NameTable names() {
        return names;
    }

    public String name(int index) {
        return names.name(index);
    }

    /** The value as it is stored: maybe a thunk. */
    public Object value(int index) {
        Object value = values[index];
        if (value instanceof Thunk thunk && thunk.isEvaluated()) {
            value = thunk.force();
            values[index] = value;
        }
        return value;
    }

    /** The value in weak head normal form. */
    public Object force(int index) {
        Object value = values[index];
        if (value instanceof Thunk thunk) {
            value = thunk.force();
            values[index] = value;
        }
        return value;
    }

    public int indexOf(String name) {
        return names.indexOf(name);
    }

    public boolean has(String name) {
        return names.indexOf(name) >= 0;
    }

    /** The value of a name, maybe a thunk, or null when there is none. */
    public @Nullable Object get(String name) {
        int index = names.indexOf(name);
        return index < 0 ? null : value(index);
    }

    /** The value of a name in weak head normal form, or null when there is none. */
    public @Nullable Object forced(String name) {
        int index = names.indexOf(name);
        return index < 0 ? null : force(index);
    }

    /** Where an attribute was defined, if known. */
    public @Nullable Place place(int index) {
        return places == null ? null : places[index];
    }

    /** A set without attributes that had room for some: another one than {@link #EMPTY}. */
    public static AttributeSet emptied() {
        return new AttributeSet(new NameTable(new String[0]), new Object[0], null);
    }

    /** These attributes as a set of its own. */
    private AttributeSet again() {
        return new AttributeSet(names, values, places);
    }

    /** What is the same object for two sets if and only if they are one to traces: the reference keeps one empty set. */
    public Object identity() {
        return names == NameTable.EMPTY ? EMPTY : this;
    }

    /** The attributes at these indices, which ascend. */
    public AttributeSet only(int[] indices) {
        if (indices.length == 0) {
            return isEmpty() ? EMPTY : emptied();
        }
        if (indices.length == values.length) {
            return again();
        }
        var keptNames = new String[indices.length];
        var keptValues = new Object[indices.length];
        @Nullable Place @Nullable [] keptPlaces = places == null ? null : new Place[indices.length];
        for (int i = 0; i < indices.length; i++) {
            keptNames[i] = names.name(indices[i]);
            keptValues[i] = values[indices[i]];
            if (keptPlaces != null) {
                keptPlaces[i] = place(indices[i]);
            }
        }
        return new AttributeSet(new NameTable(keptNames), keptValues, keptPlaces);
    }

    /** {@code this // right}. */
    public AttributeSet update(AttributeSet right) {
        if (isEmpty()) {
            return right;
        }
        if (right.isEmpty()) {
            return this;
        }
        if (names == right.names) {
            return right.again();
        }
        return merge(right);
    }

    private AttributeSet merge(AttributeSet right) {
        String[] mine = names.array();
        String[] theirs = right.names.array();
        var mergedNames = new String[mine.length + theirs.length];
        var mergedValues = new Object[mergedNames.length];
        @Nullable
        Place @Nullable [] mergedPlaces = places == null && right.places == null ? null : new Place[mergedNames.length];
        int count = 0;
        int i = 0;
        int j = 0;
        while (i < mine.length || j < theirs.length) {
            int order = i == mine.length ? 1 : j == theirs.length ? -1 : compare(mine[i], theirs[j]);
            AttributeSet from = order < 0 ? this : right;
            int at = order < 0 ? i : j;
            mergedNames[count] = from.names.name(at);
            mergedValues[count] = from.values[at];
            if (mergedPlaces != null) {
                mergedPlaces[count] = from.place(at);
            }
            count++;
            if (order <= 0) {
                i++;
            }
            if (order >= 0) {
                j++;
            }
        }
        if (count == mine.length) {
            return new AttributeSet(names, Arrays.copyOf(mergedValues, count), trim(mergedPlaces, count));
        }
        if (count == theirs.length) {
            return new AttributeSet(right.names, Arrays.copyOf(mergedValues, count), trim(mergedPlaces, count));
        }
        if (count == mergedNames.length) {
            return new AttributeSet(new NameTable(mergedNames), mergedValues, mergedPlaces);
        }
        return new AttributeSet(
                new NameTable(Arrays.copyOf(mergedNames, count)),
                Arrays.copyOf(mergedValues, count),
                trim(mergedPlaces, count));
    }

    private static @Nullable Place @Nullable [] trim(@Nullable Place @Nullable [] places, int count) {
        return places == null || places.length == count ? places : Arrays.copyOf(places, count);
    }

    @SuppressWarnings("ReferenceEquality") // names are mostly interned, and equal ones need no comparison
    private static int compare(String left, String right) {
        return left == right ? 0 : left.compareTo(right);
    }
}
