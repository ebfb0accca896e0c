package kwix.language.regex;

/** A regular expression that cannot be compiled; the message says why, as the end of a sentence. */
public final class InvalidRegexException extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidRegexException(String reason) {
        super(reason, null, false, false);
    }
}
