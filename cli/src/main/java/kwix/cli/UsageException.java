package kwix.cli;

import org.jspecify.annotations.Nullable;

/** A command line that cannot be meant: reported in two or three lines, with exit status 2. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String hint;

    UsageException(String message, @Nullable String hint) {
        super(message, null, false, false);
        this.hint = hint;
    }

    String message() {
        return String.valueOf(getMessage());
    }

    @Nullable
    String hint() {
        return hint;
    }
}
