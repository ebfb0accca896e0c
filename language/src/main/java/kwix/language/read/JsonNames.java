package kwix.language.read;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The attribute names of a JSON text, each as one object however often it is written. */
final class JsonNames {

    /** Open addressing; a power of two in length. */
    private @Nullable String[] table = new String[64];

    private int count;

    /** The name that these bytes are; they are ASCII. */
    String of(byte[] bytes, int begin, int end) {
        int hash = 0;
        for (int i = begin; i < end; i++) {
            hash = 31 * hash + bytes[i];
        }
        int mask = table.length - 1;
        int at = spread(hash) & mask;
        for (String known = table[at]; known != null; known = table[at]) {
            if (isAt(known, bytes, begin, end)) {
                return known;
            }
            at = at + 1 & mask;
        }
        return add(new String(bytes, begin, end - begin, StandardCharsets.ISO_8859_1), at);
    }

    String of(String name) {
        int mask = table.length - 1;
        int at = spread(name.hashCode()) & mask;
        for (String known = table[at]; known != null; known = table[at]) {
            if (known.equals(name)) {
                return known;
            }
            at = at + 1 & mask;
        }
        return add(name, at);
    }

    private static boolean isAt(String name, byte[] bytes, int begin, int end) {
        if (name.length() != end - begin) {
            return false;
        }
        for (int i = begin; i < end; i++) {
            if (bytes[i] != (byte) name.charAt(i - begin)) {
                return false;
            }
        }
        return true;
    }

    private String add(String name, int at) {
        table[at] = name;
        if (++count * 2 > table.length) {
            grow();
        }
        return name;
    }

    private void grow() {
        var larger = new String[table.length * 2];
        int mask = larger.length - 1;
        for (String name : table) {
            if (name != null) {
                int at = spread(name.hashCode()) & mask;
                while (larger[at] != null) {
                    at = at + 1 & mask;
                }
                larger[at] = name;
            }
        }
        table = larger;
    }

    /** The hash is that of {@link String#hashCode}, which for ASCII is the same on chars and on bytes. */
    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }
}
