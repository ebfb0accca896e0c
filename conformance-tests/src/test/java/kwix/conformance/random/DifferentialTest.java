package kwix.conformance.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import kwix.conformance.MissingTool;
import kwix.conformance.ProgramEvaluator;
import kwix.conformance.random.Comparison.Disagreement;
import kwix.conformance.random.Reference.Answer;
import kwix.language.api.Execution;
import kwix.language.module.LibraryFolders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random programs, here and under the reference. {@code -Dkwix.random.programs=100000 -Dkwix.random.seed=1} runs more, or others;
 * disagreements are printed when they are found, made smaller. With {@code -Dkwix.accept=true} the answers become those that
 * {@link StoredAnswersTest} compares with.
 */
class DifferentialTest {

    private static final Path ROOT = Path.of(System.getProperty("kwix.root"));
    private static final int BATCH = 200;
    private static final int REPORTED = 5_000;
    private static final int LONGEST = 1_500;
    private static final int LONGEST_STORED = 350;
    private static final int MOST_STORED = 2_000;

    /** A difference of which there are many is shown only so often. */
    private static final int SHOWN_OF_A_KIND = Integer.getInteger("kwix.random.shown", 3);

    private final Grammar grammar = Grammar.read("programs.grammar");
    private final Map<String, Integer> kinds = new TreeMap<>();
    private final List<StoredAnswers.Entry> stored = new ArrayList<>();
    private int values;
    private final Map<String, Integer> failures = new TreeMap<>();
    private int unanswered;

    @Test
    void randomProgramsGiveWhatTheReferenceGives() throws IOException, InterruptedException {
        LibraryFolders library = LibraryFolders.of(System.getProperty("kwix.stdlib"));
        Reference reference = Reference.find(ROOT, Path.of(library.sources()))
                .orElseGet(() -> MissingTool.skip("random programs were not compared with the reference"));
        long seed = Long.getLong("kwix.random.seed", 1);
        long count = Long.getLong("kwix.random.programs", 200);
        List<Disagreement> found = new ArrayList<>();
        try (Comparison comparison = new Comparison(new ProgramEvaluator(library, Execution.DIRECT))) {
            for (long from = seed; from < seed + count; from += BATCH) {
                long to = Math.min(from + BATCH, seed + count);
                found.addAll(batch(reference, comparison, from, to, from / BATCH % 4 != 0));
                if ((to - seed) % REPORTED == 0) {
                    report();
                }
            }
        }
        if (Boolean.getBoolean("kwix.accept")) {
            new StoredAnswers(List.copyOf(stored)).write(StoredAnswersTest.FILE);
        }
        report();
        assertEquals(List.of(), found);
    }

    private void report() {
        System.out.println("random programs: " + values + " with a value, " + "failures " + failures + ", " + unanswered
                + " without an answer; disagreements: " + kinds);
    }

    private List<Disagreement> batch(Reference reference, Comparison comparison, long from, long to, boolean strict)
            throws IOException, InterruptedException {
        List<String> programs = LongStream.range(from, to)
                .mapToObj(seed -> ProgramGenerator.program(grammar, seed))
                .toList();
        List<@Nullable Answer> answers = reference.ask(programs, strict);
        List<Disagreement> found = new ArrayList<>();
        for (int i = 0; i < programs.size(); i++) {
            Answer answer = answers.get(i);
            count(answer);
            Disagreement differs = answer == null
                    ? null
                    : comparison.compare(programs.get(i), strict, answer).orElse(null);
            if (answer != null && differs == null) {
                store(new StoredAnswers.Entry(Long.toString(from + i), programs.get(i), strict, answer));
            }
            if (differs != null && kinds.merge(differs.kind(), 1, Integer::sum) <= SHOWN_OF_A_KIND) {
                Disagreement smallest = new Shrinking(reference, comparison).shrink(differs);
                print("---- seed " + (from + i) + (strict ? "" : " (not strict)") + " " + smallest.kind() + "\n"
                        + smallest.program() + "\n" + smallest.difference());
                found.add(smallest);
            }
        }
        return found;
    }

    /** Short ones, and not too many that never begin to run. */
    private void store(StoredAnswers.Entry entry) {
        boolean runs = !entry.answer().text().matches("(?s)error\\[(syntax|duplicate-attribute|undefined-variable)].*");
        int length = entry.program().length() + entry.answer().text().length();
        if (stored.size() < MOST_STORED
                && entry.isStorable()
                && length <= LONGEST_STORED
                && (runs || stored.size() % 20 == 0)) {
            stored.add(entry);
        }
    }

    private static void print(String report) {
        System.out.println(report.length() > LONGEST ? report.substring(0, LONGEST) + "…" : report);
    }

    private void count(@Nullable Answer answer) {
        if (answer == null) {
            unanswered++;
        } else if (answer.text().startsWith("error[")) {
            failures.merge(answer.text().substring(6, answer.text().indexOf(']')), 1, Integer::sum);
            if (answer.text().startsWith("error[unclassified]")) {
                System.out.println(answer.text().strip());
            }
        } else {
            values++;
        }
    }
}
