package kwix.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kwix.grammar.parse.Parser;
import kwix.grammar.tree.SyntaxTree;
import kwix.grammar.tree.TreePrinter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Sources beside their trees, and beside what is said about their errors. */
class GoldenTest {

    @TestFactory
    Stream<DynamicTest> trees() throws IOException {
        return Cases.sources("cases/trees").stream()
                .map(file -> DynamicTest.dynamicTest(Cases.name(file), () -> {
                    SyntaxTree tree = Parser.parse(Cases.read(file));
                    assertEquals("", Cases.show(tree.source(), tree.diagnostics()));
                    new Golden(Cases.beside(file, ".tree")).verify(TreePrinter.print(tree, true));
                }));
    }

    @TestFactory
    Stream<DynamicTest> errors() throws IOException {
        return Cases.sources("cases/errors").stream()
                .map(file -> DynamicTest.dynamicTest(Cases.name(file), () -> {
                    SyntaxTree tree = Parser.parse(Cases.read(file));
                    assertTrue(tree.hasErrors());
                    new Golden(Cases.beside(file, ".err"))
                            .verify(Cases.show(tree.source(), tree.diagnostics()) + "\n"
                                    + TreePrinter.print(tree, false));
                }));
    }

    @Test
    void everyGoldenHasItsCase() throws IOException {
        for (String folder : List.of("cases/trees", "cases/errors")) {
            List<Path> orphans = Cases.files(folder)
                    .filter(file -> !Files.exists(Cases.beside(file, ".kx")))
                    .toList();
            assertEquals(List.of(), orphans);
            assertFalse(Cases.sources(folder).isEmpty());
        }
    }
}
