package kwix.language.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.PathValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectTest {

    @TempDir
    Path folder;

    private PathValue path(String name) {
        return PathValue.normalised(FileNames.bytes(folder) + "/" + name);
    }

    private Project read(String toml) throws IOException {
        Files.writeString(folder.resolve("kwix.toml"), toml);
        Project project = Project.around(path(""));
        assertNotNull(project);
        return project;
    }

    private static List<PathValue> paths(List<Project.Module> modules) {
        return modules.stream().map(Project.Module::path).toList();
    }

    @Test
    void readsModulesAndEnvironments() throws IOException {
        Project project = read("""
            modules = ["./base.kx", "more/été"]
            kubernetes-version = "1.34"

            [environments.prod]
            modules = ["prod.kx"]
            """);
        assertEquals(path(""), project.root());
        assertEquals(List.of(path("base.kx"), path("more/Ã©tÃ©")), paths(project.modules(null)));
        assertEquals(List.of(path("base.kx"), path("more/Ã©tÃ©"), path("prod.kx")), paths(project.modules("prod")));
        assertEquals("1.34", project.kubernetesVersion());
    }

    @Test
    void isFoundUpwardFromFileAndFolder() throws IOException {
        read("modules = []");
        Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(folder.resolve("a/b/c.kx"), "1");
        assertEquals(path(""), Project.rootAround(path("a/b/c.kx")));
        assertEquals(path(""), Project.rootAround(path("a/b")));
        Files.delete(folder.resolve("kwix.toml"));
        assertNull(Project.rootAround(path("a/b")));
    }

    @Test
    void unknownEnvironmentGetsNearName() throws IOException {
        Project project = read("[environments.production]\n[environments.staging]\n");
        var error = assertThrows(KwixException.class, () -> project.modules("prodution"));
        assertEquals(ErrorCode.PROJECT, error.code());
        assertEquals("Did you mean `production`?", error.hint());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "moduls = []                        | kwix.toml:1:1   | moduls          | Did you mean `modules`?",
                "environments.prod.module = []      | kwix.toml:1:1   | module          | Did you mean `modules`?",
                "[environments]\\n"
                    + "[wrong]                  | kwix.toml:2:1   | wrong           | It knows modules, environments,"
                    + " kubernetes-version, format.",
                "[check]\\n"
                    + "level = \"strict\"       | kwix.toml:1:1   | check           | It knows modules, environments,"
                    + " kubernetes-version, format.",
                "modules = \"a.kx\"                 | kwix.toml:1:1   | a string        | For example: modules = ["
                        + " \"./default.kx\" ]",
                "modules = [\"a.kx\", 3]            | kwix.toml:1:20  | Element 2       |",
                "kubernetes-version = 1.34          | kwix.toml:1:1   | a number        | For example:"
                        + " kubernetes-version = \"1.34\"",
                "kubernetes-version = \"new\"       | kwix.toml:1:1   | `new`           | It has two or three numbers:"
                        + " \"1.34\" or \"1.34.2\".",
                "environments = 1                   | kwix.toml:1:1   | a number        | For example: [environments]",
                "modules = [                        | kwix.toml:1:12  | not valid TOML  |",
            })
    void mistakesHaveTheirPlace(String toml, String place, String word, String hint) {
        var error = assertThrows(KwixException.class, () -> read(toml.replace("\\n", "\n")));
        assertEquals(ErrorCode.PROJECT, error.code());
        assertEquals(true, error.getMessage().contains(word), error.getMessage());
        assertEquals(folder + "/" + place, String.valueOf(error.place()));
        assertEquals(hint, error.hint());
    }
}
