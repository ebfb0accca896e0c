package kwix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of the page about explaining answer what the page says; {@code -Dkwix.accept=true} renews the answers. A block after a
 * line with a file's name is that file, a block of the language {@code console} a command with its answer, and with its exit status when
 * that is not 0. The folder is called {@code /shop}.
 */
class GuideTranscriptTest {

    private static final Pattern FILE = Pattern.compile("`([a-z.-]+)`:");

    @TempDir
    Path temporary;

    @Test
    void explaining() throws IOException {
        Path page = Path.of(System.getProperty("kwix.root"), "docs/guide/explaining.md");
        String text = Files.readString(page);
        String played = play(text.lines().toList(), temporary.toRealPath());
        assertTrue(played.contains("$ kwix "), "no command was played");
        if (Boolean.getBoolean("kwix.accept")) {
            Files.writeString(page, played);
        } else {
            assertEquals(
                    comparable(text),
                    comparable(played),
                    "to accept the answers, run the test with -Dkwix.accept=true");
        }
    }

    /** Lines of the library's files change with every work on it. */
    private static String comparable(String page) {
        return page.replaceAll("(<kwix/[^>]*>):\\d+:\\d+", "$1");
    }

    private static String play(List<String> lines, Path folder) throws IOException {
        var page = new StringBuilder();
        String file = null;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            page.append(line).append('\n');
            Matcher named = FILE.matcher(line);
            if (named.matches()) {
                file = named.group(1);
            }
            if (!line.startsWith("```")) {
                continue;
            }
            List<String> block = new ArrayList<>();
            while (!lines.get(++i).equals("```")) {
                block.add(lines.get(i));
            }
            if (line.equals("```console")) {
                page.append(block.getFirst()).append('\n').append(answer(block.getFirst(), folder));
            } else {
                block.forEach(each -> page.append(each).append('\n'));
                if (file != null) {
                    Files.writeString(folder.resolve(file), String.join("\n", block) + "\n");
                    file = null;
                }
            }
            page.append("```\n");
        }
        return page.toString();
    }

    /** Both streams, with what went wrong last. */
    private static String answer(String command, Path folder) {
        assertTrue(command.startsWith("$ kwix "), command);
        List<String> words = List.of(command.substring("$ kwix ".length()).split(" "));
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status = Main.run(new Invocation(
                words,
                new ByteArrayInputStream(new byte[0]),
                out,
                err,
                Map.of("HOME", folder.toString()),
                folder,
                false,
                false));
        String all = out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
        String shown = all.replace(folder.toString(), "/shop");
        return status == 0 ? shown : shown + "$ echo $?\n" + status + "\n";
    }
}
