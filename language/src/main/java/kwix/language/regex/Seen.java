package kwix.language.regex;

/** Which states were explored at which positions, and whether that led to a match: a hash table of longs. */
final class Seen {

    static final int NEW = 0;
    static final int FAILED = 1;
    static final int MATCHED = 2;

    private static final long MATCHED_BIT = 1L << 62;

    /** Keys are stored plus one, so that zero is a free place. */
    private long[] table = new long[1024];

    private int count;

    /** What is known of a pair; a new one counts as failed until {@link #matched} says otherwise. */
    int enter(int state, int position) {
        long key = key(state, position);
        int at = slot(table, key);
        if (table[at] != 0) {
            return (table[at] & MATCHED_BIT) == 0 ? FAILED : MATCHED;
        }
        table[at] = key;
        if (++count * 2 > table.length) {
            grow();
        }
        return NEW;
    }

    void matched(int state, int position) {
        long key = key(state, position);
        table[slot(table, key)] = key | MATCHED_BIT;
    }

    private static long key(int state, int position) {
        return ((long) state << 32 | position) + 1;
    }

    private static int slot(long[] table, long key) {
        int mask = table.length - 1;
        long mixed = key * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed >>> 40) & mask;
        while (table[at] != 0 && (table[at] & ~MATCHED_BIT) != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        var larger = new long[table.length * 2];
        for (long entry : table) {
            if (entry != 0) {
                larger[slot(larger, entry & ~MATCHED_BIT)] = entry;
            }
        }
        table = larger;
    }
}
