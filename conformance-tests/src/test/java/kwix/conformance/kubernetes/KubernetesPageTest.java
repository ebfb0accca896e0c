package kwix.conformance.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kwix.conformance.ProgramEvaluator;
import kwix.language.api.Execution;
import kwix.language.module.LibraryFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page about resources shows what comes out, and the modules on that about services are good. */
class KubernetesPageTest {

    private static final Pattern MODULE = Pattern.compile("```kwix\n(.*?)```", Pattern.DOTALL);
    private static final Pattern EXAMPLE = Pattern.compile("```kwix\n(.*?)```\\s*```yaml\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"docs/kubernetes.md", "docs/guide/overlays.md"})
    void examplesGiveTheirManifests(String name) throws IOException {
        Matcher example = EXAMPLE.matcher(page(name));
        int count = 0;
        while (example.find()) {
            assertEquals("---\n" + example.group(2), manifests(example.group(1)));
            count++;
        }
        assertTrue(count >= 3, "examples: " + count);
    }

    @Test
    void modulesOfServicesGiveResources() throws IOException {
        Matcher module = MODULE.matcher(page("docs/services.md"));
        int count = 0;
        while (module.find()) {
            String manifests = manifests(module.group(1));
            assertTrue(manifests.contains("kind: Deployment"), manifests);
            count++;
        }
        assertTrue(count >= 4, "modules: " + count);
    }

    private static String page(String name) throws IOException {
        return Files.readString(Path.of(System.getProperty("kwix.root"), name));
    }

    private static String manifests(String module) {
        var evaluator =
                new ProgramEvaluator(LibraryFolders.of(System.getProperty("kwix.stdlib", "")), Execution.DIRECT);
        return evaluator.text(
                "builtins.toYAMLStream ((import <kwix/lib>).modules.evalProject { modules = [ <kwix/kubernetes> ("
                        + module + ") ]; }).config.kubernetes.manifests");
    }
}
