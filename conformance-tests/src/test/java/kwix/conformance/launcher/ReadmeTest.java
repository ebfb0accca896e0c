package kwix.conformance.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what comes out. */
class ReadmeTest {

    @TempDir
    private Path folder;

    private static String block(String readme, String language) {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(readme);
        assertTrue(block.find(), "no block of " + language);
        return block.group(1);
    }

    @Test
    void theExampleGivesItsOutput() throws Exception {
        String readme = Files.readString(Release.root().resolve("README.md"));
        Path program = Files.writeString(folder.resolve("example.kx"), block(readme, "kwix"));
        Release release = Release.unpackedIn(folder);
        Launch.of(release.launcher(), "eval", program.toString())
                .with("XDG_CACHE_HOME", folder.resolve("caches"))
                .run()
                .prints(block(readme, "yaml"));
    }

    @Test
    void itsCommandsAreTheTwoThatTheGateRuns() throws Exception {
        String commands = block(Files.readString(Release.root().resolve("README.md")), "sh");
        assertEquals("./kwix eval --stream examples/coredns/default.kx\nmvn verify\n", commands);
        String gate = Files.readString(Release.root().resolve(".ci/run"));
        commands.lines().forEach(command -> assertTrue(gate.contains("\n" + command), command));
    }
}
