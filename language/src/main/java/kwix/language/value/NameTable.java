package kwix.language.value;

import java.util.Arrays;

/**
 * Attribute names in byte order, shared by every set with just these names: an identity that select sites can remember.
 */
public final class NameTable {

    public static final NameTable EMPTY = new NameTable(new String[0]);

    /** Up to this size a scan beats a binary search. */
    private static final int SCAN = 8;

    private final String[] names;

    /** @param sorted without duplicates; not copied */
    public NameTable(String[] sorted) {
        names = sorted;
    }

    public int size() {
        return names.length;
    }

    public String name(int index) {
        return names[index];
    }

    /** The index of a name, or a negative number. */
    public int indexOf(String name) {
        if (names.length > SCAN) {
            return Arrays.binarySearch(names, name);
        }
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    String[] array() {
        return names;
    }
}
