package kwix.store;

/** A name that no store path can have. The message says why, without a full stop. */
public final class InvalidStoreNameException extends IllegalArgumentException {

    public InvalidStoreNameException(String message) {
        super(message);
    }
}
