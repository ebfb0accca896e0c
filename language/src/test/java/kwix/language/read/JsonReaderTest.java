package kwix.language.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.render.NixPrinter;
import kwix.language.value.Budget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected answers are those of the reference, Nix 2.34.8. */
class JsonReaderTest {

    private static final Budget BUDGET = new Budget(Budget.DEFAULT_CALL_DEPTH);

    private static Object read(String json) {
        return new JsonReader(json, BUDGET).read();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"a\":2}|{ a = 2; }",
                "{\"b\":{\"c\":[]},\"a\":null}|{ a = null; b = { c = [ ]; }; }",
                "[{\"b\":1,\"a\":2},{\"b\":3,\"a\":4}]|[ { a = 2; b = 1; } { a = 4; b = 3; } ]",
                "-0|0",
                "1e3|1000",
                "1E-2|0.01",
                "9223372036854775807|9223372036854775807",
                "-9223372036854775808|-9223372036854775808",
                "-9223372036854775809|-9.22337e+18",
                "18446744073709551616|1.84467e+19",
                "1e-400|0",
                " [ true , false , { } ] |[ true false { } ]",
                "\"\\u0041\\n\\/\"|\"A\\n/\"",
            })
    void reads(String json, String expected) {
        assertEquals(expected, NixPrinter.printStrict(read(json), BUDGET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[1,]",
                "{\"a\":1,}",
                "[1 2]",
                "{a:1}",
                "1 2",
                "nul",
                "// c\n1",
                "[NaN]",
                "01",
                "1.",
                ".5",
                "+1",
                "-",
                "9223372036854775808",
                "18446744073709551615",
                "1e400",
                "-1e400",
                "\"\\ud83d\"",
                "\"\\ude00\"",
                "\"\\ud83dx\"",
                "\"\\ud83d\\ud83d\"",
                "\"\\u0000\"",
                "\"\\x\"",
                "\"a\nb\"",
                "\"a\tb\"",
                "\"abc",
                "\"\u00FF\"",
                "\"\\u12g4\"",
                "\"\\u",
                "[1,2",
                "{\"a\" 1}",
                "[",
                "{",
                "{\"a\":",
            })
    void refuses(String json) {
        assertEquals(
                ErrorCode.INVALID_VALUE,
                assertThrows(KwixException.class, () -> read(json)).code());
    }

    @Test
    void writesCharactersAsUtf8() {
        assertEquals("a\u00C3\u00A9\u00F0\u009F\u0098\u0080", read("\"a\\u00e9\\ud83d\\ude00\""));
    }

    @Test
    void saysWhere() {
        var failure = assertThrows(KwixException.class, () -> read("{\n  \"a\": 1\n  \"b\": 2\n}"));
        assertTrue(String.valueOf(failure.getMessage()).contains("line 3, column 3"), failure.getMessage());
    }

    @Test
    void nestingNeedsNoStack() {
        int depth = 1_000_000;
        read("[".repeat(depth) + "]".repeat(depth));
    }
}
