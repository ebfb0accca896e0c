package kwix.conformance.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kwix.grammar.source.SourceText;

/** Expressions with what they give, as a file has them: a line for the expression, one for its answer after {@link #MARK}. */
final class Answers {

    static final String THROWS = "«throws»";

    /** A failure that {@code tryEval} lets through. */
    static final String FAILS = "«fails»";

    private static final String MARK = "  = ";

    private Answers() {}

    static Map<String, String> read(Path file) throws IOException {
        List<String> lines = SourceText.decode(Files.readAllBytes(file))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
        Map<String, String> answers = new LinkedHashMap<>();
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            if (!lines.get(i + 1).startsWith(MARK)) {
                throw new IOException("no answer after: " + lines.get(i));
            }
            answers.put(lines.get(i), lines.get(i + 1).substring(MARK.length()));
        }
        return answers;
    }

    static void write(Path file, String title, Map<String, String> answers) throws IOException {
        List<String> lines = new ArrayList<>(List.of("# " + title));
        answers.forEach((expression, answer) -> {
            lines.add(expression);
            lines.add(MARK + answer);
        });
        String text = SourceText.encode(String.join("\n", lines) + "\n");
        Files.writeString(file, text, StandardCharsets.ISO_8859_1);
    }

    /**
     * Whether ours may stand where theirs does: it is the same, or ours is caught where theirs is not. What a program can catch it can
     * rely on, so that the other way round is a difference.
     */
    static boolean agree(String theirs, String ours) {
        return theirs.equals(ours) || theirs.equals(FAILS) && ours.contains(THROWS);
    }
}
