package kwix.lsp.feature;

/** Why something cannot be renamed, in a sentence for people. */
public final class RenameRefused extends Exception {

    private static final long serialVersionUID = 1;

    private final String reason;

    RenameRefused(String reason) {
        super(reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
