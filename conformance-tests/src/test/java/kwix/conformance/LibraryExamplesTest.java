package kwix.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kwix.language.api.Execution;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every example in the standard library's documentation gives the value that it shows. */
class LibraryExamplesTest {

    private final ProgramEvaluator evaluator = new ProgramEvaluator(CasesTest.LIBRARY, Execution.DIRECT);

    @TestFactory
    List<DynamicNode> examples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(CasesTest.LIBRARY.sources()))) {
            List<DynamicNode> found = files.filter(file -> file.toString().endsWith(".kx"))
                    .sorted()
                    .map(DocumentedExample::in)
                    .filter(examples -> !examples.isEmpty())
                    .map(this::ofOneFile)
                    .toList();
            assertFalse(found.isEmpty());
            return found;
        }
    }

    private DynamicNode ofOneFile(List<DocumentedExample> examples) {
        String name = Path.of(CasesTest.LIBRARY.sources())
                .relativize(examples.getFirst().file())
                .toString();
        return DynamicContainer.dynamicContainer(
                name,
                examples.stream()
                        .map(example -> DynamicTest.dynamicTest(
                                name + ":" + example.line(),
                                () -> assertEquals(value(example.value()), value(example.expression())))));
    }

    private String value(String expression) {
        return evaluator.print("let lib = import <kwix/lib/default.kx>; in with lib; (\n" + expression + "\n)");
    }
}
