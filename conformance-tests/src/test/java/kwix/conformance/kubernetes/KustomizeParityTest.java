package kwix.conformance.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kwix.conformance.MissingTool;
import kwix.conformance.ProgramEvaluator;
import kwix.language.api.Execution;
import kwix.language.module.LibraryFolders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Each folder of {@code conformance-tests/kustomize} with {@code kustomization.yaml} and {@code module.kx} says the same twice, and what
 * kustomize makes of the one is what Kwix makes of the other, object by object.
 *
 * <p>Three things are the same here that are not: that a resource says the namespace {@code default} or none, the order of objects, and the hash in
 * names of generated resources. Both make it of the content, but of another form of it.
 */
class KustomizeParityTest {

    private static final Path FOLDER = Path.of(System.getProperty("kwix.root"), "conformance-tests", "kustomize");

    private static final Pattern HASHED = Pattern.compile("(.+)-[0-9a-z]{10}");

    static Stream<Path> scenarios() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(folder -> Files.exists(folder.resolve("module.kx"))).sorted().toList().stream();
        }
    }

    @Test
    void thereAreManyScenarios() throws IOException {
        assertTrue(scenarios().count() >= 15);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void givesTheSameObjects(Path scenario) throws IOException, InterruptedException {
        Map<String, Object> theirs = objects(kustomized(scenario));
        Map<String, Object> ours = objects(rendered(scenario));
        assertEquals(theirs.keySet(), ours.keySet());
        for (Map.Entry<String, Object> object : theirs.entrySet()) {
            assertEquals(object.getValue(), ours.get(object.getKey()), object.getKey());
        }
    }

    private static String rendered(Path scenario) {
        var evaluator =
                new ProgramEvaluator(LibraryFolders.of(System.getProperty("kwix.stdlib", "")), Execution.DIRECT);
        return evaluator.text(
                "builtins.toYAMLStream ((import <kwix/lib>).modules.evalProject { modules = [ <kwix/kubernetes> "
                        + scenario.resolve("module.kx")
                        + " { kubernetes.checks.enable = false; } ]; }).config.kubernetes.manifests");
    }

    private static String kustomized(Path scenario) throws IOException, InterruptedException {
        Process kubectl;
        try {
            kubectl = new ProcessBuilder("kubectl", "kustomize", scenario.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException missing) {
            return MissingTool.skip("kubectl did not build the kustomizations (it is not installed)");
        }
        String output = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, kubectl.waitFor());
        return output;
    }

    /** All objects by what tells them apart, with hashes and namespaces out of the way. */
    private static Map<String, Object> objects(String yaml) {
        var documents = new ArrayList<Map<String, Object>>();
        new Load(LoadSettings.builder().build())
                .loadAllFromString(yaml)
                .forEach(document -> documents.add(asMap(document)));
        Map<String, String> names = new HashMap<>();
        for (Map<String, Object> document : documents) {
            if (List.of("ConfigMap", "Secret").contains(document.get("kind"))) {
                String name = String.valueOf(asMap(document.get("metadata")).get("name"));
                Matcher hashed = HASHED.matcher(name);
                if (hashed.matches()) {
                    names.put(name, hashed.group(1) + "-hash");
                }
            }
        }
        Map<String, Object> objects = new TreeMap<>();
        for (Map<String, Object> document : documents) {
            Map<String, Object> object = asMap(renamed(document, names));
            Map<String, Object> metadata = asMap(object.get("metadata"));
            metadata.remove("namespace", "default");
            String key = object.get("apiVersion") + " " + object.get("kind") + " " + metadata.get("namespace") + "/"
                    + metadata.get("name");
            assertEquals(null, objects.put(key, object), () -> "twice: " + key);
        }
        return objects;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    private static Object renamed(Object value, Map<String, String> names) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<Object, Object> copy = new TreeMap<>();
                map.forEach((key, each) -> copy.put(key, renamed(each, names)));
                yield copy;
            }
            case List<?> list -> list.stream().map(each -> renamed(each, names)).toList();
            case String text -> names.getOrDefault(text, text);
            case null -> "null";
            default -> value;
        };
    }
}
