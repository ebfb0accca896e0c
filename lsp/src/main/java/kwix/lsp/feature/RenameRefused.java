package kwix.lsp.feature;

/** Why something cannot be renamed, in a sentence for people. */
public final class RenameRefused extends Exception {

    private static final long serialVersionUID = 1;

    RenameRefused(String message) {
        super(message);
    }
}
