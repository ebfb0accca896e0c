package kwix.conformance.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kwix.conformance.library.Surface.Names;
import kwix.conformance.random.Reference;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Generated expressions under both libraries: {@code -Dkwix.nixpkgs=FOLDER} (with {@code lib} in it), and {@code -Dkwix.library.each=N} expressions of each
 * template from {@code -Dkwix.library.seed=S}, of those templates that contain {@code -Dkwix.library.only=TEXT}. With
 * {@code -Dkwix.accept=true} the names and answers become those that {@link AgreementTest} compares with.
 */
class NixpkgsComparisonTest {

    private static final int BATCH = 500;
    private static final int LONGEST_STORED = 2_000;

    private final FunctionTable table = FunctionTable.read(LibraryFiles.TABLE);
    private final Map<String, String> agreed = new LinkedHashMap<>();
    private int disagreements;
    private int unanswered;
    private int excused;

    @Test
    void bothLibrariesGiveTheSame() throws IOException, InterruptedException {
        String nixpkgs = System.getProperty("kwix.nixpkgs");
        Optional<Path> program = Reference.program(LibraryFiles.ROOT);
        Assumptions.assumeTrue(nixpkgs != null && program.isPresent(), "needs -Dkwix.nixpkgs=FOLDER and the reference");
        Path library = Path.of(nixpkgs, "lib").toAbsolutePath();
        ReferenceLibrary reference = new ReferenceLibrary(program.get(), LibraryFiles.FOLDER, library);
        try (KwixLibrary kwix = LibraryFiles.kwix()) {
            Names names = Surface.of(kwix, library);
            System.out.println(names.report());
            if (Boolean.getBoolean("kwix.accept")) {
                names.write(LibraryFiles.NAMES);
            }
            List<String> expressions = expressions(names.both());
            expressions.forEach(kwix::check);
            for (int from = 0; from < expressions.size(); from += BATCH) {
                List<String> batch = expressions.subList(from, Math.min(from + BATCH, expressions.size()));
                compare(batch, reference.ask(batch), kwix);
            }
        }
        System.out.println(agreed.size() + " expressions agree, " + disagreements + " disagree, " + excused
                + " differ on purpose, " + unanswered + " have no answer");
        if (Boolean.getBoolean("kwix.accept")) {
            Answers.write(
                    LibraryFiles.ANSWERS, "What the library of Nixpkgs gives under " + reference.version(), agreed);
        }
        assertEquals(0, disagreements);
    }

    private List<String> expressions(Set<String> known) {
        ExpressionGenerator generator = new ExpressionGenerator(table, known);
        long seed = Long.getLong("kwix.library.seed", 1);
        int each = Integer.getInteger("kwix.library.each", 8);
        String only = System.getProperty("kwix.library.only", "");
        Set<String> expressions = new LinkedHashSet<>();
        for (String template : table.templates()) {
            if (template.contains(only)) {
                for (int number = 0; number < each; number++) {
                    expressions.add(generator.expression(template, seed, number));
                }
            }
        }
        return new ArrayList<>(expressions);
    }

    private void compare(List<String> expressions, Map<String, String> answers, KwixLibrary kwix) {
        for (String expression : expressions) {
            String theirs = answers.get(expression);
            if (theirs == null) {
                unanswered++;
                System.out.println("no answer: " + expression);
                continue;
            }
            String ours = kwix.answer(expression);
            if (Answers.agree(theirs, ours)) {
                if (expression.length() + theirs.length() <= LONGEST_STORED) {
                    agreed.put(expression, theirs);
                }
            } else if (table.differences().keySet().stream()
                    .anyMatch(known -> known.matcher(expression).find())) {
                excused++;
            } else {
                disagreements++;
                System.out.println("---- " + expression + "\ntheirs: " + theirs + "\nours:   " + ours);
            }
        }
    }
}
