package kwix.language.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The programs with which tests make repositories. Without one of them a test is skipped, or under the gate fails. */
final class RepositoryTool {

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "GIT_AUTHOR_NAME", "a",
            "GIT_AUTHOR_EMAIL", "a@b",
            "GIT_AUTHOR_DATE", "2001-01-01T00:00:00Z",
            "GIT_COMMITTER_NAME", "a",
            "GIT_COMMITTER_EMAIL", "a@b",
            "GIT_COMMITTER_DATE", "2001-01-01T00:00:00Z",
            "HGPLAIN", "1",
            "HGRCPATH", "");

    private RepositoryTool() {}

    /** What the program writes. */
    static String run(Path folder, List<String> command) throws IOException {
        Process process = start(folder, command);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertEquals(0, process.waitFor(), () -> String.join(" ", command) + ": " + output);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return output;
    }

    static Process start(Path folder, List<String> command) {
        var builder = new ProcessBuilder(new ArrayList<>(command))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(ENVIRONMENT);
        try {
            return builder.start();
        } catch (IOException absent) {
            String line = "SKIPPED: repositories of `" + command.getFirst() + "`, which is not installed";
            if ("1".equals(System.getenv("KWIX_REQUIRE_TOOLS"))) {
                return fail(line);
            }
            System.out.println(line);
            return Assumptions.abort(line);
        }
    }
}
