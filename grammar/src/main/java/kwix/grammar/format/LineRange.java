package kwix.grammar.format;

import java.util.ArrayList;
import java.util.List;
import kwix.grammar.source.SourceText;
import kwix.grammar.tree.AttributeName;
import kwix.grammar.tree.Binding;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.StringPart;
import kwix.grammar.tree.SyntaxTree;
import kwix.grammar.tree.Tree;

/** Finds what has to be formatted for some lines: the smallest bindings, elements and expressions that stand on lines of their own. */
final class LineRange {

    private final SourceText source;
    private final int first;
    private final int last;

    private LineRange(SourceText source, int first, int last) {
        this.source = source;
        this.first = first;
        this.last = last;
    }

    /**
     * The ways to format the lines, the smallest first: each is some neighbours, in the order of the source. The last way is the whole
     * expression.
     */
    static List<List<Tree>> of(SyntaxTree tree, int first, int last) {
        var range = new LineRange(tree.source(), first, last);
        var ways = new ArrayList<List<Tree>>();
        Tree at = tree.root();
        ways.add(List.of(at));
        while (true) {
            List<Tree> touched = parts(at).stream().filter(range::isTouched).toList();
            if (touched.isEmpty() || !range.isCovered(touched)) {
                return ways.reversed();
            }
            if (touched.stream().allMatch(range::ownsItsLines)) {
                ways.add(touched);
            }
            if (touched.size() > 1) {
                return ways.reversed();
            }
            at = touched.getFirst();
        }
    }

    private boolean isTouched(Tree tree) {
        return source.line(tree.start()) <= last && source.line(tree.end()) >= first;
    }

    /** Whether nothing but these, and comments around them, stands on the lines. */
    private boolean isCovered(List<Tree> trees) {
        return trees.size() > 1
                || source.line(trees.getFirst().start()) <= first
                        && source.line(trees.getFirst().end()) >= last;
    }

    private boolean ownsItsLines(Tree tree) {
        return source.text()
                        .substring(source.lineStart(tree.start()), tree.start())
                        .isBlank()
                && behind(tree).isBlank();
    }

    /** What follows on the last line, comments left aside. */
    private String behind(Tree tree) {
        String rest = source.text().substring(tree.end(), source.lineEnd(tree.end()));
        int comment = rest.indexOf('#');
        return comment < 0 ? rest : rest.substring(0, comment);
    }

    private static List<Tree> parts(Tree tree) {
        var parts = new ArrayList<Tree>();
        switch (tree) {
            case Binding.Definition definition -> {
                definition.path().names().forEach(name -> {
                    if (name instanceof AttributeName.Dynamic computed) {
                        parts.add(computed.expression());
                    }
                });
                parts.add(definition.value());
            }
            case Expression.AttributeSetLiteral set -> parts.addAll(set.bindings());
            case Expression.LegacyLet let -> parts.addAll(let.bindings());
            case Expression.Let let -> {
                parts.addAll(let.bindings());
                parts.add(let.body());
            }
            case Expression.ListLiteral list -> parts.addAll(list.elements());
            case Expression.Parenthesized parenthesized -> parts.add(parenthesized.inner());
            case Expression.Apply apply -> {
                parts.add(apply.function());
                parts.addAll(apply.arguments());
            }
            case Expression.Lambda lambda -> parts.add(lambda.body());
            case Expression.With with -> parts.addAll(List.of(with.namespace(), with.body()));
            case Expression.Assert assertion -> parts.addAll(List.of(assertion.condition(), assertion.body()));
            case Expression.If choice -> parts.addAll(List.of(choice.condition(), choice.then(), choice.otherwise()));
            case Expression.Binary binary -> parts.addAll(List.of(binary.left(), binary.right()));
            case Expression.Unary unary -> parts.add(unary.operand());
            case Expression.Select select -> parts.add(select.subject());
            case Expression.HasAttribute test -> parts.add(test.subject());
            case Expression.StringLiteral string -> interpolated(string.parts(), parts);
            case Expression.PathLiteral path -> interpolated(path.parts(), parts);
            default -> {}
        }
        return parts;
    }

    private static void interpolated(List<StringPart> pieces, List<Tree> parts) {
        for (StringPart piece : pieces) {
            if (piece instanceof StringPart.Interpolation interpolation) {
                parts.add(interpolation.expression());
            }
        }
    }
}
