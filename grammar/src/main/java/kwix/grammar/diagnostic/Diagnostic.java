package kwix.grammar.diagnostic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to say about a place in a source.
 *
 * @param message one self-sufficient sentence
 * @param related further places that explain it
 * @param hint what to do about it, a sentence
 * @param edit the change that would mend it, for machines
 */
public record Diagnostic(
        SyntaxCode code,
        Severity severity,
        String message,
        int start,
        int end,
        List<Related> related,
        @Nullable String hint,
        @Nullable Edit edit) {

    public enum Severity {
        ERROR,
        WARNING
    }

    /** A labelled span in the same source. */
    public record Related(int start, int end, String label) {}

    /** Replace the span by the text. */
    public record Edit(int start, int end, String replacement) {}

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
