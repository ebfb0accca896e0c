package kwix.language.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
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

    @Test
    void namesAreUnique() {
        var names = new HashSet<String>();
        for (Builtin builtin : Builtins.declarations()) {
            assertTrue(names.add(builtin.name()), builtin.name());
        }
        assertEquals(names.size() + 1, Builtins.globalNames().size());
    }
}
