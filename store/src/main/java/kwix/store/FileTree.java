package kwix.store;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Files, folders and symbolic links, as an archive takes them in. Paths and names are one char per byte. */
public interface FileTree {

    enum Kind {
        FILE,
        FOLDER,
        SYMBOLIC_LINK,
        /** A device, socket or pipe, which archives cannot hold. */
        OTHER
    }

    /** What is at a path, not following a symbolic link; null for nothing. */
    @Nullable
    Kind kind(String path);

    byte[] contents(String path);

    /** Whether a file's owner may run it. */
    boolean executable(String path);

    /** What a symbolic link says. */
    String target(String path);

    /** Whether an entry of a folder belongs to the tree; asked right before the entry is looked at. */
    default boolean includes(String path) {
        return true;
    }

    /** The names in a folder, in any order. */
    Collection<String> names(String path);
}
