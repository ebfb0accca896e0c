package kwix.grammar.tree;

import java.util.List;
import kwix.grammar.diagnostic.Diagnostic;
import kwix.grammar.source.SourceText;

/**
 * What the parser made of one source: always a tree, with {@link Expression.Broken} where something could not be read.
 *
 * @param comments all comments in the order of the source
 * @param variables how many variable indices were given (see {@link Expression.Variable})
 * @param scopes how many other indices were given (lambdas, lets, sets, withs, operators and search paths share one count)
 */
public record SyntaxTree(
        SourceText source,
        Expression root,
        List<Diagnostic> diagnostics,
        List<Comment> comments,
        int variables,
        int scopes) {

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
