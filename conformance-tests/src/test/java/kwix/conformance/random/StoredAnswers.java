package kwix.conformance.random;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kwix.conformance.random.Reference.Answer;

/**
 * Programs with what the reference answered, in a file: for each a line with its seed, the lines of the program after {@code "| "},
 * those of the answer after {@code "= "}, what it traced after {@code "~ "}.
 */
record StoredAnswers(List<Entry> entries) {

    private static final String LAZY = " not strict";

    record Entry(String seed, String program, boolean strict, Answer answer) {

        /** Whether a text file holds it as it is. */
        boolean isStorable() {
            String all = program + answer;
            return !all.contains("\r")
                    && all.equals(new String(all.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    && !answer.text().startsWith("error[unclassified]");
        }

        private String text() {
            return "seed " + seed + (strict ? "" : LAZY) + "\n" + prefixed("| ", program)
                    + prefixed("= ", answer.text().substring(0, answer.text().length() - 1))
                    + answer.traces().stream()
                            .map(trace -> prefixed("~ ", trace))
                            .collect(Collectors.joining());
        }

        private static String prefixed(String prefix, String text) {
            return prefix + text.replace("\n", "\n" + prefix) + "\n";
        }
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, entries.stream().map(Entry::text).collect(Collectors.joining()));
    }

    static StoredAnswers read(Path file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        String seed = "";
        List<String> program = new ArrayList<>();
        List<String> answer = new ArrayList<>();
        List<String> traces = new ArrayList<>();
        // Lines end with a line feed and nothing else.
        for (String line : (Files.readString(file) + "seed ").split("\n")) {
            String rest = line.substring(line.startsWith("seed ") ? 5 : 2);
            switch (line.charAt(0)) {
                case 's' -> {
                    if (!program.isEmpty()) {
                        Answer given = new Answer(String.join("\n", answer) + "\n", List.copyOf(traces));
                        String text = String.join("\n", program);
                        entries.add(new Entry(seed.replace(LAZY, ""), text, !seed.endsWith(LAZY), given));
                    }
                    seed = rest;
                    program.clear();
                    answer.clear();
                    traces.clear();
                }
                case '|' -> program.add(rest);
                case '=' -> answer.add(rest);
                case '~' -> traces.add(rest);
                default -> throw new IOException(file + " has a line of no known kind: " + line);
            }
        }
        return new StoredAnswers(List.copyOf(entries));
    }
}
