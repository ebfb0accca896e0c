package kwix.language.render;

import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.AttributeSet;
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
    private final StringBuilder out = new StringBuilder();

    private final boolean strict;

    private JsonWriter(EvaluationContext evaluation, boolean strict) {
        this.strict = strict;
        conversion = new Conversion(evaluation, "JSON");
        path = conversion.path();
    }

    /** The value's JSON as a string value, which depends on whatever the strings and files in it depend on. */
    public static Object write(Object value, EvaluationContext evaluation) {
        return write(value, evaluation, true);
    }

    /** The same of what is evaluated already; that something is not is an error. */
    public static Object writeEvaluated(Object value, EvaluationContext evaluation) {
        return write(value, evaluation, false);
    }

    private static Object write(Object value, EvaluationContext evaluation, boolean strict) {
        var writer = new JsonWriter(evaluation, strict);
        try {
            writer.value(value);
        } catch (KwixException failure) {
            throw writer.path.explain(failure);
        }
        return ContextString.of(writer.out.toString(), writer.conversion.context());
    }

    private void value(Object unforced) {
        switch (strict ? Thunk.force(unforced) : evaluated(unforced)) {
            case String text -> string(conversion.string(text), out);
            case ContextString text -> string(conversion.string(text), out);
            case Long number -> out.append(number.longValue());
            case Double number -> out.append(Double.isFinite(number) ? Floats.json(number) : "null");
            case Boolean bool -> out.append(bool.booleanValue());
            case NullValue ignored -> out.append("null");
            case PathValue file -> string(conversion.file(file), out);
            case ListValue list -> list(list);
            case AttributeSet set -> set(set);
            case FunctionValue function -> throw conversion.function(function);
            case Object other -> throw new IllegalStateException("not a value: " + other.getClass());
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
                string(conversion.name(set, i), out);
                out.append(':');
                value(strict ? set.force(i) : set.value(i));
            }
            out.append('}');
        }
        path.leave();
    }

    /** A JSON string of these bytes, which are UTF-8. */
    static void string(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
