package kwix.language.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected answers are those of the reference, Nix 2.34.8. */
class VersionsTest {

    @ParameterizedTest
    @CsvSource({
        "1.0, 1.0pre, 1",
        "2.3.1, 2.3, 1",
        "2.3a, 2.3.1, -1",
        "2.3pre, 2.3a, -1",
        "1, 1.0, -1",
        "'', pre, 1",
        "99999999999999999999, 1, -1",
        "99999999999999999999, 99999999999999999998, 1",
        "3000000000, 1, -1",
        "007, 7, 0",
        "a, 1, -1",
    })
    void compares(String left, String right, int expected) {
        assertEquals(expected, Versions.compare(left, right));
        assertEquals(-expected, Versions.compare(right, left));
    }

    @Test
    void splits() {
        assertEquals(List.of("1", "2", "3", "pre", "4", "5"), Versions.components("1.2.3pre4-5"));
        assertEquals(List.of("1", "a"), Versions.components("..1--a"));
        assertEquals(List.of(), Versions.components(""));
    }

    @ParameterizedTest
    @CsvSource({"nix-0.12pre12876, 3", "a-b-c, 5", "a-, 2", "-1, 0", "a--b, 1", "'', 0"})
    void findsWhereTheNameEnds(String text, int expected) {
        assertEquals(expected, Versions.nameEnd(text));
    }
}
