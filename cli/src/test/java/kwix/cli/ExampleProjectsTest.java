package kwix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kwix.grammar.source.SourceText;
import kwix.language.module.Project;
import kwix.language.value.PathValue;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each example that is a project renders in each of its environments what stands beside it, {@code ENVIRONMENT.yaml}, without a warning.
 * {@code -Dkwix.accept=true} writes what it renders.
 */
class ExampleProjectsTest {

    private static final Path EXAMPLES = Path.of(System.getProperty("kwix.root"), "examples");

    private static List<Path> projects() throws IOException {
        try (Stream<Path> folders = Files.list(EXAMPLES)) {
            return folders.filter(folder -> Files.exists(folder.resolve(Project.FILE_NAME)))
                    .sorted()
                    .toList();
        }
    }

    private static Project read(Path folder) {
        Project project = Project.around(new PathValue(SourceText.encode(folder.toString())));
        assertTrue(project != null, folder.toString());
        return project;
    }

    @TestFactory
    Stream<DynamicTest> environments() throws IOException {
        return projects().stream()
                .flatMap(folder -> read(folder).environments().keySet().stream()
                        .map(environment -> DynamicTest.dynamicTest(
                                folder.getFileName() + " " + environment, () -> check(folder, environment))));
    }

    private static void check(Path folder, String environment) throws IOException {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status = Main.run(new Invocation(
                List.of("render", "--env", environment),
                new ByteArrayInputStream(new byte[0]),
                out,
                err,
                Map.of("KWIX_NO_CACHE", "1"),
                folder.toRealPath(),
                false,
                false));
        assertEquals("", err.toString(StandardCharsets.UTF_8));
        assertEquals(0, status);
        Path accepted = folder.resolve(environment + ".yaml");
        if (Boolean.getBoolean("kwix.accept")) {
            Files.write(accepted, out.toByteArray());
        }
        assertEquals(Files.readString(accepted), out.toString(StandardCharsets.UTF_8));
    }
}
