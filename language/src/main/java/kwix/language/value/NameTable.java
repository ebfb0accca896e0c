package kwix.language.value;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Attribute names in byte order, shared by every set with just these names: an identity that select sites can remember.
 */
public final class NameTable {

    public static final NameTable EMPTY = constant();

    /** Up to this size a scan beats a binary search. */
    private static final int SCAN = 8;

    /** From this size a hash index is worth its while, once names have been looked up often enough. */
    private static final int INDEXED = 64;

    /** One search costs as much as to index so many names. */
    private static final int NAMES_PER_SEARCH = 32;

    /** What becomes of sets with more names is not remembered. */
    private static final int REMEMBERED = 64;

    /** How many updates are. */
    private static final int UPDATES = 4;

    private final String[] names;

    /** For each hash the index of a name plus one, 0 where there is none; collisions follow. */
    private int @Nullable [] index;

    private int lookups;

    /** Updates of sets with these names, so that sets which are made alike share their names. The oldest one makes room. */
    private @Nullable Update @Nullable [] updates;

    private int oldestUpdate;

    /** The last selection of some of the names. */
    private @Nullable Selection selection;

    /** Of a constant, which evaluations share, so that it must not remember anything of one of them. */
    private final boolean constant;

    /** @param sorted without duplicates; not copied */
    public NameTable(String[] sorted) {
        this(sorted, false);
    }

    private NameTable(String[] sorted, boolean constant) {
        names = sorted;
        this.constant = constant;
    }

    /**
     * Names that no evaluation has for itself.
     *
     * @param sorted without duplicates, and few
     */
    public static NameTable constant(String... sorted) {
        return new NameTable(sorted, true);
    }

    public int size() {
        return names.length;
    }

    public String name(int index) {
        return names[index];
    }

    /** The index of a name, or a negative number. */
    @TruffleBoundary
    public int indexOf(String name) {
        if (names.length > SCAN) {
            return names.length < INDEXED ? between(name, 0, names.length) : search(name);
        }
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private int search(String name) {
        int[] known = index;
        if (known == null) {
            if (++lookups < names.length / NAMES_PER_SEARCH) {
                return between(name, 0, names.length);
            }
            known = hashed();
            index = known;
        }
        int mask = known.length - 1;
        for (int at = spread(name) & mask; known[at] != 0; at = at + 1 & mask) {
            int candidate = known[at] - 1;
            if (names[candidate].equals(name)) {
                return candidate;
            }
        }
        return -1;
    }

    private int[] hashed() {
        var table = new int[Integer.highestOneBit(names.length) * 4];
        int mask = table.length - 1;
        for (int i = 0; i < names.length; i++) {
            int at = spread(names[i]) & mask;
            while (table[at] != 0) {
                at = at + 1 & mask;
            }
            table[at] = i + 1;
        }
        return table;
    }

    private static int spread(String name) {
        int hash = name.hashCode() * 0x9E3779B9;
        return hash ^ hash >>> 15;
    }

    /**
     * The index of a name at or behind {@code from}; where there is none, {@code -1 - index} of the first name behind it. Cheap when
     * that is near {@code from}.
     */
    int locate(String name, int from) {
        int low = from;
        int high = from;
        for (int step = 1; high < names.length && names[high].compareTo(name) < 0; step *= 2) {
            low = high + 1;
            high = Math.min(low + step, names.length);
        }
        return between(name, low, Math.min(high + 1, names.length));
    }

    private int between(String name, int from, int to) {
        int low = from;
        int high = to - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = names[middle].compareTo(name);
            if (order < 0) {
                low = middle + 1;
            } else if (order > 0) {
                high = middle - 1;
            } else {
                return middle;
            }
        }
        return -1 - low;
    }

    Update updateBy(NameTable other) {
        if (constant || names.length > REMEMBERED || other.names.length > REMEMBERED) {
            return Update.once(this, other);
        }
        @Nullable Update[] known = updates;
        if (known == null) {
            known = new Update[UPDATES];
            updates = known;
        }
        for (Update update : known) {
            if (update != null && update.isBy(other)) {
                return update;
            }
        }
        Update made = Update.once(this, other);
        known[oldestUpdate] = made;
        oldestUpdate = (oldestUpdate + 1) % UPDATES;
        return made;
    }

    /** @param kept indices that ascend; not copied */
    Selection selection(int[] kept) {
        if (constant) {
            return new Selection(this, kept);
        }
        Selection known = selection;
        if (known == null || !known.isOf(kept)) {
            known = new Selection(this, kept);
            selection = known;
        }
        return known;
    }

    /** The indices, in their order, of those names that the other table has too. */
    int[] sharedWith(NameTable other) {
        boolean fewer = names.length <= other.names.length;
        NameTable small = fewer ? this : other;
        NameTable large = fewer ? other : this;
        var shared = new int[small.names.length];
        int count = 0;
        int from = 0;
        for (int i = 0; i < shared.length; i++) {
            int position = large.locate(small.names[i], from);
            if (position >= 0) {
                shared[count++] = fewer ? i : position;
            }
            from = position < 0 ? -1 - position : position + 1;
        }
        return count == shared.length ? shared : Arrays.copyOf(shared, count);
    }

    String[] array() {
        return names;
    }
}
