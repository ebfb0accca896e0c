package kwix.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.oracle.truffle.api.Truffle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kwix.language.api.EngineExecution;
import kwix.language.api.Execution;
import kwix.language.module.LibraryFolders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * Every case in {@code conformance-tests/cases}. {@code -Dkwix.cases=language/strings} runs those whose title begins so,
 * {@code -Dkwix.accept=true} accepts what they give.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasesTest {

    private static final Path CASES = Path.of(
            System.getProperty("kwix.cases.root", System.getProperty("kwix.root") + "/conformance-tests/cases"));
    static final LibraryFolders LIBRARY = LibraryFolders.of(System.getProperty("kwix.stdlib"));
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final EngineExecution engine = EngineExecution.open();
    private final StoringTrees trees = new StoringTrees();

    @TestFactory
    Stream<DynamicNode> direct() {
        CaseRunner runner = new CaseRunner(new ProgramEvaluator(LIBRARY, Execution.DIRECT), Golden.fromProperties());
        return byArea(given -> true, runner::run);
    }

    /** The same answers, to the byte, when every body is a call target: what a debugger, a profiler or a compiler works on. */
    @TestFactory
    Stream<DynamicNode> engine() {
        CaseRunner runner = new CaseRunner(new ProgramEvaluator(LIBRARY, engine), null);
        return byArea(given -> true, runner::run);
    }

    /** The same answers when every file is read from a tree that was stored. */
    @TestFactory
    Stream<DynamicNode> stored() {
        CaseRunner runner = new CaseRunner(new ProgramEvaluator(LIBRARY, Execution.DIRECT, trees), null);
        return byArea(given -> true, runner::run);
    }

    /** What {@code conformance-tests/optimizing} is for, unless the JDK is not the one that its compiler fits. */
    @Test
    void theRuntimeIsTheOneAskedFor() {
        boolean optimizing = "optimizing".equals(System.getProperty("kwix.runtime"));
        String runtime = Truffle.getRuntime().getName();
        if (optimizing && runtime.equals("Interpreted")) {
            System.out.println(
                    "NOT RUN: the cases on the optimizing runtime, which does not fit JDK " + Runtime.version());
        } else {
            assertEquals(optimizing, !runtime.equals("Interpreted"), runtime);
        }
    }

    @AfterAll
    void close() {
        engine.close();
        if (System.getProperty("kwix.cases", "").isEmpty()) {
            assertTrue(trees.stored() > 1000, "files that were read from a stored tree: " + trees.stored());
        }
    }

    @Test
    void everyFileBelongsToACase() {
        assertEquals(List.of(), CaseTree.at(CASES).problems());
    }

    @Test
    void thereAreEnoughCases() {
        List<ConformanceCase> cases = CaseTree.at(CASES).cases();
        assertTrue(cases.stream()
                        .filter(each -> each.area().startsWith("language/"))
                        .count()
                >= 250);
    }

    /** A test for each case that is wanted, in a container for each area. */
    static Stream<DynamicNode> byArea(Predicate<ConformanceCase> wanted, ThrowingConsumer<ConformanceCase> test) {
        String prefix = System.getProperty("kwix.cases", "");
        Map<String, List<ConformanceCase>> areas = CaseTree.at(CASES).cases().stream()
                .filter(each -> each.title().startsWith(prefix) && wanted.test(each))
                .collect(Collectors.groupingBy(ConformanceCase::area, TreeMap::new, Collectors.toList()));
        return areas.entrySet().stream()
                .map(area -> DynamicContainer.dynamicContainer(
                        area.getKey(), area.getValue().stream().map(each -> test(each, test))));
    }

    private static DynamicTest test(ConformanceCase given, ThrowingConsumer<ConformanceCase> test) {
        return DynamicTest.dynamicTest(
                given.name(),
                given.program().toUri(),
                () -> assertTimeoutPreemptively(LIMIT, () -> test.accept(given), given.title()));
    }
}
