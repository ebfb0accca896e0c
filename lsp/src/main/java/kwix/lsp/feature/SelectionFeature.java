package kwix.lsp.feature;

import java.util.List;
import kwix.grammar.tree.Tree;
import kwix.lsp.document.Document;
import kwix.lsp.text.Span;
import kwix.lsp.text.TreePath;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SelectionRange;
import org.jspecify.annotations.Nullable;

/** What a selection grows to, step by step. */
public final class SelectionFeature {

    /** Who writes JSON recurses. */
    private static final int DEEPEST = 200;

    private SelectionFeature() {}

    public static List<SelectionRange> ranges(Document document, List<Position> positions) {
        return positions.stream().map(position -> range(document, position)).toList();
    }

    private static SelectionRange range(Document document, Position position) {
        List<Tree> pieces =
                TreePath.at(document.tree(), document.lines().offset(position)).pieces();
        SelectionRange range = null;
        Span last = new Span(0, document.text().length());
        range = range(document, last, null);
        for (Tree piece : pieces.subList(Math.max(0, pieces.size() - DEEPEST), pieces.size())) {
            Span span = Span.of(piece);
            if (!span.equals(last) && last.holds(span)) {
                range = range(document, span, range);
                last = span;
            }
        }
        return range;
    }

    private static SelectionRange range(Document document, Span span, @Nullable SelectionRange parent) {
        var range = new SelectionRange();
        range.setRange(document.lines().range(span));
        range.setParent(parent);
        return range;
    }
}
