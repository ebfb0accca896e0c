package kwix.language.render;

import java.util.List;
import kwix.language.error.KwixException;
import kwix.language.value.AttributeSet;
import kwix.language.value.ByteBuilder;
import kwix.language.value.ContextString;
import kwix.language.value.EvaluationContext;
import kwix.language.value.Floats;
import kwix.language.value.FunctionValue;
import kwix.language.value.ListValue;
import kwix.language.value.NullValue;
import kwix.language.value.PathValue;
import kwix.language.value.Thunk;

/**
 * YAML that every reader understands alike: block style, without anchors, tags and folding. Converts and forces what {@link JsonWriter}
 * does.
 */
public final class YamlWriter {

    private static final List<String> RESOURCE_ORDER = List.of("apiVersion", "kind", "metadata");
    private static final List<String> METADATA_ORDER = List.of("name", "namespace", "labels", "annotations");

    private final Conversion conversion;
    private final ValuePath path;
    private final boolean resources;
    private final YamlLayout out = new YamlLayout();

    private YamlWriter(EvaluationContext evaluation, boolean resources, boolean revealing) {
        conversion = new Conversion(evaluation, "YAML", revealing);
        path = conversion.path();
        this.resources = resources;
    }

    /** One document, ending with a newline. Secrets in it are hidden. */
    public static ByteBuilder document(Object value, EvaluationContext evaluation) {
        return new YamlWriter(evaluation, false, false).write(writer -> writer.document(value, false));
    }

    /**
     * One document for each element of a list, or for any other value; each begins with {@code ---}. What tells a resource from others
     * comes first in it. Secrets are hidden.
     */
    public static ByteBuilder stream(Object value, EvaluationContext evaluation) {
        return new YamlWriter(evaluation, true, false).write(writer -> writer.documents(value));
    }

    /** {@link #document} as a string value, which depends on whatever the strings and files in it depend on. */
    public static Object documentValue(Object value, EvaluationContext evaluation) {
        var writer = new YamlWriter(evaluation, false, true);
        return ContextString.of(writer.write(it -> it.document(value, false)).toString(), writer.conversion.context());
    }

    /** {@link #stream} as a string value, likewise. */
    public static Object streamValue(ListValue values, EvaluationContext evaluation) {
        var writer = new YamlWriter(evaluation, true, true);
        return ContextString.of(writer.write(it -> it.documents(values)).toString(), writer.conversion.context());
    }

    private interface Content {
        void write(YamlWriter writer);
    }

    private ByteBuilder write(Content content) {
        try {
            content.write(this);
        } catch (KwixException failure) {
            throw path.explain(failure);
        }
        return out.bytes();
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
        Object forced = Thunk.force(value);
        // A document of nothing but an empty string would look like none.
        out.beginDocument(explicit
                || ContextString.isString(forced) && ContextString.text(forced).isEmpty());
        value(forced, false);
    }

    private void value(Object unforced, boolean isMetadata) {
        Object value = Thunk.force(unforced);
        if (value instanceof String text) {
            if (!out.plainString(text)) {
                out.string(conversion.string(text));
            }
        } else if (value instanceof AttributeSet set) {
            set(set, isMetadata);
        } else if (value instanceof ListValue list) {
            list(list);
        } else if (value instanceof Long number) {
            out.number(number);
        } else {
            other(value);
        }
    }

    private void other(Object value) {
        switch (value) {
            case ContextString text -> out.string(conversion.string(text));
            case Boolean bool -> out.word(bool ? "true" : "false");
            case NullValue ignored -> out.word("null");
            case Double number -> {
                if (!Double.isFinite(number)) {
                    throw conversion.number(number);
                }
                out.word(Floats.shortest(number));
            }
            case PathValue file -> out.string(conversion.file(file));
            case FunctionValue function -> throw conversion.function(function);
            default -> throw new IllegalStateException("not a value: " + value.getClass());
        }
    }

    private void list(ListValue list) {
        path.enterIndented(list);
        if (list.isEmpty()) {
            out.word("[]");
        } else {
            int outer = out.beginSequence();
            for (int i = 0; i < list.size(); i++) {
                path.at(i);
                out.element();
                value(list.force(i), false);
            }
            out.end(outer);
        }
        path.leave();
    }

    private void set(AttributeSet set, boolean isMetadata) {
        path.enterIndented(set);
        Object substitute = conversion.substitute(set);
        if (substitute != null) {
            value(substitute, isMetadata);
        } else if (set.isEmpty()) {
            out.word("{}");
        } else {
            boolean isResource = resources && set.has("apiVersion") && set.has("kind");
            int outer = out.beginMapping();
            if (isResource || isMetadata) {
                attributes(set, isResource, isResource ? RESOURCE_ORDER : METADATA_ORDER);
            } else {
                for (int i = 0; i < set.size(); i++) {
                    attribute(set, i, false);
                }
            }
            out.end(outer);
        }
        path.leave();
    }

    /** The named attributes first, then the others in byte order. */
    private void attributes(AttributeSet set, boolean isResource, List<String> first) {
        for (String name : first) {
            int index = set.indexOf(name);
            if (index >= 0) {
                attribute(set, index, isResource);
            }
        }
        for (int i = 0; i < set.size(); i++) {
            if (!first.contains(set.name(i))) {
                attribute(set, i, isResource);
            }
        }
    }

    private void attribute(AttributeSet set, int index, boolean isResource) {
        path.at(index);
        String name = set.name(index);
        if (!out.plainKey(name)) {
            out.key(conversion.string(name));
        }
        value(set.force(index), isResource && name.equals("metadata"));
    }
}
