package kwix.lsp.name;

import kwix.grammar.tree.Tree;
import kwix.lsp.text.Span;

/**
 * A place where a lexical name is written.
 *
 * @param tree the variable, the name in an {@code inherit}, or what binds the name
 */
public record Occurrence(LexicalName name, Span span, Role role, Tree tree) {

    public enum Role {
        /** The name is bound here, by itself or as the beginning of an attribute path. */
        DEFINITION,
        /** An {@code inherit} binds it here. */
        INHERITED_DEFINITION,
        REFERENCE,
        /** An {@code inherit} hands it on under the same name. */
        INHERITED_REFERENCE;

        public boolean defines() {
            return this == DEFINITION || this == INHERITED_DEFINITION;
        }
    }
}
