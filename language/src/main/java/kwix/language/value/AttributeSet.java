package kwix.language.value;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.Objects;
import kwix.language.error.Place;
import org.jspecify.annotations.Nullable;

/**
 * An attribute set: names in byte order, each with a value that may be a thunk, and with the place of its definition if known.
 *
 * <p>An index is that of a name in {@link #names}. To ask for the names, for the size or by an index lays a {@link LayeredSet} out flat;
 * to ask by a name does not.
 */
public sealed class AttributeSet permits LayeredSet {

    /** The set that never had room for an attribute: every {@code {}} is this one to traces, see {@link #identity}. */
    public static final AttributeSet EMPTY = new AttributeSet(NameTable.EMPTY, new Object[0], null);

    /** Null in a layered set only. */
    private @Nullable NameTable names;

    private Object[] values;
    private @Nullable Place @Nullable [] places;

    /**
     * @param values in the order of the names; not copied, and overwritten with evaluated values
     * @param places in the same order, shared between sets, or null when none is known
     */
    public AttributeSet(NameTable names, Object[] values, @Nullable Place @Nullable [] places) {
        this.names = names;
        this.values = values;
        this.places = places;
    }

    /** A layered set. */
    AttributeSet() {
        values = EMPTY.values;
    }

    public final int size() {
        return names().size();
    }

    public final boolean isEmpty() {
        return names != null && values.length == 0;
    }

    /** Whether the names are not in order yet: only {@link #has}, {@link #get} and {@link #forced} leave it so. */
    public final boolean isLayered() {
        return names == null;
    }

    public final NameTable names() {
        NameTable known = names;
        return known == null ? flatten() : known;
    }

    public final String name(int index) {
        return names().name(index);
    }

    /** The value as it is stored: maybe a thunk. */
    public final Object value(int index) {
        Object value = values[index];
        if (value instanceof Thunk thunk && thunk.isEvaluated()) {
            value = thunk.force();
            values[index] = value;
        }
        return value;
    }

    /** The value in weak head normal form. */
    public final Object force(int index) {
        Object value = values[index];
        if (value instanceof Thunk thunk) {
            value = thunk.force();
            if (thunk.isReplaceable()) {
                values[index] = value;
            }
        }
        return value;
    }

    public final int indexOf(String name) {
        return names().indexOf(name);
    }

    public final boolean has(String name) {
        NameTable known = names;
        return known == null ? layered().holds(name) : known.indexOf(name) >= 0;
    }

    /** The value of a name, maybe a thunk, or null when there is none. */
    public final @Nullable Object get(String name) {
        NameTable known = names;
        if (known == null) {
            return layered().find(name);
        }
        int index = known.indexOf(name);
        return index < 0 ? null : value(index);
    }

    /** The value of a name in weak head normal form, or null when there is none. */
    public final @Nullable Object forced(String name) {
        NameTable known = names;
        if (known == null) {
            return layered().findForced(name);
        }
        int index = known.indexOf(name);
        return index < 0 ? null : force(index);
    }

    /** Where an attribute was defined, if known. */
    public final @Nullable Place place(int index) {
        return places == null ? null : places[index];
    }

    /** A set without attributes that had room for some: another one than {@link #EMPTY}. */
    public static AttributeSet emptied() {
        return new AttributeSet(new NameTable(new String[0]), new Object[0], null);
    }

    /** These attributes as a set of its own. */
    private AttributeSet again() {
        return new AttributeSet(names(), values, places);
    }

    /** What is the same object for two sets if and only if they are one to traces: the reference keeps one empty set. */
    public final Object identity() {
        return names == NameTable.EMPTY ? EMPTY : this;
    }

    /** The attributes at these indices, which ascend. */
    public final AttributeSet only(int[] indices) {
        if (indices.length == 0) {
            return isEmpty() ? EMPTY : emptied();
        }
        if (indices.length == values.length) {
            return again();
        }
        return names().selection(indices).of(this);
    }

    /** The attributes whose names the other set has too. */
    public final AttributeSet only(AttributeSet wanted) {
        return wanted.isEmpty() ? EMPTY : only(names().sharedWith(wanted.names()));
    }

    /** {@code this // right}. */
    @TruffleBoundary
    public final AttributeSet update(AttributeSet right) {
        if (isEmpty()) {
            return right;
        }
        if (right.isEmpty()) {
            return this;
        }
        return LayeredSet.pays(this, right) ? LayeredSet.over(this, right) : merged(right);
    }

    /** {@code this // right} as a flat set of its own. */
    final AttributeSet merged(AttributeSet right) {
        return right.size() == 1 ? withOne(right) : mergedWith(right).apply(this, right);
    }

    /** {@code this // right} for a set of one attribute. */
    private AttributeSet withOne(AttributeSet right) {
        NameTable own = names();
        int index = own.indexOf(right.name(0));
        Place place = right.place(0);
        if (index < 0) {
            return mergedWith(right).apply(this, right);
        }
        Object[] updated = values.clone();
        updated[index] = right.value(0);
        @Nullable Place @Nullable [] kept = places;
        if (place != null || kept != null && kept[index] != null) {
            kept = kept == null ? new Place[updated.length] : kept.clone();
            kept[index] = place;
        }
        return new AttributeSet(own, updated, kept);
    }

    /**
     * How {@code this // right} is put together, for sets that are often updated by sets of the same shape; null when there is nothing
     * to remember of it.
     */
    @TruffleBoundary
    public final @Nullable Update updateBy(AttributeSet right) {
        return isEmpty() || right.isEmpty() || LayeredSet.pays(this, right) ? null : mergedWith(right);
    }

    private Update mergedWith(AttributeSet right) {
        return Update.of(names(), right.names());
    }

    /** The names, or null when they are still in layers. */
    final @Nullable NameTable knownNames() {
        return names;
    }

    /** Of a flat set. */
    final Object[] values() {
        return values;
    }

    /** Of a flat set. */
    final @Nullable Place @Nullable [] places() {
        return places;
    }

    private LayeredSet layered() {
        return (LayeredSet) this;
    }

    @TruffleBoundary
    private NameTable flatten() {
        AttributeSet flat = layered().merged();
        values = flat.values;
        places = flat.places;
        NameTable table = Objects.requireNonNull(flat.names);
        names = table;
        return table;
    }
}
