package kwix.language.value;

import java.util.Arrays;
import kwix.language.error.Place;
import org.jspecify.annotations.Nullable;

/** Collects attributes in any order. When a name comes twice, the first one put stays. */
public final class AttributeSetBuilder {

    private record Entry(
            String name, Object value, @Nullable Place place) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            return name.compareTo(other.name);
        }
    }

    private Entry[] entries;
    private int count;
    private boolean sorted = true;
    private boolean placed;

    public AttributeSetBuilder() {
        this(8);
    }

    public AttributeSetBuilder(int expected) {
        entries = new Entry[Math.max(expected, 1)];
    }

    public AttributeSetBuilder put(String name, Object value) {
        return put(name, value, null);
    }

    public AttributeSetBuilder put(String name, Object value, @Nullable Place place) {
        if (count == entries.length) {
            entries = Arrays.copyOf(entries, count * 2);
        }
        sorted = sorted && (count == 0 || entries[count - 1].name.compareTo(name) < 0);
        placed = placed || place != null;
        entries[count++] = new Entry(name, value, place);
        return this;
    }

    public AttributeSet build() {
        if (count == 0) {
            return AttributeSet.EMPTY;
        }
        if (!sorted) {
            sortKeepingFirst();
        }
        var names = new String[count];
        var values = new Object[count];
        @Nullable Place[] places = placed ? new Place[count] : null;
        for (int i = 0; i < count; i++) {
            names[i] = entries[i].name;
            values[i] = entries[i].value;
            if (places != null) {
                places[i] = entries[i].place;
            }
        }
        return new AttributeSet(new NameTable(names), values, places);
    }

    private void sortKeepingFirst() {
        Arrays.sort(entries, 0, count);
        int kept = 1;
        for (int i = 1; i < count; i++) {
            if (!entries[i].name.equals(entries[kept - 1].name)) {
                entries[kept++] = entries[i];
            }
        }
        count = kept;
        sorted = true;
    }
}
