package kwix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** New projects are good as they are. {@code -Dkwix.accept=true} renews what their tests expect. */
class InitTest {

    @TempDir
    Path temporary;

    @ParameterizedTest
    @EnumSource
    void rendersAndPassesItsTests(ProjectTemplate template) throws IOException {
        run(0, "init", "--template", template.text(), "shop");
        if (Boolean.getBoolean("kwix.accept")) {
            run(0, "test", "--accept", "shop");
            keep(template);
        }
        String plain = run(0, "render", "shop");
        String staging = run(0, "render", "--env", "staging", "shop");
        String production = run(0, "render", "--env", "production", "shop");
        assertTrue(plain.contains("kind: Deployment"), plain);
        assertTrue(!plain.equals(staging) && !plain.equals(production) && !staging.equals(production));
        assertTrue(run(0, "test", "shop").contains(" passed\n"));
    }

    @ParameterizedTest
    @EnumSource
    void overwritesNothing(ProjectTemplate template) throws IOException {
        String last = template.files().getLast();
        Path file = temporary.resolve("shop").resolve(last);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "mine");
        run(1, "init", "--template", template.text(), "shop");
        assertEquals("mine", Files.readString(file));
        assertTrue(Files.notExists(temporary.resolve("shop/kwix.toml")));
    }

    private void keep(ProjectTemplate template) throws IOException {
        Path sources =
                Path.of(System.getProperty("kwix.root"), "cli/src/main/resources/kwix/cli/init", template.text());
        for (String name : template.files()) {
            if (TestCase.isExpectation(name)) {
                Files.copy(
                        temporary.resolve("shop").resolve(name),
                        sources.resolve(name),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private String run(int status, String... arguments) throws IOException {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int ended = Main.run(new Invocation(
                List.of(arguments),
                new ByteArrayInputStream(new byte[0]),
                out,
                err,
                Map.of("HOME", temporary.toString()),
                temporary.toRealPath(),
                false,
                false));
        assertEquals(status, ended, () -> out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
