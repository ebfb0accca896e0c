package kwix.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.Stream;
import kwix.language.api.Execution;
import kwix.language.builtin.Builtin;
import kwix.language.builtin.Builtins;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every builtin is documented, and its examples give the values that they show. */
class BuiltinExamplesTest {

    private final ProgramEvaluator evaluator = new ProgramEvaluator(CasesTest.LIBRARY, Execution.DIRECT);

    @TestFactory
    Stream<DynamicNode> examples() {
        return Builtins.declarations().stream()
                .map(builtin -> DynamicContainer.dynamicContainer(builtin.name(), tests(builtin)));
    }

    private List<DynamicTest> tests(Builtin builtin) {
        DynamicTest documented = DynamicTest.dynamicTest(
                builtin.name() + " is documented",
                () -> assertFalse(builtin.doc().isBlank()));
        Stream<DynamicTest> examples = builtin.examples().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.expression(),
                        () -> assertEquals(example.result(), evaluator.print(example.expression()))));
        return Stream.concat(Stream.of(documented), examples).toList();
    }
}
