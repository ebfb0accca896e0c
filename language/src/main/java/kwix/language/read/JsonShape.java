package kwix.language.read;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import kwix.language.value.AttributeSet;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.NameTable;
import org.jspecify.annotations.Nullable;

/**
 * The names of a JSON object as far as they were written, in their written order. Data repeats its shapes: objects with the same names in
 * the same order share one name table, and the name that comes next is mostly the one that came last time.
 */
final class JsonShape {

    /** Objects with more names are tables of data, not records. */
    private static final int MOST_NAMES = 64;

    /** Where more different names follow, they are data too. */
    private static final int MOST_SUCCESSORS = 64;

    /** Names are the same object when they are equal. */
    private final String last;

    private final @Nullable JsonShape before;
    private final int size;

    private @Nullable JsonShape next;
    private @Nullable Map<String, JsonShape> others;

    /** Made when an object ends here; {@link #order} says where each of its attributes stands in the object. */
    private @Nullable NameTable table;

    private int[] order = {};

    private JsonShape(String last, @Nullable JsonShape before, int size) {
        this.last = last;
        this.before = before;
        this.size = size;
    }

    /** The shape of {@code {}}. */
    static JsonShape empty() {
        return new JsonShape("", null, 0);
    }

    /** The name that probably follows. */
    String expected() {
        JsonShape known = next;
        return known == null ? "" : known.last;
    }

    /** The shape with one more name; null when it is not worth being remembered. */
    @SuppressWarnings("ReferenceEquality")
    @Nullable
    JsonShape with(String name) {
        JsonShape known = next;
        if (known != null && known.last == name) {
            return known;
        }
        if (known == null) {
            if (size == MOST_NAMES) {
                return null;
            }
            known = new JsonShape(name, this, size + 1);
        } else {
            if (others == null) {
                others = new HashMap<>();
                others.put(known.last, known);
            }
            known = others.get(name);
            if (known == null) {
                if (others.size() == MOST_SUCCESSORS) {
                    return null;
                }
                known = new JsonShape(name, this, size + 1);
                others.put(name, known);
            }
        }
        next = known;
        return known;
    }

    /** The object with these values, in their written order. */
    AttributeSet set(Object[] values, int from) {
        NameTable known = table;
        if (known == null) {
            known = layOut();
            table = known;
        }
        var ordered = new Object[order.length];
        for (int i = 0; i < ordered.length; i++) {
            ordered[i] = values[from + order[i]];
        }
        return new AttributeSet(known, ordered, null);
    }

    private NameTable layOut() {
        var written = new String[size];
        JsonShape shape = this;
        for (int i = size - 1; i >= 0 && shape != null; i--) {
            written[i] = shape.last;
            shape = shape.before;
        }
        var indices = new Object[size];
        for (int i = 0; i < size; i++) {
            indices[i] = i;
        }
        AttributeSet laidOut = set(written, indices, 0, size);
        order = new int[laidOut.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = (Integer) laidOut.value(i);
        }
        return laidOut.names();
    }

    /** An object without a shape. Of equal names the last one counts. */
    static AttributeSet set(String[] names, Object[] values, int from, int to) {
        boolean ascending = true;
        for (int i = from + 1; ascending && i < to; i++) {
            ascending = names[i - 1].compareTo(names[i]) < 0;
        }
        if (ascending) {
            return new AttributeSet(
                    new NameTable(Arrays.copyOfRange(names, from, to)), Arrays.copyOfRange(values, from, to), null);
        }
        var builder = new AttributeSetBuilder(to - from);
        for (int i = to - 1; i >= from; i--) {
            builder.put(names[i], values[i]);
        }
        return builder.build();
    }
}
