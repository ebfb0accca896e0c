package kwix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
 * {@code kwix nix-instantiate} prints what the reference's program prints and ends as it ends. The transcripts are the reference's; the
 * script {@code conformance-tests/reference-commands} makes them.
 */
class ReferenceCommandsTest {

    private static final int FEWEST = 150;

    @TempDir
    Path temporary;

    private static Path commands() {
        return Path.of(System.getProperty("kwix.root"), "conformance-tests/commands");
    }

    private static List<Path> transcripts() throws IOException {
        try (Stream<Path> files = Files.list(commands())) {
            return files.filter(file -> file.toString().endsWith(".session"))
                    .sorted()
                    .toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> asTheReference() throws IOException {
        return transcripts().stream()
                .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> check(file)));
    }

    @Test
    void thereAreManyOfThem() throws IOException {
        long count = 0;
        for (Path file : transcripts()) {
            count += Files.readAllLines(file).stream()
                    .filter(line -> line.contains("nix-instantiate") && line.startsWith("$ "))
                    .count();
        }
        assertTrue(count >= FEWEST, "only " + count + " commands");
    }

    private void check(Path file) throws IOException {
        Path folder = temporary.toRealPath().resolve(String.valueOf(file.getFileName()));
        copy(commands().resolve("files"), folder);
        String transcript = Files.readString(file);
        assertEquals(transcript, new Session(folder, false).play(transcript));
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
}
