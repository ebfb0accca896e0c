package kwix.language.module;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import kwix.grammar.binary.StoredTree;
import kwix.grammar.parse.Parser;
import kwix.grammar.scope.GlobalNames;
import kwix.grammar.scope.ScopeAnalysis;
import kwix.grammar.source.SourceText;
import kwix.grammar.tree.SyntaxTree;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTreesTest {

    private static final GlobalNames GLOBALS = new GlobalNames(Set.of("builtins", "true"));
    private static final byte[] FIRST = bytes("{ a, b ? 1 }: let c = a; in { inherit c; d = x: y: x + b; }");
    private static final byte[] SECOND = bytes("x: with x; [ y true ]");

    @TempDir
    private Path folder;

    private Path file;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static SyntaxTree tree(byte[] content) {
        return Parser.parse(new SourceText("it", content));
    }

    private static byte[] form(byte[] content) {
        SyntaxTree tree = tree(content);
        byte[] form = StoredTree.write(tree, ScopeAnalysis.analyse(tree, GLOBALS));
        assertNotNull(form);
        return form;
    }

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("trees");
        write(FIRST, SECOND);
    }

    private void write(byte[]... contents) throws IOException {
        var writer = new LibraryTrees.Writer();
        for (byte[] content : contents) {
            SyntaxTree tree = tree(content);
            assertTrue(writer.add(tree, ScopeAnalysis.analyse(tree, GLOBALS), content));
        }
        writer.write(file);
    }

    private @Nullable StoredTree find(byte[] content) {
        return find(content, "/library/a.kx");
    }

    private @Nullable StoredTree find(byte[] content, String path) {
        return new LibraryTrees(LibraryFolders.of("/library"), file.toString())
                .find(new SourceText("it", content), path, content);
    }

    private static void assertIs(byte[] content, @Nullable StoredTree found) {
        assertNotNull(found);
        assertArrayEquals(form(content), StoredTree.write(found.tree(), found.scopes()));
    }

    @Test
    void findsWhatTheLibraryHolds() {
        assertIs(FIRST, find(FIRST));
        assertIs(SECOND, find(SECOND));
    }

    @Test
    void whatChangedIsNotThere() {
        for (int i = 0; i < FIRST.length; i++) {
            byte[] changed = FIRST.clone();
            changed[i] ^= 1;
            assertNull(find(changed));
        }
        assertNull(find(Arrays.copyOf(FIRST, FIRST.length + 1)));
        assertNull(find(new byte[0]));
    }

    @Test
    void knowsOnlyFilesOfTheLibrary() {
        assertNull(find(FIRST, "/library-of-another/a.kx"));
        assertNull(find(FIRST, "/home/a.kx"));
    }

    @Test
    void orderDoesNotMatterToTheFile() throws IOException {
        byte[] written = Files.readAllBytes(file);
        write(SECOND, FIRST);
        assertArrayEquals(written, Files.readAllBytes(file));
    }

    @Test
    void aDamagedFileHasTheTreeOrNone() throws IOException {
        byte[] written = Files.readAllBytes(file);
        int lost = 0;
        for (int i = 0; i < written.length; i++) {
            for (int bits : List.of(1, 0x80, 0xFF)) {
                byte[] damaged = written.clone();
                damaged[i] ^= (byte) bits;
                Files.write(file, damaged);
                lost += check() ? 0 : 1;
            }
        }
        assertTrue(lost > written.length, "damages that were noticed: " + lost);
    }

    @Test
    void aFileThatEndsEarlyHasTheTreeOrNone() throws IOException {
        byte[] written = Files.readAllBytes(file);
        for (int length = 0; length < written.length; length++) {
            Files.write(file, Arrays.copyOf(written, length));
            check();
        }
        Files.delete(file);
        assertNull(find(FIRST));
    }

    private boolean check() {
        boolean all = true;
        for (byte[] content : List.of(FIRST, SECOND)) {
            StoredTree found = find(content);
            if (found != null) {
                assertIs(content, found);
            }
            all &= found != null;
        }
        return all;
    }

    @Test
    void aSourceThatTwoFilesHoldIsThereOnce() throws IOException {
        write(FIRST, FIRST, SECOND);
        assertIs(FIRST, find(FIRST));
        assertEquals(2, Files.readAllBytes(file)[11]);
    }
}
