package kwix.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kwix.grammar.parse.Parser;
import kwix.grammar.print.PrintedBytes;
import kwix.grammar.print.ReferencePrinter;
import kwix.grammar.scope.GlobalNames;
import kwix.grammar.scope.ScopeAnalysis;
import kwix.grammar.scope.Scopes;
import kwix.grammar.source.SourceText;
import kwix.grammar.tree.SyntaxTree;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Programs, a line each, with the reference's own reading: ours must be the same, and what it rejects we reject. */
class ReadingTest {

    private static final String ERROR = "error";
    private static final GlobalNames GLOBALS = new GlobalNames(Set.of("builtins", "toString", "true", "map"));

    private record Reading(String program, String expected) {}

    @TestFactory
    Stream<DynamicTest> asTheReference() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        for (Path file : Cases.files("readings").toList()) {
            tests.add(DynamicTest.dynamicTest(Cases.name(file), () -> {
                for (Reading reading : readings(file)) {
                    assertEquals(reading.expected, read(reading.program), reading.program);
                }
            }));
        }
        return tests.stream();
    }

    /** The stored readings are still those of the reference; asked only where one is given. */
    @Test
    void storedReadingsAreTheReferences(@TempDir Path root) throws Exception {
        String reference = System.getenv("KWIX_ORACLE");
        if (reference == null) {
            assertTrue(!"1".equals(System.getenv("KWIX_REQUIRE_TOOLS")), "KWIX_ORACLE names no reference");
            System.out.println(
                    "SKIPPED: the stored readings were not compared with the reference (KWIX_ORACLE is not set)");
            return;
        }
        Path real = root.toRealPath();
        Files.createDirectories(real.resolve("here"));
        for (Path file : Cases.files("readings").toList()) {
            for (Reading reading : readings(file)) {
                assertEquals(reading.expected, ask(reference, real, reading.program), reading.program);
            }
        }
    }

    private static List<Reading> readings(Path file) throws IOException {
        var readings = new ArrayList<Reading>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 1; i < lines.size(); i += 2) {
            assertTrue(lines.get(i + 1).startsWith("  => "), lines.get(i));
            readings.add(new Reading(lines.get(i), lines.get(i + 1).substring(5)));
        }
        return readings;
    }

    private static String wrap(String program) {
        return "(with {}; " + program + ")";
    }

    private static String unwrap(String reading) {
        assertTrue(reading.startsWith("(with { }; ") && reading.endsWith(")"), reading);
        return reading.substring("(with { }; ".length(), reading.length() - 1);
    }

    private static String read(String program) {
        SyntaxTree tree = Parser.parse(new SourceText("program", wrap(program)));
        Scopes scopes = ScopeAnalysis.analyse(tree, GLOBALS);
        if (tree.hasErrors() || !scopes.diagnostics().isEmpty()) {
            return ERROR;
        }
        PrintedBytes printed = ReferencePrinter.print(tree, scopes, "/here", "/home/me");
        return unwrap(SourceText.decode(Arrays.copyOf(printed.bytes(), printed.size())));
    }

    private static String ask(String reference, Path root, String program) throws IOException, InterruptedException {
        var command = new ProcessBuilder(
                        reference, "--extra-experimental-features", "pipe-operators", "--parse", "-E", wrap(program))
                .directory(root.resolve("here").toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        String home = System.getProperty("user.home");
        Process process = command.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        if (process.waitFor() != 0) {
            return ERROR;
        }
        return unwrap(output.replace(root + "/", "/").replace(home + "/", "/home/me/"));
    }
}
