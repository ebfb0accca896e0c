package kwix.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the guide that can be followed. Its blocks, in their order:
 *
 * <ul>
 *   <li>a file: the line before the block ends with a colon, and its last words in backticks are the file's name;
 *   <li>{@code console}: commands after {@code $ }, each with all that it answers. A line {@code …} stands for any lines. A command that fails is
 *       followed by {@code $ echo $?};
 *   <li>{@code sh}: commands of kubectl, which need a cluster and are not played.
 * </ul>
 *
 * There are no other blocks, so that nothing on a page goes untried.
 */
final class GuidePage {

    private static final Pattern FILE_NAME = Pattern.compile(".*`([a-z0-9./-]+\\.(kx|toml|yaml))`[^`]*:");
    private static final Set<String> FILES = Set.of("kwix", "toml", "yaml");
    private static final String ANY_LINES = "…";

    /** @param shown what the page says that the command answers */
    record Step(int line, String command, List<String> shown) {}

    private final String name;
    private final List<String> lines;
    private final Path folder;
    private final Session session;
    private final List<String> mistakes = new ArrayList<>();
    private int status;
    private int played;

    GuidePage(String name, String text, Path folder) {
        this.name = name;
        this.lines = text.lines().toList();
        this.folder = folder;
        this.session = new Session(folder);
    }

    /** Follows the page. @return what is not as it says */
    List<String> follow() throws IOException {
        String before = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("```")) {
                int end = i + 1;
                while (!lines.get(end).equals("```")) {
                    end++;
                }
                block(line.substring(3), before, i + 1, lines.subList(i + 1, end));
                i = end;
                before = "";
            } else if (!line.isBlank()) {
                before = line;
            }
        }
        if (status != 0) {
            mistakes.add(name + ": the last command fails, and the page does not say so");
        }
        return mistakes;
    }

    /** How many commands were played. */
    int played() {
        return played;
    }

    private void block(String language, String before, int line, List<String> content) throws IOException {
        Matcher file = FILE_NAME.matcher(before);
        if (FILES.contains(language) && file.matches()) {
            Path path = folder.resolve(file.group(1));
            Files.createDirectories(path.getParent());
            Files.writeString(path, String.join("\n", content) + "\n");
        } else if (language.equals("console")) {
            for (Step step : steps(line, content)) {
                play(step);
            }
        } else if (!language.equals("sh") || !content.stream().allMatch(each -> each.startsWith("kubectl "))) {
            mistakes.add(name + ":" + line + ": a block of `" + language + "` that is neither a file nor commands");
        }
    }

    private List<Step> steps(int first, List<String> content) {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < content.size(); i++) {
            String line = content.get(i);
            if (line.startsWith("$ ")) {
                steps.add(new Step(first + i + 1, line.substring(2), new ArrayList<>()));
            } else if (steps.isEmpty()) {
                mistakes.add(name + ":" + (first + i + 1) + ": an answer without a command");
            } else {
                // Lines of the library's files change with every work on it, and sessions leave them out.
                steps.getLast().shown().add(line.replaceAll("(<kwix/[^>]*>):\\d+:\\d+", "$1"));
            }
        }
        return steps;
    }

    private void play(Step step) throws IOException {
        String place = name + ":" + step.line() + ": `" + step.command() + "`";
        played++;
        if (step.command().equals("echo $?")) {
            expect(place, step.shown(), List.of(String.valueOf(status)));
            status = 0;
            return;
        }
        if (status != 0) {
            mistakes.add(place + " comes after a command that fails, and the page does not say so");
        }
        Session.Answer answer = session.run(step.command(), "");
        status = answer.status();
        expect(
                place,
                step.shown(),
                (answer.out() + answer.err()).replace("/DIR", "/shop").lines().toList());
    }

    private void expect(String place, List<String> shown, List<String> answered) {
        if (!matches(shown, answered)) {
            mistakes.add(place + " answers:\n" + String.join("\n", answered));
        }
    }

    private static boolean matches(List<String> shown, List<String> answered) {
        if (shown.isEmpty()) {
            return answered.isEmpty();
        }
        List<String> rest = shown.subList(1, shown.size());
        if (shown.getFirst().strip().equals(ANY_LINES)) {
            for (int skipped = 0; skipped <= answered.size(); skipped++) {
                if (matches(rest, answered.subList(skipped, answered.size()))) {
                    return true;
                }
            }
            return false;
        }
        return !answered.isEmpty()
                && shown.getFirst().stripTrailing().equals(answered.getFirst().stripTrailing())
                && matches(rest, answered.subList(1, answered.size()));
    }
}
