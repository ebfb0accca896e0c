package kwix.grammar.format;

import java.util.ArrayList;
import java.util.List;
import kwix.grammar.tree.Comment;

/** How comments are written: on one line after {@code #}; longer ones, and documentation, between their delimiters. */
final class CommentText {

    private CommentText() {}

    static List<String> lines(Comment comment) {
        String text = comment.text();
        if (text.startsWith("#")) {
            return List.of(text.stripTrailing());
        }
        boolean documentation = comment.documentation();
        List<String> content = content(text.substring(documentation ? 3 : 2, text.length() - 2));
        boolean several = text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
        if (content.isEmpty() || content.size() == 1 && !(documentation && several)) {
            String only = content.isEmpty() ? "" : content.getFirst();
            if (documentation) {
                return List.of(only.isEmpty() ? "/** */" : "/** " + only + " */");
            }
            return List.of(only.isEmpty() ? "#" : "# " + only);
        }
        var lines = new ArrayList<String>(content.size() + 2);
        lines.add(documentation ? "/**" : "/*");
        for (String line : content) {
            lines.add(line.isEmpty() ? "" : "  " + line);
        }
        lines.add("*/");
        return lines;
    }

    /** The lines between the delimiters without what indents all of them, and without empty ones at either end. */
    private static List<String> content(String inner) {
        var lines = new ArrayList<String>();
        for (String line : inner.split("\r\n|\r|\n", -1)) {
            lines.add(line.stripTrailing());
        }
        // What follows the opening delimiter on its line says nothing about the indentation of the others.
        String first = lines.removeFirst().strip();
        while (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        if (first.isEmpty()) {
            while (!lines.isEmpty() && lines.getFirst().isEmpty()) {
                lines.removeFirst();
            }
        }
        if (!lines.isEmpty() && !first.startsWith("*") && lines.stream().allMatch(CommentText::isStarred)) {
            lines.replaceAll(line -> line.strip().substring(1));
        }
        int least = lines.stream()
                .filter(line -> !line.isEmpty())
                .mapToInt(CommentText::indentation)
                .min()
                .orElse(0);
        lines.replaceAll(line -> line.isEmpty() ? line : line.substring(least));
        if (!first.isEmpty()) {
            lines.addFirst(first);
        }
        return lines;
    }

    private static boolean isStarred(String line) {
        String content = line.strip();
        return content.equals("*") || content.startsWith("* ");
    }

    private static int indentation(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }
}
