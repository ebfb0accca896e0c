package kwix.language.render;

import kwix.language.error.ErrorCode;
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

/** JSON on one line, as {@code builtins.toJSON} writes it. */
public final class JsonWriter {

    private static final String HEX = "0123456789abcdef";

    private final Conversion conversion;
    private final ValuePath path;
    private final ByteBuilder out = new ByteBuilder();

    private final boolean strict;

    private JsonWriter(EvaluationContext evaluation, boolean strict, boolean revealing) {
        this.strict = strict;
        conversion = new Conversion(evaluation, "JSON", revealing);
        path = conversion.path();
    }

    /** The value's JSON as a string value, which depends on whatever the strings and files in it depend on. */
    public static Object write(Object value, EvaluationContext evaluation) {
        var writer = new JsonWriter(evaluation, true, true);
        return ContextString.of(writer.print(value).toString(), writer.conversion.context());
    }

    /** The value's JSON. Secrets in it are hidden. */
    public static ByteBuilder print(Object value, EvaluationContext evaluation) {
        return new JsonWriter(evaluation, true, false).print(value);
    }

    /** The same of what is evaluated already; that something is not is an error. */
    public static ByteBuilder printEvaluated(Object value, EvaluationContext evaluation) {
        return new JsonWriter(evaluation, false, false).print(value);
    }

    private ByteBuilder print(Object value) {
        try {
            value(value);
        } catch (KwixException failure) {
            throw path.explain(failure);
        }
        return out;
    }

    private void value(Object unforced) {
        Object value = strict ? Thunk.force(unforced) : evaluated(unforced);
        if (ContextString.isString(value)) {
            string(value);
        } else if (value instanceof Long number) {
            out.append(number.longValue());
        } else if (value instanceof AttributeSet set) {
            set(set);
        } else if (value instanceof ListValue list) {
            list(list);
        } else if (value instanceof Boolean bool) {
            out.append(bool ? "true" : "false");
        } else {
            other(value);
        }
    }

    private void other(Object value) {
        switch (value) {
            case NullValue ignored -> out.append("null");
            case Double number -> out.append(Double.isFinite(number) ? Floats.json(number) : "null");
            case PathValue file -> string(conversion.file(file));
            case FunctionValue function -> throw conversion.function(function);
            default -> throw new IllegalStateException("not a value: " + value.getClass());
        }
    }

    private static Object evaluated(Object value) {
        Object known = Thunk.known(value);
        if (known == null) {
            throw new KwixException(
                            ErrorCode.NOT_REPRESENTABLE, "JSON cannot hold a value that nothing has evaluated yet.")
                    .withHint("Add --strict to evaluate everything.");
        }
        return known;
    }

    private void list(ListValue list) {
        path.enter(list);
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
            path.at(i);
            if (i > 0) {
                out.append(',');
            }
            value(strict ? list.force(i) : list.get(i));
        }
        path.leave();
        out.append(']');
    }

    private void set(AttributeSet set) {
        path.enter(set);
        Object substitute = conversion.substitute(set);
        if (substitute != null) {
            value(substitute);
        } else {
            out.append('{');
            for (int i = 0; i < set.size(); i++) {
                path.at(i);
                if (i > 0) {
                    out.append(',');
                }
                string(set.name(i));
                out.append(':');
                value(strict ? set.force(i) : set.value(i));
            }
            out.append('}');
        }
        path.leave();
    }

    private void string(Object string) {
        String text = ContextString.text(string);
        out.append('"');
        if (string instanceof ContextString || !out.appendIfPlain(text)) {
            escaped(conversion.string(string), out);
        }
        out.append('"');
    }

    private static void escaped(String text, ByteBuilder out) {
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\') {
                continue;
            }
            out.append(text, plain, i);
            plain = i + 1;
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        out.append(text, plain, text.length());
    }
}
