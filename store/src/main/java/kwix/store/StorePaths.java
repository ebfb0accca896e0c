package kwix.store;

import java.util.Collection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Computes store paths. A path's hash covers what it is made from, the store's folder and its name; texts are one char per byte.
 *
 * @param folder the logical store, the same for everybody whose paths shall agree
 */
public record StorePaths(String folder) {

    public static final StorePaths NIX = new StorePaths("/nix/store");

    private static final int HASH_SIZE = 20;

    /** How many digits of base 32 a hash has. */
    private static final int DIGITS = HASH_SIZE * 8 / 5;

    /** A file or folder that was copied as it is; {@code contents} is the SHA-256 of its archive. */
    public String source(Hash contents, String name) {
        return path("source", contents, name);
    }

    /** Something whose contents are known by a hash beforehand: of its archive, or of a single file. */
    public String fixedOutput(boolean isArchive, Hash contents, String name) {
        if (isArchive && contents.algorithm() == HashAlgorithm.SHA256) {
            return source(contents, name);
        }
        return path("output:out", fixed("out", isArchive, contents, ""), name);
    }

    private static Hash fixed(String output, boolean isArchive, Hash contents, String path) {
        return HashAlgorithm.SHA256.hash("fixed:" + output + ":" + (isArchive ? "r:" : "")
                + contents.algorithm().id() + ":" + contents.text(HashFormat.BASE16) + ":" + path);
    }

    /** A text file, as {@code toFile} and derivations are stored, with the store paths that it refers to. */
    public String text(Hash contents, Collection<String> references, String name) {
        var type = new StringBuilder("text");
        for (String reference : new TreeSet<>(references)) {
            type.append(':').append(reference);
        }
        return path(type.toString(), contents, name);
    }

    /** An output of a derivation; {@code derivation} is the derivation's hash modulo the fixed outputs that it uses. */
    public String output(String output, Hash derivation, String name) {
        return path("output:" + output, derivation, output.equals("out") ? name : name + "-" + output);
    }

    /** What stands for the path of an output while that is not known; not below the store. */
    public static String placeholder(String output) {
        return "/" + HashAlgorithm.SHA256.hash("nix-output:" + output).text(HashFormat.NIX32);
    }

    private String path(String type, Hash inner, String name) {
        StoreNames.check(name);
        String fingerprint =
                type + ":" + inner.algorithm().id() + ":" + inner.text(HashFormat.BASE16) + ":" + folder + ":" + name;
        byte[] folded = HashAlgorithm.SHA256.hash(fingerprint).folded(HASH_SIZE);
        return folder + "/" + Nix32.encode(folded) + "-" + name;
    }

    /** The store path in which a path is: itself or one above it; null when by its form it is in none. */
    public @Nullable String object(String path) {
        int hash = folder.length() + 1;
        int dash = hash + DIGITS;
        if (!path.startsWith(folder)
                || path.length() <= dash + 1
                || path.charAt(hash - 1) != '/'
                || path.charAt(dash) != '-') {
            return null;
        }
        int slash = path.indexOf('/', hash);
        String object = slash < 0 ? path : path.substring(0, slash);
        return object.length() > dash + 1 && isObject(object) ? object : null;
    }

    /** The digits by which a store path is told apart, and found in what refers to it. */
    public String digits(String storePath) {
        int start = folder.length() + 1;
        return storePath.substring(start, start + DIGITS);
    }

    private boolean isObject(String path) {
        String base = path.substring(folder.length() + 1);
        return Nix32.isDigits(base.substring(0, DIGITS)) && StoreNames.isName(base.substring(DIGITS + 1));
    }

    /** Whether the text is a store path or something below one, by its form. */
    public boolean holds(String path) {
        return object(path) != null;
    }
}
