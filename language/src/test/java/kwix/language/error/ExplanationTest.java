package kwix.language.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kwix.grammar.diagnostic.SyntaxCode;
import kwix.grammar.source.SourceText;
import kwix.language.api.Evaluation;
import kwix.language.module.Bounds;
import kwix.language.module.HostMachine;
import kwix.language.module.SearchPath;
import kwix.language.render.NixPrinter;
import kwix.language.value.PathValue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplanationTest {

    @TempDir
    private static Path temporary;

    private static String folder;

    @BeforeAll
    static void makeFolder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("work")).toString();
    }

    static Stream<Explanation> programs() {
        return Explanation.all().stream()
                .filter(explanation ->
                        explanation.example() != null && explanation.example().isProgram());
    }

    private static void evaluate(String expression) {
        String library = System.getProperty("kwix.stdlib", "");
        var machine = new HostMachine(
                false, Bounds.none(), Map.of(), SearchPath.of(List.of(), null, library, "/"), line -> {});
        Evaluation evaluation = Evaluation.open(Evaluation.Settings.direct(machine));
        evaluation.run(() -> NixPrinter.printStrict(
                evaluation.evaluate(new SourceText("«string»", expression), new PathValue(folder)),
                evaluation.context().budget()));
    }

    /** The first line of the error, with nothing in it of the machine that the test runs on. */
    private static String message(String expression) {
        try {
            evaluate(expression);
            return "";
        } catch (KwixException failure) {
            var printer = new ErrorPrinter(SourceNames.ABSOLUTE, false, false);
            return printer.headline(failure)
                    .strip()
                    .replace(folder, "/project")
                    .replaceAll("/nix/store/[0-9a-z]{32}", "/nix/store/…");
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void examplesFailAndAreMendedAsTheySay(Explanation explanation) {
        Explanation.Example example = explanation.example();
        if (example == null) {
            return;
        }
        assertEquals(example.message(), message(example.wrong()));
        assertEquals("", message(example.mended()));
        assertEquals(
                "error[" + explanation.id() + "]",
                example.message().substring(0, example.message().indexOf(':')));
    }

    @Test
    void everyCodeIsExplainedOnce() {
        List<Explanation> all = Explanation.all();
        assertEquals(SyntaxCode.values().length + ErrorCode.values().length, all.size());
        assertEquals(all.size(), all.stream().map(Explanation::id).distinct().count());
        assertEquals(all.size(), all.stream().map(Explanation::title).distinct().count());
        assertFalse(all.stream().anyMatch(explanation -> explanation.title().isBlank()));
        assertNull(Explanation.of("KX9999"));
    }

    @Test
    void readsLikeAPage() {
        assertEquals("""
            KX0111: Division by zero

            The divisor of an integer or float division was zero.

                let replicas = 0; in 100 / replicas

                error[KX0111]: Division of 100 by zero.

            Instead:

                let replicas = 4; in 100 / replicas
            """, String.valueOf(Explanation.of("kx0111")));
    }
}
