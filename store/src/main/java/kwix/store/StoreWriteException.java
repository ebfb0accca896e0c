package kwix.store;

import java.io.IOException;

/** Something that could not be written to the physical store. The message is the rest of a sentence that begins with the path. */
public final class StoreWriteException extends IOException {

    private final String path;

    /** @param path one char per byte */
    public StoreWriteException(String path, String message) {
        super(message);
        this.path = path;
    }

    public String path() {
        return path;
    }
}
