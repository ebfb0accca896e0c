package kwix.lsp.feature;

import java.util.List;
import kwix.lsp.document.Document;

/**
 * A document with a name put in where the cursor is, in the way that breaks it the least: then the tree tells what could stand there.
 *
 * @param start where the name begins, here and in the original
 * @param word what is typed of it before the cursor
 */
record Placeholder(Document document, int start, String word) {

    /** No program has it by chance. */
    static final String NAME = "kwix'cursor'";

    /** What may follow the name: nothing, or what makes a binding, a body, or the end of either of it. */
    private static final List<String> ENDS = List.of("", ";", " = null;", " = null; in null", "; null", ": null");

    private static final List<String> BINDING_FIRST =
            List.of(" = null;", "", ";", " = null; in null", "; null", ": null");

    static Placeholder in(Document document, int offset) {
        String text = document.text();
        int start = offset;
        while (start > 0 && isPart(text.charAt(start - 1))) {
            start--;
        }
        while (start < offset && !isBegin(text.charAt(start))) {
            start++;
        }
        int end = offset;
        while (end < text.length() && isPart(text.charAt(end))) {
            end++;
        }
        Document best = null;
        int fewest = Integer.MAX_VALUE;
        for (String after : beginsBinding(text, start) ? BINDING_FIRST : ENDS) {
            var tried = new Document(
                    document.uri(), document.version(), text.substring(0, start) + NAME + after + text.substring(end));
            int problems = tried.tree().diagnostics().size();
            if (problems < fewest) {
                best = tried;
                fewest = problems;
            }
            if (problems == 0) {
                break;
            }
        }
        return new Placeholder(best == null ? document : best, start, text.substring(start, offset));
    }

    private static boolean beginsBinding(String text, int start) {
        int at = start - 1;
        while (at >= 0 && Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        return at >= 0 && (text.charAt(at) == '{' || text.charAt(at) == ';');
    }

    static boolean isBegin(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    static boolean isPart(char c) {
        return isBegin(c) || c >= '0' && c <= '9' || c == '-' || c == '\'';
    }
}
