package kwix.store;

/** What belongs at a store path. */
public sealed interface StoreContents {

    /** A text file, one char per byte. */
    record Text(String text) implements StoreContents {}

    /**
     * What is in a tree at a path.
     *
     * @param archive the SHA-256 of its archive, against which the copy is held: files may have changed since it was computed
     */
    record Tree(FileTree tree, String path, Hash archive) implements StoreContents {}

    /** A single file that is stored without its executable bit, as {@code builtins.path} with {@code recursive = false} does. */
    record Flat(FileTree tree, String path, Hash contents) implements StoreContents {}
}
