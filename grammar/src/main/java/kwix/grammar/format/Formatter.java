package kwix.grammar.format;

import kwix.grammar.tree.DeepStack;
import kwix.grammar.tree.SyntaxTree;

/**
 * The standard format. Depends on the tree, its comments, and little else of how the source was written: empty lines between things,
 * and whether a set, list or the formals of a function began a new line.
 */
public final class Formatter {

    private Formatter() {}

    /** @param tree of a source without errors */
    public static String format(SyntaxTree tree) {
        if (tree.hasErrors()) {
            throw new IllegalArgumentException("cannot format what could not be read: " + tree.source());
        }
        return DeepStack.call(tree.depth(), () -> {
            Sheet sheet = Sheet.of(tree);
            var page = new Page(sheet);
            page.top(0);
            new Layout(sheet, page).expression(tree.root(), 0);
            page.finish(sheet.tokens.size() - 1);
            return page.text();
        });
    }
}
