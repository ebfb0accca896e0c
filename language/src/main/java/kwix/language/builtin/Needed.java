package kwix.language.builtin;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.AttributeSet;
import kwix.language.value.ContextString;
import kwix.language.value.Describe;
import kwix.language.value.Expect;
import kwix.language.value.Functions;
import kwix.language.value.ListValue;
import kwix.language.value.Suggestions;
import kwix.language.value.Thunk;

/**
 * What a builtin needs of a value that it forces by itself: a lazy argument, an element, the result of a function. {@code role} names
 * the value in messages: {@code argument 2}, {@code each element of its list}.
 */
final class Needed {

    private Needed() {}

    static ListValue list(Object value, String builtin, String role) {
        if (Thunk.force(value) instanceof ListValue list) {
            return list;
        }
        throw wrong("a list", value, builtin, role);
    }

    static AttributeSet set(Object value, String builtin, String role) {
        if (Thunk.force(value) instanceof AttributeSet set) {
            return set;
        }
        throw wrong("a set", value, builtin, role);
    }

    static boolean bool(Object value, String builtin, String role) {
        if (Thunk.force(value) instanceof Boolean bool) {
            return bool;
        }
        throw wrong("a boolean", value, builtin, role);
    }

    static long integer(Object value, String builtin, String role) {
        if (Thunk.force(value) instanceof Long number) {
            return number;
        }
        throw wrong("an integer", value, builtin, role);
    }

    /** A string value, maybe with context. */
    static Object string(Object value, String builtin, String role) {
        Object forced = Thunk.force(value);
        if (ContextString.isString(forced)) {
            return forced;
        }
        throw wrong("a string", value, builtin, role);
    }

    static String plainString(Object value, String builtin, String role) {
        return Expect.plainString(string(value, builtin, role));
    }

    /** A function or callable set, forced. */
    static Object function(Object value, String builtin, String role) {
        Object forced = Thunk.force(value);
        if (Functions.isCallable(forced)) {
            return forced;
        }
        throw wrong("a function", value, builtin, role);
    }

    /** An attribute that the builtin cannot do without; maybe a thunk. */
    static Object attribute(AttributeSet set, String name, String builtin, String role) {
        Object value = set.get(name);
        if (value != null) {
            return value;
        }
        throw new KwixException(
                        ErrorCode.MISSING_ATTRIBUTE,
                        "`builtins." + builtin + "` needs an attribute `" + name + "` in " + role + ", but got "
                                + Describe.value(set) + ".")
                .withSubject(name)
                .withHint(Suggestions.forMisspelled(name, set));
    }

    @TruffleBoundary
    static KwixException wrong(String expected, Object found, String builtin, String role) {
        var failure = new KwixException(
                ErrorCode.WRONG_TYPE,
                "`builtins." + builtin + "` needs " + expected + " as " + role + ", but got "
                        + Describe.value(Thunk.force(found)) + ".");
        return switch (role) {
            case "its argument", "argument 1" -> failure.withArgument(builtin, 0);
            case "argument 2" -> failure.withArgument(builtin, 1);
            case "argument 3" -> failure.withArgument(builtin, 2);
            default -> failure;
        };
    }
}
