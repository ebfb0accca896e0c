package kwix.grammar.parse;

/** Makes the strings of names, equal ones once: the same few names stand all over a file. */
final class NameTable {

    private final CodeUnits source;
    private final byte[] text;
    private String[] names = new String[256];

    /** Where each name stands first. */
    private int[] starts = new int[256];

    private int size;

    NameTable(CodeUnits source) {
        this.source = source;
        text = source.units;
    }

    String name(int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + text[i];
        }
        int slot = slot(hash);
        for (String name = names[slot]; name != null; name = names[slot]) {
            if (name.length() == end - start && equals(starts[slot], start, end)) {
                return name;
            }
            slot = slot + 1 & names.length - 1;
        }
        var name = source.slice(start, end);
        names[slot] = name;
        starts[slot] = start;
        if (++size > names.length / 2) {
            grow();
        }
        return name;
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 15) & names.length - 1;
    }

    private boolean equals(int first, int start, int end) {
        int offset = first - start;
        for (int i = start; i < end; i++) {
            if (text[i + offset] != text[i]) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        String[] old = names;
        int[] oldStarts = starts;
        names = new String[old.length * 2];
        starts = new int[names.length];
        for (int i = 0; i < old.length; i++) {
            if (old[i] != null) {
                int slot = slot(old[i].hashCode());
                while (names[slot] != null) {
                    slot = slot + 1 & names.length - 1;
                }
                names[slot] = old[i];
                starts[slot] = oldStarts[i];
            }
        }
    }
}
