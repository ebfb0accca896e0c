package kwix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left beside a folder when {@code kwix render --output} was killed between its two renames. */
class InterruptedRenderTest {

    private static final String MODULE = """
        { kubernetes.resources.ServiceAccount.%s = { }; }
        """;

    /** No process has such a number. */
    private static final String LEFT = ".out.kwix-999999999999999999";

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @BeforeEach
    void render() throws IOException {
        assertEquals(0, rendered("a"));
    }

    private int rendered(String name) throws IOException {
        Path module = directory.resolve("module.kx");
        Files.writeString(module, MODULE.formatted(name));
        return Main.run(
                new String[] {
                    "render", module.toString(), "-o", directory.resolve("out").toString()
                },
                InputStream.nullInputStream(),
                new ByteArrayOutputStream(),
                errors,
                Map.of());
    }

    private List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return List.copyOf(entries.map(entry -> String.valueOf(entry.getFileName()))
                    .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void theNextOneGoesOn() throws IOException {
        Files.move(directory.resolve("out"), directory.resolve(LEFT + ".old"));
        Files.createDirectory(directory.resolve(LEFT));
        Files.writeString(directory.resolve(LEFT).resolve("half.yaml"), "half");
        assertEquals(0, rendered("b"));
        assertEquals(List.of("module.kx", "out"), names(directory));
        assertEquals(List.of(".kwix-render.json", "04-serviceaccount_default_b.yaml"), names(directory.resolve("out")));
    }

    @Test
    void changesByHandAreNotLost() throws IOException {
        Path file = directory.resolve("out").resolve("04-serviceaccount_default_a.yaml");
        Files.writeString(file, "changed");
        Files.move(directory.resolve("out"), directory.resolve(LEFT + ".old"));
        assertEquals(1, rendered("b"));
        assertTrue(errors.toString(StandardCharsets.UTF_8).contains("changes by hand would be lost"));
        assertEquals("changed", Files.readString(file));
    }

    @Test
    void whatAProcessThatRunsHasMadeStays() throws IOException {
        String running =
                ".out.kwix-" + ProcessHandle.current().parent().orElseThrow().pid();
        Files.createDirectory(directory.resolve(running));
        assertEquals(0, rendered("b"));
        assertEquals(List.of(running, "module.kx", "out"), names(directory));
    }
}
