package kwix.store;

/** An output that a derivation does not have. */
public final class UnknownOutputException extends IllegalArgumentException {

    private final String derivation;
    private final String output;

    public UnknownOutputException(String derivation, String output) {
        super(derivation + " has no output '" + output + "'");
        this.derivation = derivation;
        this.output = output;
    }

    /** The store path of the derivation. */
    public String derivation() {
        return derivation;
    }

    public String output() {
        return output;
    }
}
