package kwix.language.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import kwix.grammar.source.SourceText;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.error.Place;
import kwix.language.render.NixPrinter;
import kwix.language.value.AttributeSet;
import kwix.language.value.Budget;
import kwix.language.value.ListValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

    private static final Budget BUDGET = new Budget(Budget.DEFAULT_CALL_DEPTH);

    private static Object read(String yaml) {
        return Objects.requireNonNull(YamlReader.document(new YamlSource(SourceText.encode(yaml), null), BUDGET));
    }

    private static KwixException refusal(String yaml) {
        KwixException failure = assertThrows(KwixException.class, () -> read(yaml));
        assertEquals(ErrorCode.INVALID_VALUE, failure.code());
        return failure;
    }

    /** The core schema of YAML 1.2.2, chapter 10.3; the words of YAML 1.1 are text. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "~|null",
                "NULL|null",
                "nULL|\"nULL\"",
                "True|true",
                "FALSE|false",
                "yes|\"yes\"",
                "off|\"off\"",
                "-0|0",
                "+12|12",
                "0123|123",
                "0o17|15",
                "0xFf|255",
                "-0x1|\"-0x1\"",
                "0b1|\"0b1\"",
                "1_000|\"1_000\"",
                "1:30|\"1:30\"",
                "9223372036854775807|9223372036854775807",
                "-9223372036854775808|-9223372036854775808",
                "1.|1",
                ".5|0.5",
                "1e3|1000",
                "-1.5E-2|-0.015",
                ".inf|inf",
                "-.INF|-inf",
                ".NaN|nan",
                "1e|\"1e\"",
                "2001-12-14t21:59:43.10-05:00|\"2001-12-14t21:59:43.10-05:00\"",
                "2002-12-14|\"2002-12-14\"",
                "'1'|\"1\"",
                "\"\"|\"\"",
                "! 1|\"1\"",
                "!!str 1|\"1\"",
                "!!int '0x10'|16",
                "!!float 1|1",
                "!!null ''|null",
                "!!bool 'true'|true",
                "!!timestamp 2002-12-14|\"2002-12-14\"",
                "<tag:yaml.org,2002:int> 1|\"<tag:yaml.org,2002:int> 1\"",
                "!<tag:yaml.org,2002:int> '1'|1",
                "\"\\ud83d\\ude00\"|\"😀\"",
            })
    void scalars(String yaml, String expected) {
        assertEquals(SourceText.encode(expected), NixPrinter.printStrict(read(yaml), BUDGET));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|[ ]",
                "!!seq [a]|[ \"a\" ]",
                "!!map {a: }|{ a = null; }",
                "? a|{ a = null; }",
                "{a, b: 1}|{ a = null; b = 1; }",
                "[a: 1]|[ { a = 1; } ]",
                "{\"a\":1,\"b\":[true,null]}|{ a = 1; b = [ true null ]; }",
                "{<<: {a: 1, b: 2}, a: 3}|{ a = 3; b = 2; }",
                "{a: 3, <<: [{a: 1}, {b: 2}, {b: 4, c: 5}]}|{ a = 3; b = 2; c = 5; }",
                "{'<<': 1}|{ \"<<\" = 1; }",
                "[&x a, *x, &x b, *x]|[ \"a\" \"a\" \"b\" \"b\" ]",
                "{&k key: 1, other: *k}|{ key = 1; other = \"key\"; }",
                "[&k key, {*k : 1}]|[ \"key\" { key = 1; } ]",
                "{yes: 1, on: 2}|{ on = 2; yes = 1; }",
            })
    void structures(String yaml, String expected) {
        assertEquals(expected, NixPrinter.printStrict(read(yaml), BUDGET));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1|at line 1",
                "a: b: c|mapping values are not allowed here",
                "{a: 1, 'a': 2}|the key \"a\" is already there, at line 1, column 2",
                "{<<: {}, <<: {}}|a second time",
                "{<<: [1]}|takes mappings",
                "{<<: text}|takes mappings",
                "{1: a}|a key must be a string, but this is the integer 1",
                "{~: a}|a key must be a string, but this is null",
                "{true: a}|a key must be a string, but this is the boolean true",
                "{[a]: b}|a key must be a string, but this is a list",
                "? {a: b}|a key must be a string, but this is a mapping",
                "[&l [a], {*l : 1}]|a key must be a string, but this is a list",
                "*a|there is no anchor `&a`",
                "&a [*a]|stands inside of its own anchor",
                "&a {b: {c: *a}}|stands inside of its own anchor",
                "!mine a|the tag `!mine` stands for nothing",
                "!!binary aGk=|the tag `!!binary` stands for nothing",
                "!!set {a}|the tag `!!set` stands for nothing",
                "!!int a|the text does not fit its tag `!!int`",
                "!x!y a|undefined tag handle",
                "9223372036854775808|does not fit into 64 bits",
                "0x8000000000000000|does not fit into 64 bits",
                "1e400|too large for a float",
                "\"\\0\"|null byte",
                "\"\\udc80\"|U+DC80, which is half a character",
                "[\u0007]|the character U+0007 is not allowed",
                "\"\\q\"|unknown escape character",
                "%YAML 2.0\u2028--- a|asks for YAML 2.0",
                "1\u2028--- 2|a second document begins here",
            })
    void refusals(String yaml, String reason) {
        String message = refusal(yaml.replace('\u2028', '\n')).getMessage();
        assertTrue(message.contains(reason), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"é: \u00ff: 1", "- 😀\n- é: [}"})
    void columnsCountBytes(String yaml) {
        String message = refusal(yaml).getMessage();
        int column = SourceText.encode(yaml.lines().toList().getLast()).length();
        assertTrue(message.contains("column " + (yaml.endsWith("}") ? column : column - 2)), message);
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        var failure = assertThrows(KwixException.class, () -> new YamlSource("a: \u00ff", null));
        assertTrue(failure.getMessage().contains("byte 0xFF at index 3"), failure.getMessage());
    }

    @Test
    void textsWithoutDocument() {
        assertNull(YamlReader.document(new YamlSource("# nothing\n", null), BUDGET));
        assertEquals(List.of(), YamlReader.stream(new YamlSource("", null), BUDGET));
    }

    @Test
    void anchorsEndWithTheirDocument() {
        var failure = assertThrows(
                KwixException.class, () -> YamlReader.stream(new YamlSource("--- &a 1\n--- *a\n", null), BUDGET));
        assertTrue(failure.getMessage().contains("there is no anchor"), failure.getMessage());
    }

    @Test
    void aliasesShareTheValue() {
        var list = (ListValue) read("[&a {x: 1}, *a]");
        assertSame(list.get(0), list.get(1));
    }

    @Test
    void attributesOfFilesKnowTheirPlaces() {
        var source = new YamlSource(SourceText.encode("😀: 1\nkey: 2\n"), "/a.yaml");
        var set = (AttributeSet) Objects.requireNonNull(YamlReader.document(source, BUDGET));
        Place place = set.place(set.indexOf("key"));
        assertEquals("/a.yaml:2:1", String.valueOf(place));
    }

    @Test
    void errorsInFilesHavePlaces() {
        var failure = assertThrows(
                KwixException.class, () -> YamlReader.document(new YamlSource("a: 1\na: 2\n", "/a.yaml"), BUDGET));
        assertEquals("/a.yaml:2:1", String.valueOf(failure.place()));
    }

    @Test
    void aliasesThatGrowWithoutBoundAreRefused() {
        var laughs = new StringBuilder("a0: &a0 lol\n");
        for (int i = 1; i < 60; i++) {
            laughs.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
        }
        String message = refusal(laughs.toString()).getMessage();
        assertTrue(message.contains("stand for more than " + YamlReader.MOST_THROUGH_ALIASES + " values"), message);
    }

    @Test
    void deepNestingHasALimit() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            read("[".repeat(YamlReader.DEEPEST) + "]".repeat(YamlReader.DEEPEST));
            for (String bomb : List.of("[".repeat(200_000), "{a: ".repeat(200_000), "- ".repeat(200_000))) {
                String message = refusal(bomb).getMessage();
                assertTrue(message.contains("nested more than " + YamlReader.DEEPEST + " deep"), message);
            }
        });
    }

    @Test
    void canBeStopped() {
        var budget = new Budget(Budget.DEFAULT_CALL_DEPTH);
        budget.stop(ErrorCode.CANCELLED, "enough");
        var failure = assertThrows(KwixException.class, () -> YamlReader.stream(new YamlSource("a", null), budget));
        assertEquals(ErrorCode.CANCELLED, failure.code());
    }
}
