package kwix.language.render;

import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.error.Place;
import kwix.language.value.AttributeSet;
import kwix.language.value.Coercion;
import kwix.language.value.ContextString;
import kwix.language.value.Describe;
import kwix.language.value.EvaluationContext;
import kwix.language.value.FunctionValue;
import kwix.language.value.Functions;
import kwix.language.value.PathValue;
import kwix.language.value.StringContext;
import kwix.language.value.Utf8;
import org.jspecify.annotations.Nullable;

/** What JSON and YAML share: how values that neither has become ones that they have, and the errors of those that cannot. */
final class Conversion {

    private final Coercion coercion;
    private final String format;
    private final ValuePath path;
    private final boolean revealing;
    private StringContext context = StringContext.NONE;

    /**
     * @param format its name in messages
     * @param revealing whether secrets are written as they are
     */
    Conversion(EvaluationContext evaluation, String format, boolean revealing) {
        this.revealing = revealing;
        coercion = evaluation.coercion();
        path = new ValuePath(evaluation.budget());
        this.format = format;
    }

    ValuePath path() {
        return path;
    }

    /** What the strings seen so far depend on. */
    StringContext context() {
        return context;
    }

    /** The bytes of a string value, checked. */
    String string(Object string) {
        if (string instanceof ContextString dependent) {
            context = context.and(dependent.context());
            if (!revealing && dependent.context().isSecret()) {
                return ContextString.HIDDEN;
            }
        }
        String text = ContextString.text(string);
        int malformed = Utf8.firstMalformed(text);
        if (malformed >= 0) {
            throw new KwixException(
                            ErrorCode.INVALID_VALUE,
                            Describe.valueFirst(string) + where() + " is not UTF-8 (byte "
                                    + String.format("0x%02X", (int) text.charAt(malformed)) + " at index " + malformed
                                    + "), so it cannot be written as " + format + ".")
                    .at(path.place());
        }
        return text;
    }

    /** The store path that the file gets. */
    String file(PathValue file) {
        return string(coercion.interpolated(file));
    }

    /**
     * What stands for a set: a string for one with {@code __toString}, another value (maybe a thunk) for one with {@code outPath}, or
     * null when the set stands for itself.
     */
    @Nullable
    Object substitute(AttributeSet set) {
        Object toString = set.get("__toString");
        if (toString == null) {
            return set.get("outPath");
        }
        return coercion.operand(Functions.call(toString, set), false);
    }

    KwixException function(FunctionValue function) {
        Place definition = function.place();
        Place attribute = path.place();
        return new KwixException(
                        ErrorCode.NOT_REPRESENTABLE,
                        Describe.valueFirst(function) + where() + " cannot be written as " + format + ".")
                .at(attribute == null ? definition : attribute)
                .withRelated(attribute == null ? null : definition, "the function is defined here")
                .withHint("Was an argument forgotten?");
    }

    KwixException number(double number) {
        String name = Double.isNaN(number) ? "not-a-number" : number > 0 ? "infinity" : "minus infinity";
        return new KwixException(
                        ErrorCode.NOT_REPRESENTABLE,
                        "The float " + name + where() + " cannot be written as " + format + ".")
                .at(path.place());
    }

    /** {@code  at `spec.x[2]`}, or nothing for the value as a whole. */
    String where() {
        return path.isRoot() ? "" : " at `" + path + "`";
    }
}
