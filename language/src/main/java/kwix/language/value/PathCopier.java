package kwix.language.value;

/** Gives a file or folder of the machine a place in the store, as interpolating a path does. */
@FunctionalInterface
public interface PathCopier {

    /** The store path, one char per byte. */
    String storePath(PathValue path);
}
