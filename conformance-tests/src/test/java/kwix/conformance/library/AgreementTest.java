package kwix.conformance.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code <kwix/lib>} gives what the library of Nixpkgs gave, for the stored expressions over the functions that both have. */
class AgreementTest {

    private static final Pattern USED = Pattern.compile("\\blib\\.([a-zA-Z][\\w.']*)");

    private final FunctionTable table = FunctionTable.read(LibraryFiles.TABLE);

    @Test
    void everyExpressionGivesTheStoredAnswer() throws IOException {
        Map<String, String> answers = Answers.read(LibraryFiles.ANSWERS);
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> given = new TreeMap<>();
        try (KwixLibrary kwix = LibraryFiles.kwix()) {
            answers.forEach((expression, theirs) -> {
                String ours = kwix.answer(expression);
                if (!Answers.agree(theirs, ours)) {
                    expected.put(expression, theirs);
                    given.put(expression, ours);
                }
            });
        }
        assertEquals(expected, given);
    }

    @Test
    void everyFunctionIsComparedOrSaysWhyNot() throws IOException {
        Set<String> left = LibraryFiles.names();
        Set<String> covered = table.covered();
        left.removeAll(covered);
        left.removeAll(table.exceptions().keySet());
        Set<String> tops = covered.stream().map(FunctionTable::top).collect(Collectors.toSet());
        left.removeIf(name -> !name.contains(".") && tops.contains(name));
        assertEquals(Set.of(), left);
    }

    @Test
    void exceptionsAreNamesThatBothHaveAndNotCovered() throws IOException {
        Set<String> wrong = new TreeSet<>(table.exceptions().keySet());
        Set<String> both = LibraryFiles.names();
        Set<String> covered = table.covered();
        wrong.removeIf(name -> both.contains(name) && !covered.contains(name));
        assertEquals(Set.of(), wrong);
    }

    @Test
    void theStoredExpressionsUseEveryCoveredFunction() throws IOException {
        Set<String> used = Answers.read(LibraryFiles.ANSWERS).keySet().stream()
                .flatMap(expression -> USED.matcher(expression).results().map(found -> found.group(1)))
                .collect(Collectors.toSet());
        Set<String> known = LibraryFiles.names();
        Set<String> unused = new TreeSet<>();
        for (String template : table.templates()) {
            FunctionTable.FUNCTION
                    .matcher(template)
                    .results()
                    .map(found -> found.group(1))
                    .forEach(name -> {
                        if (table.spellings(name, known).stream().noneMatch(used::contains)) {
                            unused.add(name);
                        }
                    });
        }
        assertEquals(Set.of(), unused);
    }

    @Test
    void expressionsDependOnTheirSeedAlone() throws IOException {
        ExpressionGenerator generator = new ExpressionGenerator(table, LibraryFiles.names());
        String template = "[ <any> <any> <any> <any> ]";
        assertEquals(generator.expression(template, 1, 2), generator.expression(template, 1, 2));
        assertNotEquals(generator.expression(template, 1, 2), generator.expression(template, 2, 2));
    }

    @Test
    void disagreementsAreSeen() {
        assertTrue(Answers.agree("[ 1 ]", "[ 1 ]"));
        assertTrue(Answers.agree(Answers.FAILS, Answers.THROWS));
        assertTrue(!Answers.agree(Answers.THROWS, Answers.FAILS));
        assertTrue(!Answers.agree(Answers.FAILS, "null"));
        try (KwixLibrary kwix = LibraryFiles.kwix()) {
            assertEquals(
                    List.of("[ 1 «throws» { a = \"\\n\"; } ]", Answers.THROWS, Answers.FAILS, "«lambda a b?»"),
                    List.of(
                            kwix.answer("[ 1 (throw \"\") { a = \"\\n\"; } ]"),
                            kwix.answer("throw \"\""),
                            kwix.answer("1 + null"),
                            kwix.answer("{ a, b ? 1 }: a")));
        }
    }
}
