package kwix.conformance.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import kwix.conformance.MissingTool;
import kwix.conformance.ProgramEvaluator;
import kwix.conformance.random.Comparison.Disagreement;
import kwix.conformance.random.Reference.Answer;
import kwix.language.api.Execution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * {@code <kwix/lib>} gives what the lib of nixpkgs gives under the reference, for the functions that both have, on generated arguments.
 * The stored answers need neither; {@code -Dkwix.nixpkgs=FOLDER} (with nixpkgs' {@code lib} in it) makes others, as
 * {@code kwix.random.programs} and {@code kwix.random.seed} say, and with {@code -Dkwix.accept=true} stores them.
 */
class LibraryDifferentialTest {

    private static final Path ROOT = Path.of(System.getProperty("kwix.root"));
    private static final Path FILE = ROOT.resolve("conformance-tests/random/library.txt");
    private static final Pattern FUNCTION = Pattern.compile("lib(\\.[a-zA-Z0-9']+)+");
    private static final int FUNCTIONS = 200;
    private static final int BATCH = 200;
    private static final int LONGEST_STORED = 300;

    @Test
    void theStoredAnswersAreGiven() throws IOException {
        List<StoredAnswers.Entry> entries = StoredAnswers.read(FILE).entries();
        List<Disagreement> found = new ArrayList<>();
        Set<String> functions = new TreeSet<>();
        try (Comparison comparison = comparison()) {
            for (StoredAnswers.Entry entry : entries) {
                Matcher function = FUNCTION.matcher(entry.program());
                if (function.find()) {
                    functions.add(function.group());
                }
                new LibraryComparison(comparison)
                        .compare(entry.program(), entry.answer())
                        .ifPresent(found::add);
            }
        }
        assertTrue(functions.size() >= FUNCTIONS, "only " + functions.size() + " functions: " + functions);
        assertEquals(List.of(), found);
    }

    @Test
    @EnabledIfSystemProperty(named = "kwix.nixpkgs", matches = ".+")
    void generatedUsesGiveWhatNixpkgsGives() throws IOException, InterruptedException {
        Reference reference = Reference.find(ROOT)
                .orElseGet(() -> MissingTool.skip("the library was not compared with the one of nixpkgs"));
        Grammar grammar = Grammar.read("library.grammar");
        String nixpkgs = System.getProperty("kwix.nixpkgs") + "/lib";
        long seed = Long.getLong("kwix.random.seed", 1);
        long end = seed + Long.getLong("kwix.random.programs", 2_000);
        List<Disagreement> found = new ArrayList<>();
        List<StoredAnswers.Entry> stored = new ArrayList<>();
        try (Comparison comparison = comparison()) {
            for (long from = seed; from < end; from += BATCH) {
                List<String> uses = LongStream.range(from, Math.min(from + BATCH, end))
                        .mapToObj(each -> ProgramGenerator.use(grammar, each))
                        .toList();
                List<@Nullable Answer> answers = reference.ask(
                        uses.stream()
                                .map(use -> LibraryComparison.with(nixpkgs, use))
                                .toList(),
                        true);
                for (int i = 0; i < uses.size(); i++) {
                    Answer answer = answers.get(i);
                    if (answer == null) {
                        continue;
                    }
                    StoredAnswers.Entry entry =
                            new StoredAnswers.Entry(Long.toString(from + i), uses.get(i), true, withoutTraces(answer));
                    Disagreement differs = new LibraryComparison(comparison)
                            .compare(entry.program(), entry.answer())
                            .orElse(null);
                    if (differs != null) {
                        System.out.println("---- seed " + (from + i) + " " + differs.kind() + "\n" + uses.get(i) + "\n"
                                + differs.difference());
                        found.add(differs);
                    } else if (entry.isStorable()
                            && entry.program().length() + entry.answer().text().length() < LONGEST_STORED) {
                        stored.add(entry);
                    }
                }
            }
        }
        System.out.println("uses of the library: " + (end - seed) + ", disagreements: " + found.size());
        if (Boolean.getBoolean("kwix.accept")) {
            new StoredAnswers(List.copyOf(stored)).write(FILE);
        }
        assertEquals(List.of(), found);
    }

    private static Answer withoutTraces(Answer answer) {
        return new Answer(answer.text(), List.of());
    }

    private static Comparison comparison() {
        return new Comparison(new ProgramEvaluator(Path.of(System.getProperty("kwix.stdlib")), Execution.DIRECT));
    }
}
