package kwix.store;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Byte strings as the machine's file names. Java decodes names by the locale and loses bytes that are not text; URIs are the one way
 * past that.
 */
public final class FileNames {

    private static final String HEX = "0123456789ABCDEF";

    private FileNames() {}

    /**
     * @param name an absolute path, one char per byte
     * @throws InvalidPathException when no file can be called so
     */
    public static Path path(String name) {
        try {
            return isPlain(name) ? Path.of(name) : Path.of(URI.create(uri(name)));
        } catch (IllegalArgumentException impossible) {
            var invalid = new InvalidPathException(name, "no file can be called so");
            invalid.initCause(impossible);
            throw invalid;
        }
    }

    /** An absolute path as bytes, one char each. */
    public static String bytes(Path path) {
        String text = path.toString();
        return isPlain(text) ? text : decodedTail(path, path.getNameCount());
    }

    /** The last name of a path as bytes, one char each. */
    public static String lastName(Path path) {
        String text = String.valueOf(path.getFileName());
        return isPlain(text) ? text : decodedTail(path, 1).substring(1);
    }

    /** What a symbolic link says, as bytes. */
    public static String linkTarget(Path target) {
        // Only absolute paths give their bytes away; the root in front of a relative one is cut off again.
        return target.isAbsolute()
                ? bytes(target)
                : bytes(Path.of("/").resolve(target)).substring(1);
    }

    /** The path that a symbolic link with these bytes as its target must be made with. */
    static Path linkTarget(String target) {
        return target.startsWith("/")
                ? path(target)
                : isPlain(target) ? Path.of(target) : Path.of("/").relativize(path("/" + target));
    }

    private static String decodedTail(Path path, int names) {
        String raw = path.toUri().getRawPath();
        var bytes = new StringBuilder(raw.length());
        int end = raw.endsWith("/") && raw.length() > 1 ? raw.length() - 1 : raw.length();
        int start = end;
        for (int i = 0; i < names; i++) {
            start = raw.lastIndexOf('/', start - 1);
        }
        for (int i = start; i < end; i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                bytes.append((char) Integer.parseInt(raw, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.append(c);
            }
        }
        return bytes.toString();
    }

    private static String uri(String name) {
        var uri = new StringBuilder("file://");
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '/' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
                uri.append(c);
            } else {
                uri.append('%').append(HEX.charAt(c >> 4 & 15)).append(HEX.charAt(c & 15));
            }
        }
        return uri.toString();
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
