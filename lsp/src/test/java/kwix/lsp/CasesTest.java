package kwix.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every file {@code cases/FEATURE/NAME.kx} has its answer beside it, {@code NAME.out}. {@code -Dkwix.accept=true} writes what is answered
 * now, to be looked at before it is committed.
 */
class CasesTest {

    private static final boolean ACCEPT = Boolean.getBoolean("kwix.accept");
    private static final String ONLY = System.getProperty("kwix.cases", "");

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        return files(".kx").stream()
                .filter(file -> CaseFile.CASES.relativize(file).toString().startsWith(ONLY))
                .map(file ->
                        DynamicTest.dynamicTest(CaseFile.CASES.relativize(file).toString(), () -> check(file)));
    }

    @Test
    void everyAnswerHasItsCase() throws IOException {
        List<Path> orphans = files(".out").stream()
                .filter(answer -> Files.notExists(sibling(answer, ".kx")))
                .toList();
        assertEquals(List.of(), orphans);
    }

    private static void check(Path file) throws IOException {
        Path folder = Files.createTempDirectory("kwix-lsp-case").toRealPath();
        try {
            String feature =
                    String.valueOf(Objects.requireNonNull(file.getParent()).getFileName());
            String answer = new Answers(CaseFile.read(file, folder)).of(feature);
            Path expected = sibling(file, ".out");
            if (ACCEPT) {
                Files.writeString(expected, answer);
            } else if (Files.notExists(expected)) {
                fail("no answer is stored yet; this one is given:\n" + answer);
            }
            assertEquals(Files.readString(expected), answer);
        } finally {
            delete(folder);
        }
    }

    private static Path sibling(Path file, String ending) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ending);
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(CaseFile.CASES)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
