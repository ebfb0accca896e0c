package kwix.store;

/** A text that is not a hash. The message says why, without a full stop. */
public final class InvalidHashException extends IllegalArgumentException {

    public InvalidHashException(String message) {
        super(message);
    }
}
