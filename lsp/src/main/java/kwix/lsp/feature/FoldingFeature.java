package kwix.lsp.feature;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import kwix.grammar.tree.Binding;
import kwix.grammar.tree.Comment;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.Parameter;
import kwix.grammar.tree.Parts;
import kwix.grammar.tree.Tree;
import kwix.lsp.document.Document;
import kwix.lsp.text.Lines;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;

/** What can be folded away: everything with brackets over several lines, texts, {@code let}s, and runs of comments. */
public final class FoldingFeature {

    private FoldingFeature() {}

    public static List<FoldingRange> folds(Document document) {
        var folds = new ArrayList<FoldingRange>();
        Deque<Tree> left = new ArrayDeque<>();
        left.push(document.tree().root());
        while (!left.isEmpty()) {
            Tree next = left.pop();
            switch (next) {
                case Expression.AttributeSetLiteral set -> bracketed(document, set, folds);
                case Expression.ListLiteral list -> bracketed(document, list, folds);
                case Expression.Parenthesized parenthesized -> bracketed(document, parenthesized, folds);
                case Expression.LegacyLet let -> bracketed(document, let, folds);
                case Expression.StringLiteral string when string.indented() -> bracketed(document, string, folds);
                case Parameter.Formals formals -> bracketed(document, formals, folds);
                case Binding.Inherit inherit -> bracketed(document, inherit, folds);
                case Expression.Let let
                when !let.bindings().isEmpty() ->
                    add(
                            document.lines().line(let.start()),
                            document.lines().line(let.bindings().getLast().end()),
                            null,
                            folds);
                default -> {}
            }
            Parts.of(next).forEach(left::push);
        }
        comments(document, folds);
        folds.sort(Comparator.comparingInt(FoldingRange::getStartLine).thenComparingInt(FoldingRange::getEndLine));
        return folds;
    }

    /** The closing bracket stays to be seen. */
    private static void bracketed(Document document, Tree tree, List<FoldingRange> folds) {
        Lines lines = document.lines();
        add(lines.line(tree.start()), lines.line(Math.max(tree.start(), tree.end() - 1)) - 1, null, folds);
    }

    private static void comments(Document document, List<FoldingRange> folds) {
        Lines lines = document.lines();
        int begin = -1;
        int last = -2;
        for (Comment comment : document.tree().comments()) {
            int first = lines.line(comment.start());
            int end = lines.line(comment.end());
            boolean alone = document.text()
                    .substring(lines.start(first), comment.start())
                    .isBlank();
            if (!comment.text().startsWith("#") || !alone) {
                add(begin, last, FoldingRangeKind.Comment, folds);
                begin = -1;
                last = -2;
                add(first, end, FoldingRangeKind.Comment, folds);
            } else if (first == last + 1) {
                last = first;
            } else {
                add(begin, last, FoldingRangeKind.Comment, folds);
                begin = first;
                last = first;
            }
        }
        add(begin, last, FoldingRangeKind.Comment, folds);
    }

    private static void add(
            int from, int to, @org.jspecify.annotations.Nullable String kind, List<FoldingRange> folds) {
        if (from < 0 || to <= from) {
            return;
        }
        if (folds.stream().anyMatch(fold -> fold.getStartLine() == from && fold.getEndLine() == to)) {
            return;
        }
        var fold = new FoldingRange(from, to);
        if (kind != null) {
            fold.setKind(kind);
        }
        folds.add(fold);
    }
}
