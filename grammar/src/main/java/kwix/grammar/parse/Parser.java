package kwix.grammar.parse;

import java.util.ArrayList;
import java.util.List;
import kwix.grammar.diagnostic.Diagnostic;
import kwix.grammar.diagnostic.Diagnostic.Severity;
import kwix.grammar.diagnostic.SyntaxCode;
import kwix.grammar.source.SourceText;
import kwix.grammar.tree.DeepStack;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.SyntaxTree;

/** Text to syntax tree. Stateless, so that any thread may parse. */
public final class Parser {

    /** Rules that may nest on a stack of our own, some 25,000 pairs of parentheses. */
    private static final int DEEP = 100_000;

    private Parser() {}

    /** Never throws: what cannot be read is {@link Expression.Broken} and told by the tree's diagnostics. */
    public static SyntaxTree parse(SourceText source) {
        var scanner = new Scanner(source);
        scanner.scan();
        try {
            return parse(source, scanner, DeepStack.SHALLOW);
        } catch (NestedTooDeeply deep) {
            return DeepStack.call(DEEP, () -> parseDeep(source, scanner));
        }
    }

    private static SyntaxTree parseDeep(SourceText source, Scanner scanner) {
        try {
            return parse(source, scanner, DEEP);
        } catch (NestedTooDeeply deep) {
            var diagnostics = new ArrayList<>(scanner.problems.diagnostics());
            diagnostics.add(new Diagnostic(
                    SyntaxCode.UNEXPECTED,
                    Severity.ERROR,
                    "the program is nested too deeply here",
                    deep.offset,
                    deep.offset,
                    List.of(),
                    "Give inner parts names with let.",
                    null));
            return new SyntaxTree(
                    source,
                    new Expression.Broken(0, scanner.limit),
                    List.copyOf(diagnostics),
                    List.copyOf(scanner.comments),
                    0,
                    0,
                    0);
        }
    }

    private static SyntaxTree parse(SourceText source, Scanner scanner, int depthLimit) {
        if (scanner.problems.isEmpty()) {
            try {
                KwixParser parser = parser(scanner, depthLimit);
                Expression root = parser.file().tree;
                return tree(source, scanner, parser, root, List.of());
            } catch (Bailout error) {
                // The second pass says what is wrong.
            }
        }
        KwixParser parser = parser(scanner, depthLimit);
        var recovery = new Recovery(parser);
        parser.recoverWith(recovery);
        Expression root;
        try {
            root = parser.file().tree;
        } catch (Bailout error) {
            root = new Expression.Broken(0, scanner.limit);
        }
        var diagnostics = new ArrayList<>(scanner.problems.diagnostics());
        diagnostics.addAll(recovery.diagnostics());
        return tree(source, scanner, parser, root, List.copyOf(diagnostics));
    }

    private static KwixParser parser(Scanner scanner, int depthLimit) {
        scanner.tokens.rewind();
        var parser = new KwixParser(scanner.tokens);
        parser.begin(scanner.text, scanner.docs, depthLimit);
        return parser;
    }

    private static SyntaxTree tree(
            SourceText source, Scanner scanner, KwixParser parser, Expression root, List<Diagnostic> diagnostics) {
        return new SyntaxTree(
                source,
                root,
                diagnostics,
                List.copyOf(scanner.comments),
                parser.variables(),
                parser.scopes(),
                parser.deepest());
    }
}
