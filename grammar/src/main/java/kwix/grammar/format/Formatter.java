package kwix.grammar.format;

import java.util.List;
import kwix.grammar.parse.Parser;
import kwix.grammar.source.SourceText;
import kwix.grammar.tree.Binding;
import kwix.grammar.tree.DeepStack;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.SyntaxTree;
import kwix.grammar.tree.Tree;

/**
 * The standard format. Depends on the tree, its comments, and little else of how the source was written: empty lines between things,
 * and whether what is in braces or brackets began a new line.
 */
public final class Formatter {

    private Formatter() {}

    /** @param tree of a source without errors */
    public static String format(SyntaxTree tree) {
        refuseErrors(tree);
        return DeepStack.call(tree.depth(), () -> {
            Sheet sheet = Sheet.of(tree);
            var page = new Page(sheet);
            page.top(0);
            new Layout(sheet, page).expression(tree.root(), 0);
            page.finish(sheet.tokens.size() - 1);
            return page.text();
        });
    }

    /**
     * Formats no more than what stands on some lines: the smallest part of the source that holds them.
     *
     * @param first counts from 1
     * @return the whole source
     */
    public static String format(SyntaxTree tree, int first, int last) {
        refuseErrors(tree);
        for (List<Tree> way : LineRange.of(tree, first, last)) {
            String text = DeepStack.call(tree.depth(), () -> replaced(tree, way));
            if (isFaithful(tree, text)) {
                return text;
            }
        }
        return format(tree);
    }

    /** Whether a text says what a tree says, comments included. */
    public static boolean isFaithful(SyntaxTree tree, String formatted) {
        return Faithfulness.holds(
                tree, Parser.parse(new SourceText(tree.source().name(), formatted)));
    }

    private static void refuseErrors(SyntaxTree tree) {
        if (tree.hasErrors()) {
            throw new IllegalArgumentException("cannot format what could not be read: " + tree.source());
        }
    }

    private static String replaced(SyntaxTree tree, List<Tree> parts) {
        Sheet sheet = Sheet.of(tree);
        String source = sheet.text;
        var text = new StringBuilder(source.length());
        int at = 0;
        for (Tree part : parts) {
            int lineStart = tree.source().lineStart(part.start());
            String indentation = source.substring(lineStart, part.start());
            var page = new Page(sheet);
            page.begin(sheet.first(part), indentation.isBlank() ? indentation.length() : 0);
            var layout = new Layout(sheet, page);
            switch (part) {
                case Binding binding -> layout.bindings.binding(binding);
                case Expression expression -> layout.expression(expression, 0);
                default -> throw new IllegalStateException("cannot be formatted alone: " + part);
            }
            text.append(source, at, part.start()).append(page.text());
            at = part.end();
            if (sheet.gaps.behind(sheet.last(part)) != null) {
                at = tree.source().lineEnd(at);
            }
        }
        return text.append(source, at, source.length()).toString();
    }
}
