package kwix.language.module;

import java.net.URI;
import java.nio.file.Path;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.Describe;

/**
 * Byte strings as the machine's file names. Java decodes names by the locale and loses bytes that are not text; URIs are the one way
 * past that.
 */
public final class FileNames {

    private static final String HEX = "0123456789ABCDEF";

    private FileNames() {}

    /** @param name an absolute path, one char per byte */
    public static Path path(String name) {
        try {
            return isPlain(name) ? Path.of(name) : Path.of(URI.create(uri(name)));
        } catch (IllegalArgumentException impossible) {
            throw new KwixException(
                    ErrorCode.MISSING_FILE,
                    "`" + Describe.text(name.replace("\0", "\\0")) + "` cannot be the name of a file.");
        }
    }

    /** An absolute path as bytes, one char each. */
    public static String bytes(Path path) {
        String text = path.toString();
        return isPlain(text) ? text : decodedTail(path, path.getNameCount());
    }

    /** The last name of a path as bytes, one char each. */
    static String lastName(Path path) {
        String text = String.valueOf(path.getFileName());
        return isPlain(text) ? text : decodedTail(path, 1).substring(1);
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
