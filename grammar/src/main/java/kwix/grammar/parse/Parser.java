package kwix.grammar.parse;

import java.util.List;
import kwix.grammar.diagnostic.Diagnostic;
import kwix.grammar.source.SourceText;
import kwix.grammar.tree.DeepStack;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.SyntaxTree;

/** Text to syntax tree. Stateless, so that any thread may parse. */
public final class Parser {

    /** Rules that may nest on a stack of our own: some 200,000 pairs of parentheses, 120,000 sets. */
    private static final int DEEP = 600_000;

    private Parser() {}

    /** Never throws: what cannot be read is {@link Expression.Broken} and told by the tree's diagnostics. */
    public static SyntaxTree parse(SourceText source) {
        var problems = new SyntaxProblems();
        var scanner = new Scanner(source, problems, false);
        scanner.scan();
        if (problems.isEmpty()) {
            try {
                return parse(source, scanner, DeepStack.SHALLOW);
            } catch (NestedTooDeeply deep) {
                return DeepStack.call(DEEP, () -> parseDeep(source, scanner));
            } catch (Bailout error) {
                // The second pass says what is wrong.
            }
        }
        return recover(source, scanner);
    }

    private static SyntaxTree parseDeep(SourceText source, Scanner scanner) {
        try {
            return parse(source, scanner, DEEP);
        } catch (NestedTooDeeply deep) {
            return tooDeep(source, scanner, deep);
        } catch (Bailout error) {
            return recover(source, scanner);
        }
    }

    /** The fast pass. */
    private static SyntaxTree parse(SourceText source, Scanner scanner, int depthLimit) {
        KwixParser parser = parser(scanner, scanner.tokens, depthLimit);
        parser.file();
        Expression root = parser.popExpression();
        return tree(source, scanner, parser, root, List.of());
    }

    private static SyntaxTree recover(SourceText source, Scanner first) {
        try {
            return recover(source, first, DeepStack.SHALLOW);
        } catch (NestedTooDeeply shallow) {
            return DeepStack.call(DEEP, () -> {
                try {
                    return recover(source, first, DEEP);
                } catch (NestedTooDeeply deep) {
                    return tooDeep(source, first, deep);
                }
            });
        }
    }

    /** The second pass. */
    private static SyntaxTree recover(SourceText source, Scanner first, int depthLimit) {
        var problems = new SyntaxProblems();
        var scanner = new Scanner(source, problems, first.problems.unclosed());
        scanner.scan();
        BindingHeads.correct(scanner.source.units, scanner.tokens);
        Tokens tokens = BracketRepair.repair(scanner.source, scanner.tokens, problems);
        KwixParser parser = parser(scanner, tokens, depthLimit);
        parser.recoverWith(new Recovery(parser, problems));
        parser.file();
        Expression root = parser.popExpression();
        return tree(source, scanner, parser, root, problems.diagnostics());
    }

    private static KwixParser parser(Scanner scanner, Tokens tokens, int depthLimit) {
        tokens.rewind();
        var parser = new KwixParser(tokens);
        parser.begin(scanner.source, scanner.blanks.docs, depthLimit);
        return parser;
    }

    private static SyntaxTree tree(
            SourceText source, Scanner scanner, KwixParser parser, Expression root, List<Diagnostic> diagnostics) {
        return new SyntaxTree(
                source,
                root,
                diagnostics,
                List.copyOf(scanner.blanks.comments),
                parser.variables(),
                parser.scopes(),
                parser.deepest());
    }

    private static SyntaxTree tooDeep(SourceText source, Scanner scanner, NestedTooDeeply deep) {
        var problems = new SyntaxProblems();
        problems.report(
                "The program is nested too deeply here.",
                deep.offset,
                deep.offset,
                "Give inner parts names with `let`.");
        return new SyntaxTree(
                source,
                new Expression.Broken(0, scanner.source.limit),
                problems.diagnostics(),
                List.copyOf(scanner.blanks.comments),
                0,
                0,
                0);
    }
}
