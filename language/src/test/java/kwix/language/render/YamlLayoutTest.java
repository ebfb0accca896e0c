package kwix.language.render;

import static kwix.language.render.Values.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import kwix.grammar.source.SourceText;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.EvaluationContext;
import kwix.language.value.Floats;
import kwix.language.value.NullValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.emitter.Emitter;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;

/** Random values of all shapes: every reader gets them back, and they look as the library's own writer would lay them out. */
class YamlLayoutTest {

    /** What strings are put together from: what means something to YAML at one place or another, and what is plain everywhere. */
    private static final String[] PARTS = {
        "a", "b", "word", "key", "0", "1", "9", ".", "x", "e3", ":", " ", " ", "-", "- ", ": ", " #", "#", "?", "? ",
        ",", "[", "]", "{", "}", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`", "\\", "/", "=", "<<", "~", "null",
        "true", "no", "---", "...", "\n", "\n", "\n\n", "\n  ", "  ", "\t", "\r", "\u0000", "\u001b", "\u007f",
        "\u0085", "\u00a0", "\u2028", "\ufeff", "\ue000", "\uffff", "é", "日本", "😀"
    };

    /** Parts before this one need no escapes. */
    private static final int UNESCAPED = List.of(PARTS).indexOf("\r");

    private static final ImplicitTuple UNTAGGED = new ImplicitTuple(true, true);

    private final EvaluationContext context = Values.context();

    private String yaml(@Nullable Object value) {
        byte[] bytes = YamlWriter.document(value(value), context).toString().getBytes(StandardCharsets.ISO_8859_1);
        return SourceText.decode(bytes);
    }

    @Test
    void everyReaderGetsRandomValuesBack() {
        for (int seed = 0; seed < 4_000; seed++) {
            Object value = random(new Random(seed), PARTS.length, 0);
            String yaml = yaml(value);
            for (Object read : YamlReadersTest.read(yaml)) {
                assertEquals(value, widened(read), () -> yaml);
            }
        }
    }

    @Test
    void everyReaderGetsLongKeysBack() {
        String[] ends = {"", "é", "\"", "\n", "\u0001", "a: b", "'\""};
        for (int length = 1_010; length < 1_026; length++) {
            for (String end : ends) {
                var inner = new TreeMap<String, @Nullable Object>();
                inner.put("k".repeat(length) + end, List.of(1L, Map.of("a", "b")));
                inner.put("l".repeat(length) + end, Map.of("a", "b", "c", List.of("d\ne", "f")));
                inner.put("m".repeat(length) + end, "text");
                Object value = List.of(inner, Map.of("inner", inner));
                String yaml = yaml(value);
                for (Object read : YamlReadersTest.read(yaml)) {
                    assertEquals(value, widened(read), () -> yaml);
                }
            }
        }
    }

    @Test
    void laysOutAsTheLibraryDoes() {
        int compared = 0;
        for (int seed = 0; seed < 20_000; seed++) {
            Object value = random(new Random(seed), UNESCAPED, 0);
            if (!hasKeyOfLines(value)) {
                assertEquals(emitted(value), yaml(value));
                compared++;
            }
        }
        assertTrue(compared > 10_000, "compared " + compared);
    }

    private static @Nullable Object random(Random random, int parts, int depth) {
        return switch (random.nextInt(depth == 4 ? 7 : 13)) {
            case 0 -> random.nextLong() >> random.nextInt(Long.SIZE);
            case 1 -> (random.nextInt(1 << 20) - (1 << 19)) / 64.0;
            case 2 -> random.nextBoolean();
            case 3 -> null;
            case 4, 5, 6 -> string(random, parts);
            case 7, 8, 9 -> {
                var list = new ArrayList<@Nullable Object>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(random(random, parts, depth + 1));
                }
                yield list;
            }
            default -> {
                var map = new TreeMap<String, @Nullable Object>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    map.put(string(random, parts), random(random, parts, depth + 1));
                }
                yield map;
            }
        };
    }

    private static String string(Random random, int parts) {
        var text = new StringBuilder();
        for (int i = random.nextInt(random.nextInt(3) == 0 ? 12 : 4); i > 0; i--) {
            text.append(PARTS[random.nextInt(parts)]);
        }
        return text.toString();
    }

    /** Such keys are written in a way of our own. */
    private static boolean hasKeyOfLines(@Nullable Object value) {
        return switch (value) {
            case List<?> list -> list.stream().anyMatch(YamlLayoutTest::hasKeyOfLines);
            case Map<?, ?> map ->
                map.keySet().stream().anyMatch(key -> key.equals("") || ((String) key).contains("\n"))
                        || map.values().stream().anyMatch(YamlLayoutTest::hasKeyOfLines);
            case null, default -> false;
        };
    }

    private static Object value(@Nullable Object value) {
        return switch (value) {
            case null -> NullValue.NULL;
            case String text -> bytes(text);
            case List<?> list ->
                Values.list(list.stream().map(YamlLayoutTest::value).toArray());
            case Map<?, ?> map -> {
                var builder = new AttributeSetBuilder();
                map.forEach((name, attribute) -> builder.put(bytes((String) name), value(attribute)));
                yield builder.build();
            }
            default -> value;
        };
    }

    /** With {@code Long} in the place of other integers, which readers choose by size. */
    private static @Nullable Object widened(@Nullable Object read) {
        return switch (read) {
            case Integer number -> number.longValue();
            case List<?> list -> {
                var wide = new ArrayList<@Nullable Object>();
                list.forEach(element -> wide.add(widened(element)));
                yield wide;
            }
            case Map<?, ?> map -> {
                var wide = new LinkedHashMap<@Nullable Object, @Nullable Object>();
                map.forEach((name, attribute) -> wide.put(name, widened(attribute)));
                yield wide;
            }
            case null, default -> read;
        };
    }

    /** What the library writes, given the style of each string. */
    private static String emitted(@Nullable Object value) {
        var text = new StringBuilder();
        var emitter = new Emitter(
                DumpSettings.builder()
                        .setDefaultFlowStyle(FlowStyle.BLOCK)
                        .setSplitLines(false)
                        .setMaxSimpleKeyLength(1024)
                        .build(),
                new StreamDataWriter() {
                    @Override
                    public void write(String part) {
                        text.append(part);
                    }

                    @Override
                    public void write(String part, int offset, int length) {
                        text.append(part, offset, offset + length);
                    }
                });
        emitter.emit(new StreamStartEvent());
        emitter.emit(new DocumentStartEvent(false, Optional.empty(), Map.of()));
        emit(value, emitter);
        emitter.emit(new DocumentEndEvent(false));
        emitter.emit(new StreamEndEvent());
        return text.toString();
    }

    private static void emit(@Nullable Object value, Emitter emitter) {
        switch (value) {
            case String text -> emit(text, false, emitter);
            case Double number -> emit(Floats.shortest(number), ScalarStyle.PLAIN, emitter);
            case List<?> list -> {
                emitter.emit(new SequenceStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
                list.forEach(element -> emit(element, emitter));
                emitter.emit(new SequenceEndEvent());
            }
            case Map<?, ?> map -> {
                emitter.emit(new MappingStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
                map.forEach((name, attribute) -> {
                    emit((String) name, true, emitter);
                    emit(attribute, emitter);
                });
                emitter.emit(new MappingEndEvent());
            }
            case null, default -> emit(String.valueOf(value), ScalarStyle.PLAIN, emitter);
        }
    }

    private static void emit(String text, boolean isKey, Emitter emitter) {
        ScalarStyle style = switch (YamlScalar.of(bytes(text), isKey)) {
            case PLAIN -> ScalarStyle.PLAIN;
            case SINGLE_QUOTED -> ScalarStyle.SINGLE_QUOTED;
            case DOUBLE_QUOTED -> ScalarStyle.DOUBLE_QUOTED;
            case LITERAL -> ScalarStyle.LITERAL;
        };
        emit(text, style, emitter);
    }

    private static void emit(String text, ScalarStyle style, Emitter emitter) {
        emitter.emit(new ScalarEvent(Optional.empty(), Optional.empty(), UNTAGGED, text, style));
    }
}
