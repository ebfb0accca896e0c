package kwix.grammar.format;

import java.util.List;
import kwix.grammar.tree.Comment;
import kwix.grammar.tree.DeepStack;
import kwix.grammar.tree.SyntaxTree;
import kwix.grammar.tree.TreePrinter;

/** Whether two sources say the same: one tree, but for its places, and the same comments, but for their white space. */
final class Faithfulness {

    private Faithfulness() {}

    static boolean holds(SyntaxTree before, SyntaxTree after) {
        return !after.hasErrors()
                && comments(before).equals(comments(after))
                && tree(before).equals(tree(after));
    }

    private static String tree(SyntaxTree tree) {
        var text = new StringBuilder();
        // Chains of operators, each of a few characters, are no deeper for the tree's own count.
        int depth = Math.max(tree.depth(), tree.source().text().length() / 3);
        String printed = DeepStack.call(depth, () -> TreePrinter.print(tree.root(), false));
        printed.lines().forEach(line -> {
            boolean comment = line.stripLeading().startsWith("doc ");
            text.append(comment ? words(line.replace("\\n", "").replace("\\t", "")) : line)
                    .append('\n');
        });
        return text.toString();
    }

    private static List<String> comments(SyntaxTree tree) {
        return tree.comments().stream()
                .map(comment -> (comment.documentation() ? "/**" : "") + words(content(comment)))
                .toList();
    }

    private static String content(Comment comment) {
        String text = comment.text();
        return text.startsWith("#") ? text.substring(1) : text.substring(2, text.length() - 2);
    }

    /** Stars may go where they begin each line of a comment. */
    private static String words(String text) {
        var words = new StringBuilder(text.length());
        text.chars().filter(c -> !Character.isWhitespace(c) && c != '*').forEach(c -> words.append((char) c));
        return words.toString();
    }
}
