package kwix.store;

import java.io.IOException;

/** Bytes that are no archive. The message says why, without a full stop. */
public final class InvalidArchiveException extends IOException {

    public InvalidArchiveException(String message) {
        super(message);
    }
}
