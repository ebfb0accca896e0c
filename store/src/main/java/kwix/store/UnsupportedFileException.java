package kwix.store;

/** Something in a file tree that an archive cannot hold. */
public final class UnsupportedFileException extends RuntimeException {

    private final String path;
    private final String reason;

    /** @param path one char per byte */
    public UnsupportedFileException(String path, String reason) {
        super(path + " " + reason);
        this.path = path;
        this.reason = reason;
    }

    public String path() {
        return path;
    }

    /** The rest of a sentence that begins with the path, without a full stop. */
    public String reason() {
        return reason;
    }
}
