package kwix.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kwix.grammar.source.SourceText;
import kwix.language.api.Evaluation;
import kwix.language.error.KwixException;
import kwix.language.module.Bounds;
import kwix.language.module.HostMachine;
import kwix.language.module.SearchPath;
import kwix.language.render.YamlWriter;
import kwix.language.value.PathValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The examples give the YAML that stands beside them, and a Kubernetes client reads it as what it says. */
class ExamplesTest {

    private static final Path ROOT = Path.of(System.getProperty("kwix.root"));
    private static final String ANNOTATION = "kwix.test/read";

    /** Each folder of examples that gives resources. */
    static Stream<Path> examples() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT.resolve("examples"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("default.kx"))).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void givesItsManifests(Path example) {
        Golden.fromProperties()
                .verify(
                        example.resolve("manifests.yaml"),
                        evaluated("import ./default.kx { lib = import <kwix/lib>; }", example));
    }

    /** What the examples give, in each of their environments. */
    static Stream<Path> manifests() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("examples"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void kubectlReadsTheSameObjects(Path manifests) throws IOException, InterruptedException {
        List<Object> written = documents(Files.readString(manifests));
        List<Object> read = new ArrayList<>();
        for (Object document : documents(annotatedByKubectl(manifests))) {
            Object items = ((Map<?, ?>) document).get("items");
            read.addAll(items instanceof List<?> list ? list : List.of(document));
        }
        assertEquals(written, read.stream().map(ExamplesTest::withoutAnnotation).toList());
    }

    @Test
    void conflictingOptionsAreRefusedWithBothSides() {
        String modules = """
            (import <kwix/lib>).modules.evalProject { modules = [
              ./cluster.kx
              { services.coredns.autoscaling.enable = true; services.prometheus.enable = false; }
            ]; }
            """;
        var failure = assertThrows(
                KwixException.class,
                () -> evaluated("(" + modules + ").config.kubernetes.manifests", ROOT.resolve("examples/coredns")));
        String message = failure.getMessage();
        assertTrue(message.contains("2 assertions failed"), message);
        assertTrue(message.contains("would fight over the number of pods"), message);
        assertTrue(message.contains("services.prometheus.enable is false"), message);
    }

    private static String evaluated(String expression, Path folder) {
        var machine = new HostMachine(
                true,
                Bounds.none(),
                Map.of(),
                SearchPath.of(List.of(), null, System.getProperty("kwix.stdlib"), folder.toString()),
                line -> {});
        var evaluation = Evaluation.open(Evaluation.Settings.direct(machine));
        String bytes = evaluation.run(() -> {
            Object value = evaluation.evaluate(
                    new SourceText("example", expression), new PathValue(SourceText.encode(folder.toString())));
            return YamlWriter.stream(value, evaluation.context()).toString();
        });
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String annotatedByKubectl(Path manifests) throws IOException, InterruptedException {
        Process kubectl;
        try {
            kubectl = new ProcessBuilder(
                            "kubectl",
                            "annotate",
                            "--local",
                            "-f",
                            manifests.toString(),
                            ANNOTATION + "=yes",
                            "-o",
                            "yaml")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException missing) {
            return MissingTool.skip("kubectl did not read the manifests of the examples (it is not installed)");
        }
        String output = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, kubectl.waitFor());
        return output;
    }

    private static List<Object> documents(String yaml) {
        var documents = new ArrayList<Object>();
        new Load(LoadSettings.builder().build()).loadAllFromString(yaml).forEach(documents::add);
        return documents;
    }

    /** Without the annotation, and without the maps that only it made necessary. */
    private static Object withoutAnnotation(Object resource) {
        Map<Object, Object> copy = new TreeMap<>((Map<?, ?>) resource);
        Map<Object, Object> metadata = new TreeMap<>((Map<?, ?>) copy.get("metadata"));
        Map<Object, Object> annotations = new TreeMap<>((Map<?, ?>) metadata.get("annotations"));
        assertEquals("yes", annotations.remove(ANNOTATION));
        if (annotations.isEmpty()) {
            metadata.remove("annotations");
        } else {
            metadata.put("annotations", annotations);
        }
        copy.put("metadata", metadata);
        return copy;
    }
}
