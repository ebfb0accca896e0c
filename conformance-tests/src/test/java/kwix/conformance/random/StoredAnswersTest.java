package kwix.conformance.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import kwix.conformance.ProgramEvaluator;
import kwix.conformance.random.Comparison.Disagreement;
import kwix.language.api.Execution;
import kwix.language.module.LibraryFolders;
import org.junit.jupiter.api.Test;

/** Random programs give what the reference gave when it was asked; {@link DifferentialTest} stored it. */
class StoredAnswersTest {

    static final Path FILE = Path.of(System.getProperty("kwix.root"), "conformance-tests", "random", "answers.txt");

    private static final int ENOUGH = 1_000;

    @Test
    void randomProgramsGiveTheStoredAnswers() throws IOException {
        List<StoredAnswers.Entry> entries = StoredAnswers.read(FILE).entries();
        assertTrue(entries.size() >= ENOUGH, "only " + entries.size() + " stored answers");
        List<Disagreement> found = new ArrayList<>();
        try (Comparison comparison = new Comparison(
                new ProgramEvaluator(LibraryFolders.of(System.getProperty("kwix.stdlib")), Execution.DIRECT))) {
            for (StoredAnswers.Entry entry : entries) {
                comparison
                        .compare(entry.program(), entry.strict(), entry.answer())
                        .ifPresent(found::add);
            }
        }
        assertEquals(List.of(), found);
    }

    /** Otherwise the test above would pass with whatever answers. */
    @Test
    void aWrongAnswerIsADisagreement() throws IOException {
        List<StoredAnswers.Entry> entries = StoredAnswers.read(FILE).entries();
        StoredAnswers.Entry first = entries.getFirst();
        StoredAnswers.Entry other = entries.stream()
                .filter(each -> !each.answer().text().equals(first.answer().text()))
                .findFirst()
                .orElseThrow();
        try (Comparison comparison = new Comparison(
                new ProgramEvaluator(LibraryFolders.of(System.getProperty("kwix.stdlib")), Execution.DIRECT))) {
            assertTrue(comparison.compare(first.program(), true, other.answer()).isPresent());
        }
    }

    @Test
    void aSeedGivesAlwaysTheSameProgram() {
        Grammar grammar = Grammar.read("programs.grammar");
        List<String> once = LongStream.range(0, 50)
                .mapToObj(seed -> ProgramGenerator.program(grammar, seed))
                .toList();
        List<String> again = LongStream.range(0, 50)
                .mapToObj(seed -> ProgramGenerator.program(Grammar.read("programs.grammar"), seed))
                .toList();
        assertEquals(once, again);
        assertNotEquals(once.get(0), once.get(1));
    }
}
