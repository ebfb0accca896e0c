package kwix.language.module;

import java.util.List;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.Describe;
import kwix.language.value.PathValue;

/** Which file is meant when a file or folder is imported. */
public final class EntryFile {

    /** Kwix's own name goes before the reference's. */
    private static final List<String> NAMES = List.of("default.kx", "default.nix");

    /** As in the reference. */
    private static final int MOST_LINKS = 1000;

    private EntryFile() {}

    /**
     * The file to read. A symlink is replaced by what it leads to, so that relative paths in the file start from where it really is; of
     * a folder it is {@code default.kx}, else {@code default.nix}.
     */
    public static PathValue of(Machine machine, PathValue path) {
        PathValue real = followed(machine, path);
        if (!machine.exists(real, true)) {
            return real;
        }
        for (String name : NAMES) {
            PathValue file = PathValue.normalised(real.path() + "/" + name);
            if (machine.exists(file, false)) {
                return file;
            }
        }
        throw new KwixException(
                        ErrorCode.MISSING_FILE,
                        "The folder `" + Describe.text(real.path()) + "` has neither default.kx nor default.nix.")
                .withHint("Name a file in it, or add one of these.");
    }

    private static PathValue followed(Machine machine, PathValue start) {
        PathValue path = start;
        for (int links = 0; "symlink".equals(machine.fileType(path)); links++) {
            if (links == MOST_LINKS) {
                throw new KwixException(
                        ErrorCode.MISSING_FILE,
                        "`" + Describe.text(start.path()) + "` is a symbolic link that leads in a circle.");
            }
            String target = machine.linkTarget(path);
            PathValue next = PathValue.normalised(target.startsWith("/") ? target : path.path() + "/../" + target);
            if (machine.fileType(next) == null) {
                // The links of /dev/fd name pipes that only the system can follow; others fail when they are read.
                return path;
            }
            path = next;
        }
        return path;
    }
}
