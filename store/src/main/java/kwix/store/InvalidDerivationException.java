package kwix.store;

/** A text that is no derivation. The message says why, without a full stop. */
public final class InvalidDerivationException extends IllegalArgumentException {

    public InvalidDerivationException(String message) {
        super(message);
    }
}
