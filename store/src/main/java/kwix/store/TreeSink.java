package kwix.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Takes a file tree, folders before what is in them. Paths are below the root: an empty one is the root itself, others begin with a
 * slash; one char per byte.
 */
public interface TreeSink {

    /** @param contents to be read to its end; holds {@code length} bytes, or fails */
    void file(String path, boolean executable, InputStream contents, long length) throws IOException;

    void folder(String path) throws IOException;

    void link(String path, String target) throws IOException;

    /** Gives the sink what is in a tree at a path. */
    default void take(FileTree tree, String path) throws IOException {
        take(tree, path, "");
    }

    private void take(FileTree tree, String from, String to) throws IOException {
        switch (tree.kind(from)) {
            case FILE -> {
                byte[] contents = tree.contents(from);
                file(to, tree.executable(from), new ByteArrayInputStream(contents), contents.length);
            }
            case SYMBOLIC_LINK -> link(to, tree.target(from));
            case FOLDER -> {
                folder(to);
                for (String name : tree.names(from)) {
                    String entry = from.endsWith("/") ? from + name : from + "/" + name;
                    if (tree.includes(entry)) {
                        take(tree, entry, to + "/" + name);
                    }
                }
            }
            case OTHER ->
                throw new UnsupportedFileException(from, "is neither a file nor a folder nor a symbolic link");
            case null -> throw new UnsupportedFileException(from, "does not exist");
        }
    }
}
