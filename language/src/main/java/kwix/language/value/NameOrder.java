package kwix.language.value;

/** Sorts names by the order of their bytes, in time that is linear where they are sorted already. */
public final class NameOrder {

    private NameOrder() {}

    /** The indices of the first {@code count} names in the names' order; equal ones keep theirs. */
    public static int[] of(String[] names, int count) {
        var order = new int[count];
        var ends = new int[count];
        int runs = 0;
        for (int i = 0; i < count; i++) {
            order[i] = i;
            if (i > 0 && names[i - 1].compareTo(names[i]) > 0) {
                ends[runs++] = i;
            }
        }
        if (count > 0) {
            ends[runs++] = count;
        }
        int[] from = order;
        int[] to = runs > 1 ? new int[count] : order;
        while (runs > 1) {
            runs = mergePairs(names, from, to, ends, runs);
            int[] merged = to;
            to = from;
            from = merged;
        }
        return from;
    }

    /** Merges each two neighbouring runs into one; gives how many there are then. */
    private static int mergePairs(String[] names, int[] from, int[] to, int[] ends, int runs) {
        int begin = 0;
        int left = 0;
        for (int run = 0; run < runs; run += 2) {
            int middle = ends[run];
            int end = run + 1 < runs ? ends[run + 1] : middle;
            merge(names, from, to, begin, middle, end);
            ends[left++] = end;
            begin = end;
        }
        return left;
    }

    private static void merge(String[] names, int[] from, int[] to, int begin, int middle, int end) {
        int low = begin;
        int high = middle;
        for (int at = begin; at < end; at++) {
            boolean takesLow = high == end || low < middle && names[from[low]].compareTo(names[from[high]]) <= 0;
            to[at] = takesLow ? from[low++] : from[high++];
        }
    }

    /** Leaves of each name the first index only, at the beginning of the order; gives how many there are. */
    public static int withoutRepetitions(int[] order, String[] names) {
        int kept = Math.min(order.length, 1);
        for (int i = 1; i < order.length; i++) {
            if (!names[order[i]].equals(names[order[kept - 1]])) {
                order[kept++] = order[i];
            }
        }
        return kept;
    }
}
