package kwix.language.read;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import kwix.language.value.AttributeSet;
import kwix.language.value.NameTable;

/**
 * The names of a JSON object in their written order, and how they become a set's: data that repeats a shape shares one name table.
 *
 * @param order where each of the set's attributes stands in the object
 */
record JsonShape(String[] written, NameTable table, int[] order) {

    static final JsonShape EMPTY = new JsonShape(new String[0], NameTable.EMPTY, new int[0]);

    /** This shape if it fits the first {@code size} names, else a new one. Names are the same object when they are equal. */
    @SuppressWarnings("ReferenceEquality")
    JsonShape orFor(String[] names, int size) {
        boolean same = size == written.length;
        for (int i = 0; same && i < size; i++) {
            same = names[i] == written[i];
        }
        return same ? this : of(Arrays.copyOf(names, size));
    }

    private static JsonShape of(String[] names) {
        int[] sorted = IntStream.range(0, names.length)
                .boxed()
                .sorted(Comparator.comparing(index -> names[index]))
                .mapToInt(Integer::intValue)
                .toArray();
        var unique = new String[names.length];
        int count = 0;
        for (int index : sorted) {
            // The sort is stable: of equal names the one written last comes last, and replaces the others.
            if (count > 0 && unique[count - 1].equals(names[index])) {
                count--;
            }
            unique[count] = names[index];
            sorted[count++] = index;
        }
        return new JsonShape(names, new NameTable(Arrays.copyOf(unique, count)), Arrays.copyOf(sorted, count));
    }

    AttributeSet set(Object[] values) {
        var ordered = new Object[order.length];
        for (int i = 0; i < ordered.length; i++) {
            ordered[i] = values[order[i]];
        }
        return new AttributeSet(table, ordered, null);
    }
}
