package kwix.conformance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An example in a doc comment of the standard library: below {@code # Examples}, in a block fenced as {@code kwix}, an expression
 * and after {@code =>} its value, either may go on over further lines; an empty line ends the example.
 *
 * @param line where the expression begins in the file, from 1
 */
record DocumentedExample(Path file, int line, String expression, String value) {

    private static final Pattern DOC_COMMENT = Pattern.compile("/\\*\\*(?!/)(.*?)\\*/", Pattern.DOTALL);
    private static final String ARROW = "=>";

    static List<DocumentedExample> in(Path file) {
        return in(file, ConformanceCase.read(file));
    }

    static List<DocumentedExample> in(Path file, String text) {
        List<DocumentedExample> found = new ArrayList<>();
        Matcher comment = DOC_COMMENT.matcher(text);
        while (comment.find()) {
            int firstLine = (int) text.substring(0, comment.start(1)).lines().count();
            new Reader(file, Math.max(firstLine, 1), comment.group(1).lines().toList(), found).read();
        }
        return List.copyOf(found);
    }

    /** Walks over the lines of one doc comment. */
    private static final class Reader {
        private final Path file;
        private final int firstLine;
        private final List<String> lines;
        private final List<DocumentedExample> found;
        private final List<String> expression = new ArrayList<>();
        private final List<String> value = new ArrayList<>();
        private boolean afterArrow;
        private int start;

        Reader(Path file, int firstLine, List<String> lines, List<DocumentedExample> found) {
            this.file = file;
            this.firstLine = firstLine;
            this.lines = lines;
            this.found = found;
        }

        void read() {
            boolean inExamples = false;
            boolean inBlock = false;
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (inBlock) {
                    inBlock = !line.equals("```");
                    take(i, inBlock ? line : "");
                } else if (line.startsWith("#")) {
                    inExamples = line.equals("# Examples");
                } else if (line.equals("```kwix")) {
                    if (!inExamples) {
                        throw fault(i, "a kwix block outside of \"# Examples\" would never be tried");
                    }
                    inBlock = true;
                }
            }
            if (inBlock) {
                throw fault(lines.size() - 1, "the block of examples is never closed");
            }
        }

        private void take(int index, String line) {
            if (line.isEmpty()) {
                complete(index);
            } else if (line.startsWith(ARROW) && !afterArrow) {
                afterArrow = true;
                value.add(line.substring(ARROW.length()).strip());
            } else {
                if (expression.isEmpty() && !afterArrow) {
                    start = index;
                }
                (afterArrow ? value : expression).add(line);
            }
        }

        private void complete(int index) {
            if (expression.isEmpty() && value.isEmpty()) {
                return;
            }
            if (expression.isEmpty() || value.isEmpty()) {
                throw fault(index, "an example wants an expression, a line that begins with =>, and a value");
            }
            found.add(new DocumentedExample(
                    file, firstLine + start, String.join("\n", expression), String.join("\n", value)));
            expression.clear();
            value.clear();
            afterArrow = false;
        }

        private IllegalStateException fault(int index, String message) {
            return new IllegalStateException(file + ":" + (firstLine + index) + ": " + message);
        }
    }
}
