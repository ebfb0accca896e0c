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
 * @param depth how deeply brackets, lambdas and the like nest, a few for each; whoever walks a tree of more than some 1,000 by
 *     recursion needs a large stack. Chains of operators are not counted: walk down their spines in a loop
 */
public record SyntaxTree(
        SourceText source,
        Expression root,
        List<Diagnostic> diagnostics,
        List<Comment> comments,
        int variables,
        int scopes,
        int depth) {

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
