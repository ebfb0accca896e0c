package kwix.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The harness must fail where a case fails: each test gives it something wrong. */
class HarnessTest {

    private static final Outcome.Failure THROWN =
            new Outcome.Failure("throw", "boom", "The program threw: boom", "error: boom\n", List.of());

    @TempDir
    Path root;

    @Test
    void acceptsTheReferencesValue() throws IOException {
        write("language/a/x.kx", "1 + 1");
        write("language/a/x.exp", "2\n");
        run(new Outcome.Value("2\n", List.of()));
    }

    @Test
    void refusesAnotherValue() throws IOException {
        write("language/a/x.kx", "1 + 1");
        write("language/a/x.exp", "3\n");
        assertFails(new Outcome.Value("2\n", List.of()), "expected: 3");
    }

    @Test
    void refusesACaseWithoutAnswer() throws IOException {
        write("language/a/x.kx", "1 + 1");
        assertFails(new Outcome.Value("2\n", List.of()), "there is no x.exp");
    }

    @Test
    void refusesAValueWhereTheReferenceFails() throws IOException {
        write("language/a/x.kx", "throw \"boom\"");
        write("language/a/x.exp", "error[throw]: boom\n");
        assertFails(new Outcome.Value("2\n", List.of()), "expected to fail");
    }

    @Test
    void refusesAFailureWhereTheReferenceGivesAValue() throws IOException {
        write("language/a/x.kx", "1");
        write("language/a/x.exp", "1\n");
        assertFails(THROWN, "but it failed");
    }

    @Test
    void refusesAFailureOfAnotherClassOrReason() throws IOException {
        write("language/a/x.kx", "throw \"boom\"");
        write("language/a/x.err", "error: boom\n");
        write("language/a/x.exp", "error[abort]: boom\n");
        assertFails(THROWN, "expected to fail");
        write("language/a/x.exp", "error[throw]: other\n");
        assertFails(THROWN, "expected to fail");
        write("language/a/x.exp", "error[throw]: boom\n");
        run(THROWN);
    }

    @Test
    void refusesOtherTraces() throws IOException {
        write("language/a/x.kx", "1");
        write("language/a/x.exp", "1\n");
        write("language/a/x.trace", "seen\n");
        assertFails(new Outcome.Value("1\n", List.of()), "traces");
        run(new Outcome.Value("1\n", List.of("seen")));
    }

    @Test
    void writesAMissingGoldenAndFails() throws IOException {
        write("kwix/a/x.kx", "1");
        assertFails(new Outcome.Value("1\n", List.of()), "x.yaml");
        assertEquals("1\n", Files.readString(root.resolve("kwix/a/x.received.yaml")));
        assertFalse(Files.exists(root.resolve("kwix/a/x.yaml")));
    }

    @Test
    void acceptsAGoldenWhenAsked() throws IOException {
        write("kwix/a/x.kx", "1");
        new CaseRunner(ignored -> new Outcome.Value("1\n", List.of()), new Golden(true)).run(onlyCase());
        assertEquals("1\n", Files.readString(root.resolve("kwix/a/x.yaml")));
        assertFalse(Files.exists(root.resolve("kwix/a/x.received.yaml")));
    }

    @Test
    void refusesAChangedGoldenToTheByte() throws IOException {
        write("kwix/a/x.kx", "1");
        write("kwix/a/x.yaml", "1");
        assertFails(new Outcome.Value("1\n", List.of()), "x.yaml");
    }

    @Test
    void refusesAnotherErrorText() throws IOException {
        write("language/a/x.kx", "throw \"boom\"");
        write("language/a/x.exp", "error[throw]: boom\n");
        write("language/a/x.err", "error: something else\n");
        assertFails(THROWN, "x.err");
    }

    @Test
    void refusesAnErrorTextOfAProgramThatSucceeds() throws IOException {
        write("language/a/x.kx", "1");
        write("language/a/x.exp", "1\n");
        write("language/a/x.err", "error: boom\n");
        assertFails(new Outcome.Value("1\n", List.of()), "left over");
    }

    @Test
    void secondModeNeverWrites() throws IOException {
        write("kwix/a/x.kx", "1");
        CaseRunner second = new CaseRunner(ignored -> new Outcome.Value("1\n", List.of()), null);
        assertThrows(AssertionError.class, () -> second.run(onlyCase()));
        assertFalse(Files.exists(root.resolve("kwix/a/x.received.yaml")));
    }

    @Test
    void findsOrphansAndUnknownEndings() throws IOException {
        write("language/a/x.kx", "1");
        write("language/a/gone.exp", "1\n");
        write("language/a/note.txt", "what is this");
        write("language/a/files/anything.txt", "read by x");
        write("stray.kx", "1");
        List<String> problems = CaseTree.at(root).problems();
        assertEquals(3, problems.size(), problems.toString());
        assertTrue(problems.stream().anyMatch(problem -> problem.contains("gone.exp is left over")));
        assertTrue(problems.stream().anyMatch(problem -> problem.contains("note.txt is no part")));
        assertTrue(problems.stream().anyMatch(problem -> problem.contains("stray.kx is no part")));
    }

    @Test
    void refusesUnknownFlags() {
        assertThrows(IllegalArgumentException.class, () -> CaseFlags.parse("--frobnicate\n"));
        assertThrows(IllegalArgumentException.class, () -> CaseFlags.parse("-I\n"));
    }

    @Test
    void readsEscapedReasons() {
        assertEquals(
                new ReferenceAnswer.Failure("throw", "one\ntwo \\n three"),
                ReferenceAnswer.parse("error[throw]: one\\ntwo \\\\n three\n"));
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private ConformanceCase onlyCase() {
        return CaseTree.at(root).cases().getFirst();
    }

    private void run(Outcome outcome) {
        new CaseRunner(ignored -> outcome, new Golden(false)).run(onlyCase());
    }

    private void assertFails(Outcome outcome, String words) {
        Throwable failure = assertThrows(Throwable.class, () -> run(outcome));
        assertTrue(failure.toString().contains(words), failure.toString());
    }
}
