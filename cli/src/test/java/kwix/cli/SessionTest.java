package kwix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plays every transcript in {@code src/test/sessions} in a copy of the folder of the same name. With {@code -Dkwix.accept=true} what the
 * commands answer is written into the transcripts.
 */
class SessionTest {

    private static final String ENDING = ".session";

    @TempDir
    Path temporary;

    private static Path sessions() {
        return Path.of(System.getProperty("kwix.root"), "cli/src/test/sessions");
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> transcripts() throws IOException {
        return entries(sessions()).stream()
                .filter(file -> file.toString().endsWith(ENDING))
                .map(file -> DynamicTest.dynamicTest(name(file), () -> check(file)));
    }

    @Test
    void everyFolderHasItsTranscript() throws IOException {
        for (Path entry : entries(sessions())) {
            String name = String.valueOf(entry.getFileName());
            assertTrue(
                    name.endsWith(ENDING) || Files.exists(sessions().resolve(name + ENDING)),
                    name + " belongs to no transcript");
        }
    }

    private void check(Path file) throws IOException {
        Path folder = Files.createDirectories(temporary.toRealPath().resolve(name(file)));
        Path files = sessions().resolve(name(file));
        if (Files.exists(files)) {
            copy(files, folder);
        }
        String transcript = Files.readString(file);
        assertFalse(transcript.isBlank(), file + " is empty");
        String played = new Session(folder).play(transcript);
        if (Boolean.getBoolean("kwix.accept")) {
            Files.writeString(file, played);
        } else {
            assertEquals(transcript, played, "to accept the answers, run the test with -Dkwix.accept=true");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).replace(ENDING, "");
    }
}
