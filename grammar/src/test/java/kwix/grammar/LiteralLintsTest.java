package kwix.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kwix.grammar.diagnostic.Diagnostic;
import kwix.grammar.lint.LiteralLints;
import kwix.grammar.lint.LiteralLints.Level;
import kwix.grammar.parse.Parser;
import kwix.grammar.source.SourceText;
import kwix.grammar.tree.SyntaxTree;
import org.junit.jupiter.api.Test;

class LiteralLintsTest {

    /** A literal of each kind in every place where an expression can stand. */
    private static final String EVERYWHERE = """
        let { a = a/b; inherit (a/b) c; d.${a/b}.e = 1; body = rec { "${a/b}" = [ a/b (a/b) ]; }; }
        // (let x = a/b; in with a/b; assert a/b; if a/b then a/b else a/b)
        // ({ p ? a/b }: f a/b (a/b.c or a/b) ? ${a/b}) a/b.${a/b}
        // (! a/b == - a/b) // ''${a/b}'' // /x${a/b} // (a/b |> a/b)
        """;

    private static List<Diagnostic> check(String text, Level url, Level shortPath, Level absolutePath) {
        SyntaxTree tree = Parser.parse(new SourceText("program", text));
        assertFalse(tree.hasErrors(), () -> tree.diagnostics().toString());
        return new LiteralLints(url, shortPath, absolutePath).check(tree);
    }

    private static List<String> found(List<Diagnostic> findings, String text) {
        return findings.stream()
                .map(finding -> text.substring(finding.start(), finding.end()))
                .toList();
    }

    @Test
    void eachSwitchFindsItsLiterals() {
        String text = "[ x:y a/b a/${c} ./a ../a /a ~/a ~/\"x\" <a/b> \"a/b\" a.b ]".replace("~/\"x\" ", "");
        assertEquals(List.of("x:y"), found(check(text, Level.WARN, Level.IGNORE, Level.IGNORE), text));
        assertEquals(List.of("a/b", "a/${c}"), found(check(text, Level.IGNORE, Level.WARN, Level.IGNORE), text));
        assertEquals(List.of("/a", "~/a"), found(check(text, Level.IGNORE, Level.IGNORE, Level.WARN), text));
    }

    @Test
    void levelsAreSeverities() {
        List<Diagnostic> findings = check("[ a/b x:y /a ]", Level.FATAL, Level.WARN, Level.IGNORE);
        assertEquals(
                List.of(false, true), findings.stream().map(Diagnostic::isError).toList());
    }

    @Test
    void everyPlaceIsLookedAt() {
        int literals = EVERYWHERE.split("a/b", -1).length - 1;
        List<Diagnostic> findings = check(EVERYWHERE, Level.IGNORE, Level.WARN, Level.IGNORE);
        assertEquals(
                literals, findings.size(), () -> found(findings, EVERYWHERE).toString());
    }

    @Test
    void nestingNeedsNoStack() {
        String text = "[ ".repeat(50_000) + "a/b" + " ]".repeat(50_000);
        SyntaxTree tree = Parser.parse(new SourceText("program", text));
        if (!tree.hasErrors()) {
            assertEquals(
                    1,
                    new LiteralLints(Level.IGNORE, Level.WARN, Level.IGNORE)
                            .check(tree)
                            .size());
        }
        assertTrue(check("1", Level.WARN, Level.WARN, Level.WARN).isEmpty());
    }
}
