package kwix.language.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BuiltinsTest {

    @ParameterizedTest
    @EnumSource(Subject.class)
    void subjectsNameWhatTheyDeclare(Subject subject) {
        List<String> declared = subject.declarations().stream()
                .map(builtin -> builtin.name().equals(builtin.global()) ? "!" + builtin.name() : builtin.name())
                .toList();
        assertEquals(Arrays.asList(subject.markedNames()), declared);
    }

    @Test
    void everyBuiltinIsDocumentedAndHasAnExample() {
        for (Builtin builtin : Builtins.declarations()) {
            assertFalse(builtin.doc().isBlank(), builtin.name());
            assertFalse(builtin.examples().isEmpty(), builtin.name());
        }
    }

    /** docs/decisions/builtins-of-our-own.md says what the others are for. */
    @Test
    void namesAreTheReferencesOrDocumentedAsOurs() throws IOException {
        List<String> reference;
        try (InputStream names = BuiltinsTest.class.getResourceAsStream("reference-names.txt")) {
            reference = new String(Objects.requireNonNull(names).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        String documented =
                Files.readString(Path.of(System.getProperty("kwix.root"), "docs/decisions/builtins-of-our-own.md"));
        var missing = new HashSet<>(reference);
        missing.remove("builtins");
        for (Builtin builtin : Builtins.declarations()) {
            if (!missing.remove(builtin.name())) {
                assertTrue(documented.contains("| `" + builtin.name() + " "), builtin.name());
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void namesAreUnique() {
        var names = new HashSet<String>();
        for (Builtin builtin : Builtins.declarations()) {
            assertTrue(names.add(builtin.name()), builtin.name());
        }
        assertEquals(names.size() + 1, Builtins.globalNames().size());
    }
}
