package kwix.language.render;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import kwix.grammar.source.SourceText;
import kwix.language.error.KwixException;
import kwix.language.value.AttributeSet;
import kwix.language.value.ContextString;
import kwix.language.value.Describe;
import kwix.language.value.EvaluationContext;
import kwix.language.value.Floats;
import kwix.language.value.FunctionValue;
import kwix.language.value.ListValue;
import kwix.language.value.NullValue;
import kwix.language.value.PathValue;
import kwix.language.value.Thunk;
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

/**
 * YAML that every reader understands alike: block style, without anchors, tags and folding. Converts and forces what {@link JsonWriter}
 * does.
 */
public final class YamlWriter {

    private static final ImplicitTuple UNTAGGED = new ImplicitTuple(true, true);

    /** Longer keys need the explicit form {@code ? key}: readers look no further for a colon. */
    private static final int LONGEST_SIMPLE_KEY = 1024;

    private static final List<String> RESOURCE_ORDER = List.of("apiVersion", "kind", "metadata");
    private static final List<String> METADATA_ORDER = List.of("name", "namespace", "labels", "annotations");

    private final Conversion conversion;
    private final ValuePath path;
    private final boolean resources;
    private final Output output = new Output();
    private final Emitter emitter;

    private YamlWriter(EvaluationContext evaluation, boolean resources) {
        conversion = new Conversion(evaluation, "YAML");
        path = conversion.path();
        this.resources = resources;
        emitter = new Emitter(
                DumpSettings.builder()
                        .setDefaultFlowStyle(FlowStyle.BLOCK)
                        .setSplitLines(false)
                        .setMaxSimpleKeyLength(LONGEST_SIMPLE_KEY)
                        .build(),
                output);
    }

    /** One document, ending with a newline. */
    public static String document(Object value, EvaluationContext evaluation) {
        return new YamlWriter(evaluation, false).write(writer -> writer.document(value, false));
    }

    /**
     * One document for each element of a list, or for any other value; each begins with {@code ---}. What tells a resource from others
     * comes first in it.
     */
    public static String stream(Object value, EvaluationContext evaluation) {
        return new YamlWriter(evaluation, true).write(writer -> writer.documents(value));
    }

    /** {@link #document} as a string value, which depends on whatever the strings and files in it depend on. */
    public static Object documentValue(Object value, EvaluationContext evaluation) {
        var writer = new YamlWriter(evaluation, false);
        return ContextString.of(writer.write(it -> it.document(value, false)), writer.conversion.context());
    }

    /** {@link #stream} as a string value, likewise. */
    public static Object streamValue(ListValue values, EvaluationContext evaluation) {
        var writer = new YamlWriter(evaluation, true);
        return ContextString.of(writer.write(it -> it.documents(values)), writer.conversion.context());
    }

    private interface Content {
        void write(YamlWriter writer);
    }

    private String write(Content content) {
        try {
            emitter.emit(new StreamStartEvent());
            content.write(this);
            emitter.emit(new StreamEndEvent());
        } catch (KwixException failure) {
            throw path.explain(failure);
        }
        return SourceText.encode(output.text.toString());
    }

    private void documents(Object value) {
        if (Thunk.force(value) instanceof ListValue list) {
            path.enter(list);
            for (int i = 0; i < list.size(); i++) {
                path.at(i);
                document(list.force(i), true);
            }
            path.leave();
        } else {
            document(value, true);
        }
    }

    private void document(Object value, boolean explicit) {
        emitter.emit(new DocumentStartEvent(explicit, Optional.empty(), Map.of()));
        value(value, false);
        emitter.emit(new DocumentEndEvent(false));
    }

    private void value(Object unforced, boolean isMetadata) {
        switch (Thunk.force(unforced)) {
            case String text -> string(conversion.string(text), false);
            case ContextString text -> string(conversion.string(text), false);
            case Long number -> plain(number.toString());
            case Double number -> {
                if (!Double.isFinite(number)) {
                    throw conversion.number(number);
                }
                plain(Floats.shortest(number));
            }
            case Boolean bool -> plain(bool.toString());
            case NullValue ignored -> plain("null");
            case PathValue file -> string(conversion.file(file), false);
            case ListValue list -> list(list);
            case AttributeSet set -> set(set, isMetadata);
            case FunctionValue function -> throw conversion.function(function);
            case Object other -> throw new IllegalStateException("not a value: " + other.getClass());
        }
    }

    private void list(ListValue list) {
        path.enterIndented(list);
        emitter.emit(new SequenceStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
        for (int i = 0; i < list.size(); i++) {
            path.at(i);
            value(list.force(i), false);
        }
        emitter.emit(new SequenceEndEvent());
        path.leave();
    }

    private void set(AttributeSet set, boolean isMetadata) {
        path.enterIndented(set);
        Object substitute = conversion.substitute(set);
        if (substitute != null) {
            value(substitute, isMetadata);
        } else {
            boolean isResource = resources && set.has("apiVersion") && set.has("kind");
            emitter.emit(new MappingStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
            for (int index : order(set, isResource ? RESOURCE_ORDER : isMetadata ? METADATA_ORDER : List.of())) {
                path.at(index);
                string(conversion.name(set, index), true);
                value(set.force(index), isResource && set.name(index).equals("metadata"));
            }
            emitter.emit(new MappingEndEvent());
        }
        path.leave();
    }

    /** The indices of the attributes: the named ones first, then the others in byte order. */
    private static List<Integer> order(AttributeSet set, List<String> first) {
        var order = new ArrayList<Integer>(set.size());
        for (String name : first) {
            int index = set.indexOf(name);
            if (index >= 0) {
                order.add(index);
            }
        }
        int leading = order.size();
        for (int i = 0; i < set.size(); i++) {
            if (leading == 0 || !first.contains(set.name(i))) {
                order.add(i);
            }
        }
        return Collections.unmodifiableList(order);
    }

    private void plain(String text) {
        emitter.emit(scalar(text, ScalarStyle.PLAIN));
    }

    private void string(String bytes, boolean isKey) {
        String text = Describe.text(bytes);
        switch (YamlScalar.of(text, isKey)) {
            case PLAIN -> plain(text);
            case SINGLE_QUOTED -> emitter.emit(scalar(text, ScalarStyle.SINGLE_QUOTED));
            case DOUBLE_QUOTED -> emitter.emit(scalar(text, ScalarStyle.DOUBLE_QUOTED));
            case LITERAL -> emitter.emit(scalar(text, ScalarStyle.LITERAL));
            case ESCAPED -> {
                output.escaped.add(YamlScalar.escaped(text));
                plain(String.valueOf(YamlScalar.PLACEHOLDER));
            }
        }
    }

    private static ScalarEvent scalar(String text, ScalarStyle style) {
        return new ScalarEvent(Optional.empty(), Optional.empty(), UNTAGGED, text, style);
    }

    /** Collects the text, and puts escaped scalars where their placeholders come. */
    private static final class Output implements StreamDataWriter {

        private final StringBuilder text = new StringBuilder();
        private final Queue<String> escaped = new ArrayDeque<>();

        @Override
        public void write(String part) {
            write(part, 0, part.length());
        }

        @Override
        public void write(String part, int offset, int length) {
            int from = offset;
            int end = offset + length;
            for (int at = part.indexOf(YamlScalar.PLACEHOLDER, from, end);
                    at >= 0;
                    at = part.indexOf(YamlScalar.PLACEHOLDER, from, end)) {
                text.append(part, from, at).append(escaped.remove());
                from = at + 1;
            }
            text.append(part, from, end);
        }
    }
}
