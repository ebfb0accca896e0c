package kwix.language.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Random;
import java.util.TreeMap;
import kwix.grammar.source.SourceText;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.render.NixPrinter;
import kwix.language.value.AttributeSet;
import kwix.language.value.Budget;
import kwix.language.value.ListValue;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~|1|1|there is no value in it",
                "[1,]|1|4|a value should be here",
                "{\"a\":1,}|1|8|the name of an attribute, in double quotes, should be here",
                "[1 2]|1|4|`,` or `]` should be here",
                "[1}|1|3|`,` or `]` should be here",
                "{\"a\":1 \"b\"|1|8|`,` or `}` should be here",
                "{\"a\" 1}|1|6|`:` should be here",
                "{\"a\":|1|6|it ends where a value should be",
                "[[1]|1|5|it ends where `,` or `]` should be here",
                "nul|1|4|a value should be here",
                "~[1,\n tru]~|2|5|a value should be here",
                "01|1|2|there is something behind the value",
                "1.|1|3|a digit should be here",
                "-x|1|2|a digit should be here",
                "\"\\ud83dx\"|1|8|a string has half of a surrogate pair",
                "~\"a\nb\"~|1|3|a string has a control character that must be escaped",
                "~[\n\"abc~|2|1|a string is not closed",
                "\"\\u12g4\"|1|6|`\\u` needs four hexadecimal digits",
                "[\"é\\x\"]|1|6|a string has an unknown escape",
                "\"\\u0000\"|1|8|a string has a null byte, which no string can hold",
                "\"\\|1|3|it ends too early",
                "~{\n  \"a\": 1\n  \"b\": 2\n}~|3|3|`,` or `}` should be here",
            })
    void saysWhere(String json, int line, int column, String why) {
        var failure = assertThrows(KwixException.class, () -> read(SourceText.encode(json)));
        assertEquals(
                "The JSON text cannot be read: at line " + line + ", column " + column + " " + why + ".",
                failure.getMessage());
    }

    @Test
    void saysWhereAStringIsNotUtf8() {
        var failure = assertThrows(KwixException.class, () -> read("{\"a\": 1,\n \"\u00C3\": 1}"));
        assertEquals("The JSON text cannot be read: at line 2, column 2 a string is not UTF-8.", failure.getMessage());
    }

    @Test
    void numbersAreTheNearestFloats() {
        var random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            var text = new StringBuilder(random.nextBoolean() ? "-" : "");
            digits(random, text, 1 + random.nextInt(18));
            text.append('.').append(random.nextInt(10));
            for (int n = random.nextInt(20); n > 0; n--) {
                text.append(random.nextInt(10));
            }
            if (random.nextInt(4) == 0) {
                text.append("e").append(random.nextInt(580) - 300);
            }
            assertEquals(Double.valueOf(text.toString()), read(text.toString()), text.toString());
        }
    }

    @Test
    void integersKeepAllDigits() {
        var random = new Random(2);
        for (int i = 0; i < 100_000; i++) {
            long number = random.nextLong() >> random.nextInt(Long.SIZE);
            assertEquals(number, read(Long.toString(number)));
        }
    }

    private static void digits(Random random, StringBuilder text, int count) {
        text.append(1 + random.nextInt(9));
        for (int n = 1; n < count; n++) {
            text.append(random.nextInt(10));
        }
    }

    /** Few shapes and many, names that come in other orders, again, with escapes, and more of them than any record has. */
    @Test
    void objectsOfAnyShape() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            int different = seed % 3 == 0 ? 400 : 4;
            var text = new StringBuilder("[");
            var expected = new ArrayList<TreeMap<String, Long>>();
            for (int i = 0; i < 100; i++) {
                text.append(i == 0 ? "{" : ",{");
                var names = new TreeMap<String, Long>();
                int size = random.nextInt(random.nextInt(20) == 0 ? 200 : 6);
                for (int at = 0; at < size; at++) {
                    int number = random.nextInt(different);
                    text.append(at == 0 ? "\"" : ",\"")
                            .append(random.nextInt(9) == 0 ? "\\u006e" : "n")
                            .append(number)
                            .append("\" :")
                            .append(at);
                    names.put("n" + number, (long) at);
                }
                text.append('}');
                expected.add(names);
            }
            var list = (ListValue) read(text.append(']').toString());
            for (int i = 0; i < expected.size(); i++) {
                var set = (AttributeSet) list.get(i);
                var names = new TreeMap<String, Object>();
                for (int at = 0; at < set.size(); at++) {
                    names.put(set.name(at), set.value(at));
                    assertEquals(at, set.indexOf(set.name(at)));
                }
                assertEquals(expected.get(i), names, "seed " + seed);
            }
        }
    }

    @Test
    void nestingNeedsNoStack() {
        int depth = 1_000_000;
        read("[".repeat(depth) + "]".repeat(depth));
    }
}
