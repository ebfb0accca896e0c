package kwix.lsp.infer;

import kwix.lsp.document.Document;
import org.jspecify.annotations.Nullable;

/**
 * What parameters of functions are, the innermost first.
 *
 * @param start where the parameter is written, which with the document tells which one it is
 */
public record Environment(
        Document document,
        int start,
        Deferred value,
        @Nullable Environment outer) {

    static @Nullable Deferred find(@Nullable Environment environment, Document document, int start) {
        for (Environment at = environment; at != null; at = at.outer) {
            if (at.start == start && at.document == document) {
                return at.value;
            }
        }
        return null;
    }
}
