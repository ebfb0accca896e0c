package kwix.grammar.parse;

/** Makes the strings of names, equal ones once: the same few names stand all over a file. */
final class NameTable {

    private final char[] text;
    private String[] names = new String[256];
    private int size;

    NameTable(char[] text) {
        this.text = text;
    }

    String name(int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + text[i];
        }
        int slot = slot(hash);
        for (String name = names[slot]; name != null; name = names[slot]) {
            if (equals(name, start, end)) {
                return name;
            }
            slot = slot + 1 & names.length - 1;
        }
        var name = new String(text, start, end - start);
        names[slot] = name;
        if (++size > names.length / 2) {
            grow();
        }
        return name;
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 15) & names.length - 1;
    }

    private boolean equals(String name, int start, int end) {
        if (name.length() != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (name.charAt(i - start) != text[i]) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        String[] old = names;
        names = new String[old.length * 2];
        for (String name : old) {
            if (name != null) {
                int slot = slot(name.hashCode());
                while (names[slot] != null) {
                    slot = slot + 1 & names.length - 1;
                }
                names[slot] = name;
            }
        }
    }
}
