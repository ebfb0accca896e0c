package kwix.language.module;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.Describe;

/** Byte strings as the machine's file names, see {@link kwix.store.FileNames}; impossible names are ordinary errors. */
public final class FileNames {

    private FileNames() {}

    /** @param name an absolute path, one char per byte */
    public static Path path(String name) {
        try {
            return kwix.store.FileNames.path(name);
        } catch (InvalidPathException impossible) {
            throw new KwixException(
                    ErrorCode.MISSING_FILE,
                    "`" + Describe.text(name.replace("\0", "\\0")) + "` cannot be the name of a file.");
        }
    }

    /** An absolute path as bytes, one char each. */
    public static String bytes(Path path) {
        return kwix.store.FileNames.bytes(path);
    }

    /** The last name of a path as bytes, one char each. */
    static String lastName(Path path) {
        return kwix.store.FileNames.lastName(path);
    }
}
