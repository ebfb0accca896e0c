package kwix.language.render;

import static kwix.language.render.Values.bytes;
import static kwix.language.render.Values.lazy;
import static kwix.language.render.Values.list;
import static kwix.language.render.Values.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.read.JsonReader;
import kwix.language.value.AttributeSet;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.ContextElement;
import kwix.language.value.ContextString;
import kwix.language.value.EvaluationContext;
import kwix.language.value.ListValue;
import kwix.language.value.NullValue;
import kwix.language.value.PathValue;
import kwix.language.value.StringContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JsonWriterTest {

    private final EvaluationContext context = Values.context();

    private String json(Object value) {
        return ContextString.text(JsonWriter.write(value, context));
    }

    /** The right column is what the reference printed. */
    @ParameterizedTest
    @CsvSource({
        "1.0,1.0",
        "0.1,0.1",
        "1.0e14,100000000000000.0",
        "1.0e15,1e+15",
        "123456789012345.6,123456789012345.6",
        "1.0e20,1e+20",
        "123456789012345678.0,1.2345678901234568e+17",
        "1.0e-4,0.0001",
        "1.0e-5,1e-05",
        "0.00012345,0.00012345",
        "1.5e300,1.5e+300",
        "1.0e-310,1e-310",
        "2.0e-323,2e-323",
        "1.7976931348623157e308,1.7976931348623157e+308",
        "-0.0,-0.0",
        "100000.0,100000.0",
        "1234567.125,1234567.125",
        "-3.14,-3.14",
        "9007199254740993.0,9.007199254740992e+15",
        "NaN,null",
        "Infinity,null"
    })
    void writesFloats(double number, String text) {
        assertEquals(text, json(number));
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(Long.MIN_VALUE, "-9223372036854775808"),
                Arguments.of(NullValue.NULL, "null"),
                Arguments.of(
                        list(true, "", list(), set(), list(1L, list(2L)), lazy(() -> 3L)),
                        "[true,\"\",[],{},[1,[2]],3]"),
                Arguments.of(set("b\"", 1L, "a", 2L, "é", 3L, "B", 4L), bytes("{\"B\":4,\"a\":2,\"b\\\"\":1,\"é\":3}")),
                Arguments.of(
                        bytes("\" \\ / \n \t \r \b \f \u0001 \u001f \u007f $ é 😀 \u2028"),
                        bytes("\"\\\" \\\\ / \\n \\t \\r \\b \\f \\u0001 \\u001f \u007f $ é 😀 \u2028\"")),
                Arguments.of(set("outPath", "out", "other", Values.identity()), "\"out\""),
                Arguments.of(set("outPath", set("a", 1L)), "{\"a\":1}"),
                Arguments.of(set("outPath", 1L), "1"),
                Arguments.of(set("outPath", "out", "__toString", constant("to")), "\"to\""),
                Arguments.of(set("__toString", constant(new PathValue("/f"))), "\"/f\""),
                Arguments.of(set("__toString", constant(set("outPath", "x"))), "\"x\""),
                Arguments.of(new PathValue("/f"), "\"/nix/store/0000-f\""));
    }

    private static Object constant(Object result) {
        return new Values.Lambda(null) {
            @Override
            public Object call(Object argument) {
                return result;
            }
        };
    }

    @ParameterizedTest
    @MethodSource("values")
    void writesAsTheReferenceDoes(Object value, String text) {
        assertEquals(text, json(value));
        assertEquals(0, context.budget().depth());
    }

    @Test
    void writesWhatTheReaderReads() {
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            Object value = value(random, 0);
            String text = json(value);
            Object back = new JsonReader(text, context.budget()).read();
            assertEquals(text, json(back));
            assertEquals(
                    NixPrinter.printStrict(value, context.budget()), NixPrinter.printStrict(back, context.budget()));
        }
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth == 3 ? 5 : 7)) {
            case 0 -> random.nextLong() >> random.nextInt(Long.SIZE);
            case 1 -> random.nextInt(1 << 20) / 64.0;
            case 2 -> random.nextBoolean();
            case 3 -> NullValue.NULL;
            case 4 -> string(random);
            case 5 -> {
                var elements = new Object[random.nextInt(5)];
                Arrays.setAll(elements, ignored -> value(random, depth + 1));
                yield list(elements);
            }
            default -> {
                var attributes = new TreeMap<String, Object>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    attributes.put(string(random), value(random, depth + 1));
                }
                var builder = new AttributeSetBuilder();
                attributes.forEach(builder::put);
                yield builder.build();
            }
        };
    }

    private static String string(Random random) {
        String[] parts = {
            "a", "b", " ", "\"", "\\", "\n", "\u0001", "\u001f", "\u007f", "é", "😀", "/", "\t", "plain text"
        };
        var text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        return bytes(text.toString());
    }

    @Test
    void keepsWhatTheStringsDependOn() {
        var plain = new ContextElement.Plain("/nix/store/1-x");
        Object result = JsonWriter.write(
                list(ContextString.of("x", StringContext.of(plain)), new PathValue("/f"), set("a", 1L)), context);
        assertEquals(
                StringContext.of(plain).and(StringContext.of(new ContextElement.Plain("/nix/store/0000-f"))),
                ContextString.context(result));
    }

    @Test
    void refusesFunctionsAndNamesTheirPath() {
        var failure =
                assertThrows(KwixException.class, () -> json(set("spec", set("x", list(1L, 2L, Values.identity())))));
        assertEquals(ErrorCode.NOT_REPRESENTABLE, failure.code());
        assertEquals("The function `identity` at `spec.x[2]` cannot be written as JSON.", failure.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "\u00c3,0",
        "a\u00ed\u00a0\u0080,1",
        "\u00c0\u0080,0",
        "\u00f4\u0090\u0080\u0080,0",
        "\u00e9,0",
        "ab\u00c3\u00a9\u0080,4"
    })
    void refusesStringsThatAreNotUtf8(String bytes, int at) {
        var failure = assertThrows(KwixException.class, () -> json(set("a", bytes)));
        assertEquals(ErrorCode.INVALID_VALUE, failure.code());
        assertEquals(
                "at `a` is not UTF-8 (byte 0x%02X at index %d), so it cannot be written as JSON."
                        .formatted((int) bytes.charAt(at), at),
                failure.getMessage().substring(failure.getMessage().indexOf("at `a`")));
        assertThrows(
                KwixException.class,
                () -> json(new AttributeSetBuilder().put(bytes, 1L).build()));
    }

    @Test
    void explainsValuesWithoutEnd() {
        var holder = new AttributeSet[1];
        holder[0] = set("a", ListValue.of(java.util.List.of(lazy(() -> holder[0]))));
        var failure = assertThrows(KwixException.class, () -> json(set("top", holder[0])));
        assertEquals(ErrorCode.CALL_DEPTH, failure.code());
        assertEquals(
                "The value contains itself, so its text would have no end: `top` is found again at `top.a[0]`.",
                failure.getMessage());
    }
}
