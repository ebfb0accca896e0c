package kwix.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import kwix.grammar.format.Formatter;
import kwix.grammar.parse.Lexemes;
import kwix.grammar.parse.Parser;
import kwix.grammar.source.SourceText;
import kwix.grammar.tree.SyntaxTree;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sources beside how they are formatted, and what holds for all sources there are. */
class FormatTest {

    private static final int DEEP = 10_000;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Folders of the repository whose sources are formatted here, though not written. */
    private static final List<String> SOURCES =
            List.of("conformance-tests/cases", "stdlib/src", "examples", "benchmarks/workloads", "grammar/src/test");

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        return Cases.sources("cases/format").stream()
                .map(file -> DynamicTest.dynamicTest(Cases.name(file), () -> {
                    SyntaxTree tree = Parser.parse(Cases.read(file));
                    assertEquals("", Cases.show(tree.source(), tree.diagnostics()));
                    String formatted = Formatter.format(tree);
                    assertKept(tree, formatted);
                    new Golden(Cases.beside(file, ".formatted")).verify(formatted);
                }));
    }

    @Test
    void everyGoldenHasItsCase() throws IOException {
        List<Path> orphans = Cases.files("cases/format")
                .filter(file -> !Files.exists(Cases.beside(file, ".kx")))
                .toList();
        assertEquals(List.of(), orphans);
        assertFalse(Cases.sources("cases/format").isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> sourcesOfTheRepository() {
        Path root = Path.of(System.getProperty("kwix.root", ".."));
        return SOURCES.stream()
                .map(folder -> DynamicTest.dynamicTest(folder, () -> {
                    int formatted = 0;
                    for (Path file : sources(root.resolve(folder))) {
                        SyntaxTree tree = Parser.parse(Cases.read(file));
                        if (!tree.hasErrors()) {
                            assertKept(tree, Formatter.format(tree));
                            formatted++;
                        }
                    }
                    assertTrue(formatted > 0);
                }));
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".kx") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }

    private static void assertKept(SyntaxTree tree, String formatted) {
        assertTrue(Formatter.isFaithful(tree, formatted), () -> tree.source() + " changes:\n" + formatted);
        assertEquals(formatted, Formatter.format(parsed(formatted)), () -> tree.source() + " is not stable");
    }

    private static SyntaxTree parsed(String text) {
        return Parser.parse(new SourceText("formatted", text));
    }

    /** Comments anywhere between tokens are kept, and the result is stable. */
    @TestFactory
    Stream<DynamicTest> commentsBetweenAnyTokens() throws IOException {
        return Cases.sources("cases/format").stream()
                .map(file -> DynamicTest.dynamicTest(Cases.name(file), () -> {
                    SourceText source = Cases.read(file);
                    var random = new Random(file.getFileName().toString().hashCode());
                    for (String comment :
                            List.of("# line\n", "/* block */", "\n# own line\n", "\n/* two\nlines */\n")) {
                        String text = withComments(source, comment, random);
                        SyntaxTree tree = parsed(text);
                        if (!tree.hasErrors()) {
                            assertKept(tree, Formatter.format(tree));
                        }
                    }
                }));
    }

    /** Puts comments before some of the tokens that stand on white space. */
    private static String withComments(SourceText source, String comment, Random random) {
        Lexemes tokens = Lexemes.of(source);
        var text = new StringBuilder();
        int at = 0;
        for (int token = 0; token < tokens.size(); token++) {
            int start = tokens.start(token);
            text.append(source.text(), at, start);
            boolean apart = token > 0 && start > tokens.end(token - 1);
            if (apart && random.nextInt(3) == 0) {
                text.append(comment);
            }
            at = start;
        }
        return text.append(source.text(), at, source.text().length()).toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "( | 1 | )",
                "[ | 1 | ]",
                "{ a = | 1 | ; }",
                "`let a = 1; in ` | a | ``",
                "`x: ` | x | ``",
                "`f (x: ` | x | )",
                "{ x ? | 1 | }: 1",
                "`if true then 1 else ` | 1 | ``",
                "`if true then ` | 1 | ` else 1`",
                "`with { }; ` | 1 | ``",
                "`assert true; ` | 1 | ``",
                "`{ }.a or ` | 1 | ``",
                "\"${ | 1 | }\"",
                "''${ | 1 | }''",
                "! | true | ``",
                "`1 + ` | 1 | ``",
                "`true -> ` | true | ``",
                "`[ ] ++ ` | [ ] | ``",
                "`f (` | x | `) a`",
                "`f [ { a = ` | 1 | `; b = 2; } ]`"
            })
    void tenThousandLevels(String before, String middle, String after) {
        SyntaxTree tree = parsed(before.repeat(DEEP) + middle + after.repeat(DEEP));
        assertFalse(tree.hasErrors());
        String formatted = assertTimeoutPreemptively(LIMIT, () -> Formatter.format(tree));
        assertTrue(Formatter.isFaithful(tree, formatted));
    }

    @Test
    void whatHasErrorsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Formatter.format(parsed("{ a = ; }")));
    }

    @Test
    void linesAloneAreFormatted() {
        String source = "{\n  a  =  1;\n  b = {c=1;\n    d   =   2; };\n  e  =  [ 1\n   2 ];\n}\n";
        assertEquals(source.replace("a  =  1", "a = 1"), formatted(source, 2, 2));
        assertEquals(
                source.replace("{c=1;\n    d   =   2; }", "{\n    c = 1;\n    d = 2;\n  }"), formatted(source, 3, 3));
        assertEquals(
                source.replace("a  =  1", "a = 1").replace("{c=1;\n    d   =   2; }", "{\n    c = 1;\n    d = 2;\n  }"),
                formatted(source, 2, 4));
        assertEquals(Formatter.format(parsed(source)), formatted(source, 1, 7));
    }

    private static String formatted(String source, int first, int last) {
        return Formatter.format(parsed(source), first, last);
    }
}
