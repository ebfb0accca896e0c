package kwix.language.render;

import static kwix.language.render.Values.bytes;
import static kwix.language.render.Values.list;
import static kwix.language.render.Values.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kwix.grammar.source.SourceText;
import kwix.language.value.EvaluationContext;
import kwix.language.value.NullValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Every reader takes what is written for the value that was meant. */
class YamlReadersTest {

    private final EvaluationContext context = Values.context();

    private String yaml(Object value) {
        return text(YamlWriter.document(value, context).toString());
    }

    private static String text(String bytes) {
        return SourceText.decode(bytes.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    /** What readers of YAML 1.2 (its JSON and core schemas) and 1.1 make of a text. */
    static List<Object> read(String yaml) {
        var objects = new ArrayList<Object>();
        objects.add(new Load(LoadSettings.builder().build()).loadFromString(yaml));
        objects.add(new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(yaml));
        objects.add(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
        return objects;
    }

    static Stream<String> strings() {
        String[] words = {
            "",
            " ",
            "~",
            "null",
            "Null",
            "NULL",
            "nil",
            "true",
            "True",
            "TRUE",
            "false",
            "yes",
            "Yes",
            "YES",
            "no",
            "No",
            "y",
            "Y",
            "n",
            "N",
            "on",
            "On",
            "ON",
            "off",
            "OFF",
            "=",
            "<<",
            "-",
            "--",
            "---",
            "...",
            "... a",
            "...a",
            "---a",
            "?",
            ":",
            "::1",
            "!",
            "&a",
            "*a",
            "%",
            "@",
            "`",
            "#",
            "|",
            ">",
            "'",
            "\"",
            "[",
            "]",
            "{",
            "}",
            ",",
            "[]",
            "{}",
            "- a",
            "? a",
            ": a",
            "a: b",
            "a:",
            "a #b",
            "#a",
            "a#b",
            "a:b",
            "-a",
            "--long=x",
            "-1",
            "-x 1",
            "--- a",
            "->",
            "=a",
            "!a",
            "%a",
            "a'b",
            "a\"b",
            "a\\b",
            "'a'",
            "\"a\"",
            "a, b"
        };
        String[] numbers = {
            "0",
            "1",
            "-1",
            "+1",
            "012",
            "0o7",
            "0o14",
            "0x1F",
            "0b11",
            "-0x1",
            "1_000",
            "1__0",
            "1.0",
            "1.",
            ".5",
            "-.5",
            "1e3",
            "1E3",
            "1.0e+3",
            "1e-3",
            "+1.0",
            "1.2.3",
            "1.25",
            "10.0.0.1",
            "1:30",
            "190:20:30",
            "190:20:30.15",
            "1,000",
            "inf",
            ".inf",
            "-.inf",
            "+.Inf",
            ".INF",
            ".nan",
            ".NaN",
            ".NAN",
            "NaN",
            "Infinity",
            "-inf",
            "0.",
            "0e0",
            "1e",
            "e1",
            "0x",
            "0xg",
            "08",
            "09.5",
            "2001-01-01",
            "2001-1-1",
            "2001-12-14t21:59:43.10-05:00",
            "2001-12-14 21:59:43.10 -5",
            "2001-12-15 2:59:43.10",
            "12:30:45",
            "1d",
            "12h",
            "100m",
            "1Gi",
            "5s",
            "80/TCP",
            "1.25.0-alpine",
            "v1",
            "a1b2",
            "1e5f",
            "123456789012345678901234567890"
        };
        String[] lines = {
            "a\nb",
            "a\nb\n",
            "a\n",
            "a\n\n",
            "a\n\n\n",
            "\na",
            "\n",
            "\n\n",
            "\n a\n",
            " a\nb",
            "  a\n b\n",
            "a\n b\n  c\n",
            "a \nb",
            "a\t\nb",
            "a\n \nb",
            "a\n\t\nb",
            "\ta\nb\n",
            "a\n\tb\n",
            "a\n\nb\n",
            " \na\n",
            "\t\na",
            "a\n ",
            "a\n\t",
            "a\nb ",
            "a\nb\n ",
            "# not a comment\na: b\n",
            "- a\n- b\n",
            "---\na\n",
            "...\n",
            "%YAML 1.1\n",
            "a\n---\nb\n...\n",
            "key: |\n  text\n",
            "\"quoted\"\nlines\n",
            "a\\\nb\n",
            ".:53 {\n    errors\n\tcache 30\n}\n",
            " \n",
            "\t\n",
            "a\r\nb\r\n",
            "\r",
            "a\rb",
            "  \n  a\n"
        };
        String[] characters = {
            "é",
            "日本",
            "😀",
            "a\tb",
            "\t",
            "a ",
            " a",
            "\u0000",
            "\u0001",
            "\u0007",
            "\u001b[1m",
            "\u007f",
            "\u0085",
            "a\u0085b",
            "\u00a0",
            "\u00a0a",
            "a\u00a0\nb",
            "a\u00a0b: \"c\"\t",
            "a\u2028b",
            "\u2029",
            "\ufeff",
            "\ufeffa",
            "a\ufeff",
            "\ufffd",
            "\ufffe",
            "\uffff",
            "\ue000",
            "a\ue000b\ue000",
            "\ue000\n\ue000",
            "\ud83d\ude00\n\ud83d\ude00\n",
            "é\nà\n",
            "\u0085\nb",
            "a\u2028\nb\n",
            "\ufeff\na\n",
            "x".repeat(200),
            "word ".repeat(60) + "end",
            ("line ".repeat(40) + "end\n").repeat(3),
            "a\u0301",
            "\u200b",
            "\ud7ff",
            "\udbff\udfff"
        };
        return Stream.of(words, numbers, lines, characters).flatMap(Arrays::stream);
    }

    @ParameterizedTest
    @MethodSource("strings")
    void everyReaderGetsTheSameStringBack(String string) {
        String bytes = bytes(string);
        for (Object read : read(yaml(bytes))) {
            assertEquals(string, read);
        }
        var value = set(
                "a",
                bytes,
                "b",
                list(bytes, list(bytes, bytes), set("c", bytes, "d", "e")),
                "f",
                set("g", set(string, bytes, "z" + string, list(bytes))));
        var inner = new LinkedHashMap<String, Object>();
        inner.put("c", string);
        inner.put("d", "e");
        Map<String, Object> expected = Map.of(
                "a",
                string,
                "b",
                List.of(string, List.of(string, string), inner),
                "f",
                Map.of("g", Map.of(string, string, "z" + string, List.of(string))));
        String yaml = yaml(value);
        for (Object read : read(yaml)) {
            assertEquals(expected, read, yaml);
        }
        assertTrue(Arrays.stream(yaml.split("\n")).noneMatch(line -> line.matches("[ -]*\\? .*")), yaml);
    }

    @Test
    void everyReaderGetsTheSameScalars() {
        var value = list(
                0L,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                1.0,
                0.5,
                -0.1,
                1e20,
                1.5e-7,
                1e300,
                123456789.125,
                true,
                false,
                NullValue.NULL,
                list(),
                set());
        var expected = new ArrayList<Object>(List.of(
                0, Long.MIN_VALUE, Long.MAX_VALUE, 1.0, 0.5, -0.1, 1e20, 1.5e-7, 1e300, 123456789.125, true, false));
        expected.add(null);
        expected.add(List.of());
        expected.add(Map.of());
        String yaml = yaml(value);
        for (Object read : read(yaml)) {
            assertEquals(expected, read, yaml);
        }
    }
}
