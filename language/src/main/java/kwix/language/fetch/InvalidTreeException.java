package kwix.language.fetch;

/** An archive holds what no tree can be. The message is the rest of a sentence; names in it are bytes. */
final class InvalidTreeException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    InvalidTreeException(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
