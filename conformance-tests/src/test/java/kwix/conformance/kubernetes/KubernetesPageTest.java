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

/** The page about resources shows what comes out. */
class KubernetesPageTest {

    private static final Pattern EXAMPLE = Pattern.compile("```kwix\n(.*?)```\\s*```yaml\n(.*?)```", Pattern.DOTALL);

    @Test
    void examplesGiveTheirManifests() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("kwix.root"), "docs/kubernetes.md"));
        var evaluator =
                new ProgramEvaluator(LibraryFolders.of(System.getProperty("kwix.stdlib", "")), Execution.DIRECT);
        Matcher example = EXAMPLE.matcher(page);
        int count = 0;
        while (example.find()) {
            String manifests = evaluator.text(
                    "builtins.toYAMLStream ((import <kwix/lib>).modules.evalProject { modules = [ <kwix/kubernetes> ("
                            + example.group(1) + ") ]; }).config.kubernetes.manifests");
            assertEquals("---\n" + example.group(2), manifests);
            count++;
        }
        assertTrue(count >= 3, "examples: " + count);
    }
}
