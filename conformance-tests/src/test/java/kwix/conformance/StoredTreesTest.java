package kwix.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kwix.grammar.binary.StoredTree;
import kwix.grammar.parse.Parser;
import kwix.grammar.scope.GlobalNames;
import kwix.grammar.scope.ScopeAnalysis;
import kwix.grammar.scope.Scopes;
import kwix.grammar.source.SourceText;
import kwix.grammar.tree.SyntaxTree;
import kwix.grammar.tree.TreePrinter;
import kwix.language.api.Evaluation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Trees that were stored and read again are those that were stored, for every source in the repository. */
class StoredTreesTest {

    private static final Path ROOT = Path.of(System.getProperty("kwix.root"));
    private static final GlobalNames GLOBALS = Evaluation.globalNames();

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String folder : List.of("stdlib/src/main/kwix", "examples", "benchmarks", "conformance-tests/cases")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.filter(file -> file.toString().matches(".*\\.(kx|nix)") && Files.isRegularFile(file))
                        .forEach(sources::add);
            }
        }
        return sources;
    }

    private static byte @Nullable [] write(SyntaxTree tree) {
        return StoredTree.write(tree, ScopeAnalysis.analyse(tree, GLOBALS));
    }

    private static byte[] stored(SyntaxTree tree) {
        return Objects.requireNonNull(write(tree), "no stored form");
    }

    /** Documentation is for editors, which read sources. */
    private static String print(SyntaxTree tree) {
        return TreePrinter.print(tree, true)
                .lines()
                .filter(line -> !line.stripLeading().startsWith("doc "))
                .collect(Collectors.joining("\n"));
    }

    private static void assertSame(SyntaxTree tree, byte[] stored) {
        // Bytes may begin anywhere in an array.
        byte[] moved = new byte[stored.length + 3];
        System.arraycopy(stored, 0, moved, 3, stored.length);
        StoredTree read = StoredTree.read(tree.source(), moved, 3);
        assertEquals(print(tree), print(read.tree()));
        assertEquals(tree.depth(), read.tree().depth());
        assertEquals(List.of(), read.scopes().diagnostics());
        assertArrayEquals(stored, StoredTree.write(read.tree(), read.scopes()));
    }

    @Test
    void everySourceIsReadAsItWasStored() throws IOException {
        int good = 0;
        int kept = 0;
        for (Path file : sources()) {
            SyntaxTree tree = Parser.parse(new SourceText(file.toString(), Files.readAllBytes(file)));
            Scopes scopes = ScopeAnalysis.analyse(tree, GLOBALS);
            byte[] stored = StoredTree.write(tree, scopes);
            if (!tree.diagnostics().isEmpty() || !scopes.diagnostics().isEmpty()) {
                assertNull(stored, file.toString());
                continue;
            }
            good++;
            if (stored != null) {
                kept++;
                assertSame(tree, stored);
            }
        }
        assertTrue(good > 1000, "sources without errors: " + good);
        assertTrue(kept > good * 0.95, kept + " of " + good + " have a stored form");
    }

    @Test
    void everySourceOfTheLibraryIsStored() throws IOException {
        for (Path file : sources()) {
            if (file.startsWith(ROOT.resolve("stdlib"))) {
                assertNotNull(
                        write(Parser.parse(new SourceText(file.toString(), Files.readAllBytes(file)))),
                        file.toString());
            }
        }
    }

    @Test
    void textsKeepWhatIsNoText() {
        SyntaxTree tree =
                Parser.parse(new SourceText("a", new byte[] {'"', (byte) 0xFF, (byte) 0xC3, (byte) 0xA9, '"'}));
        assertSame(tree, stored(tree));
        SyntaxTree wide = Parser.parse(new SourceText("a", "{ \"\uD83D\uDE00\" = \"\u20AC\"; }"));
        assertSame(wide, stored(wide));
    }

    @Test
    void whatIsRareHasNoStoredForm() {
        assertNull(write(Parser.parse(new SourceText("a", "~/x"))));
        assertNull(write(Parser.parse(new SourceText("a", "let __sub = a: b: a; in 1 - 2"))));
        assertNull(write(Parser.parse(new SourceText("a", "[".repeat(1500) + "]".repeat(1500)))));
        assertNull(write(Parser.parse(new SourceText("a", "undefined"))));
        assertFalse(Parser.parse(new SourceText("a", "1 +")).diagnostics().isEmpty());
        assertNull(write(Parser.parse(new SourceText("a", "1 +"))));
    }
}
