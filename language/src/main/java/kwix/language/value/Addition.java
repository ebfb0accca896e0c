package kwix.language.value;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;

/** {@code +} beyond numbers: strings, paths, and what can become a string. */
public final class Addition {

    private Addition() {}

    /** Appends to a path; the result is normalised. */
    @TruffleBoundary
    public static PathValue path(PathValue left, Object coerced) {
        return PathValue.normalised(left.path() + pathText(coerced));
    }

    /** A coerced string as a part of a path, which cannot depend on a store path. */
    @TruffleBoundary
    public static String pathText(Object coerced) {
        if (coerced instanceof ContextString dependent) {
            throw new KwixException(
                            ErrorCode.CONTEXT,
                            "The string " + Describe.quoted(dependent.text())
                                    + " refers to a store path and cannot be appended to a path.")
                    .withHint("Interpolate the path into a string instead: \"${path}${string}\".");
        }
        return (String) coerced;
    }

    /** Joins two coerced strings and what they depend on. */
    @TruffleBoundary
    public static Object strings(Object left, Object right) {
        if (left instanceof String a && right instanceof String b) {
            return a.concat(b);
        }
        return ContextString.of(
                ContextString.text(left).concat(ContextString.text(right)),
                ContextString.context(left).and(ContextString.context(right)));
    }
}
