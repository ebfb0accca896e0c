package kwix.language.fetch;

/** A text is no URL, or names nothing that can be fetched. The message is the rest of a sentence. */
final class InvalidUrlException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    InvalidUrlException(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
