package kwix.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kwix.grammar.parse.Parser;
import kwix.grammar.scope.GlobalNames;
import kwix.grammar.scope.ScopeAnalysis;
import kwix.grammar.source.SourceText;
import kwix.grammar.tree.SyntaxTree;
import kwix.grammar.tree.TreePrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Depth must cost neither the stack nor quadratic time. */
class NestingTest {

    private static final int DEEP = 10_000;
    private static final int GARBAGE = 1_000_000;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "( | 1 | )",
                "[ | `` | ]",
                "{ a = | 1 | ; }",
                "rec { a = | 1 | ; }",
                "`let a = 1; in ` | a | ``",
                "`x: ` | x | ``",
                "{ x ? | 1 | }: 1",
                "`if true then 1 else ` | 1 | ``",
                "`with { }; ` | 1 | ``",
                "`assert true; ` | 1 | ``",
                "`{ }.a or ` | 1 | ``",
                "\"${ | \"\" | }\"",
                "''${ | '''' | }''",
                "! | true | ``",
                "`- ` | 1 | ``",
                "`1 + ` | 1 | ``",
                "`true -> ` | true | ``",
                "`[ ] ++ ` | [ ] | ``",
                "`x: x <| ` | 1 | ``",
                "{ } | `` | .a",
                "true | `` | ` true`"
            })
    void tenThousandLevels(String before, String middle, String after) {
        String open = before.equals("x: x <| ") ? "true <| " : before;
        boolean once = before.equals("{ }") || before.equals("true") && middle.isEmpty();
        String text = (once ? open : open.repeat(DEEP)) + middle + after.repeat(DEEP);
        SyntaxTree tree = assertTimeoutPreemptively(LIMIT, () -> Parser.parse(new SourceText("deep", text)));
        assertEquals("", Cases.show(tree.source(), tree.diagnostics()));
        var scopes =
                assertTimeoutPreemptively(LIMIT, () -> ScopeAnalysis.analyse(tree, new GlobalNames(Set.of("true"))));
        assertEquals("", Cases.show(tree.source(), scopes.diagnostics()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "(", ")", "[", "{", "}", "`{ a = `", "([{", "[(", "`let a = `", "`x: `", "x:", "\"${", "''${", "\"",
                        "''", "\"x;\n",
                "${", "$", "=", "`a = `", ";", "`,`", ".", "a.", "<a", "-", "!", "`1 + `", "`if `", "`with `", "/*",
                        "{ inherit (",
                "`a ? `", "`x @ `", "''${\"", "`rec `", "a.${", "{ a.${"
            })
    void garbageEndsInADiagnostic(String piece) {
        var source = new SourceText("garbage", piece.repeat(GARBAGE / piece.length()) + "(");
        SyntaxTree tree = assertTimeoutPreemptively(LIMIT, () -> Parser.parse(source));
        assertTrue(tree.hasErrors());
        assertTrue(tree.diagnostics().size() <= 100);
        assertTimeoutPreemptively(LIMIT, () -> ScopeAnalysis.analyse(tree, new GlobalNames(Set.of())));
    }

    @Test
    void namesInManyNestedWithsTakeNoQuadraticTime() {
        String text = "with { }; " + "with a; ".repeat(DEEP) + "b";
        SyntaxTree tree = Parser.parse(new SourceText("withs", text));
        var scopes = assertTimeoutPreemptively(LIMIT, () -> ScopeAnalysis.analyse(tree, new GlobalNames(Set.of())));
        assertTrue(scopes.diagnostics().isEmpty());
    }

    @Test
    void severalThreadsMayParse() throws Exception {
        var expected = new ArrayList<String>();
        var tasks = new ArrayList<Callable<String>>();
        for (var file : Cases.sources("cases/errors")) {
            SourceText source = Cases.read(file);
            expected.add(TreePrinter.print(Parser.parse(source), true));
            tasks.add(() -> TreePrinter.print(Parser.parse(source), true));
        }
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<String>> results = threads.invokeAll(tasks);
            for (int i = 0; i < results.size(); i++) {
                assertEquals(expected.get(i), results.get(i).get());
            }
        }
    }
}
