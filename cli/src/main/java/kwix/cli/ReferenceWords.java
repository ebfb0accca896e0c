package kwix.cli;

import kwix.language.error.KwixException;
import kwix.language.value.Describe;
import org.jspecify.annotations.Nullable;

/**
 * The words of the reference by which scripts recognise some failures, for a line after our own message. Infinite recursion and
 * attributes that are missing on a selection path need none: our messages have the words in them.
 */
final class ReferenceWords {

    private ReferenceWords() {}

    /** A line for standard error, or null where no words are looked for. */
    static @Nullable String of(KwixException failure) {
        String words = switch (failure.code()) {
            case ABORTED -> "evaluation aborted with the following error message: '" + failure.getMessage() + "'";
            case WRONG_ARGUMENTS -> arguments(failure);
            default -> null;
        };
        return words == null ? null : "error: " + words + "\n";
    }

    private static @Nullable String arguments(KwixException failure) {
        String name = failure.subject();
        if (name == null) {
            return null;
        }
        boolean unexpected = failure.getMessage().contains("unexpected argument");
        boolean plain = name.matches("[a-zA-Z_][a-zA-Z0-9_'-]*");
        String shown = plain ? Describe.text(name) : "\"" + Describe.text(name) + "\"";
        return "function called " + (unexpected ? "with unexpected" : "without required") + " argument '" + shown + "'";
    }
}
