package kwix.language.value;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;

/** Checks that a value has the type that an operation needs. Values are forced already; messages name what was expected and found. */
public final class Expect {

    private Expect() {}

    public static boolean bool(Object value) {
        if (value instanceof Boolean bool) {
            return bool;
        }
        throw wrongType("a boolean", value);
    }

    public static long integer(Object value) {
        if (value instanceof Long number) {
            return number;
        }
        throw wrongType("an integer", value);
    }

    public static ListValue list(Object value) {
        if (value instanceof ListValue list) {
            return list;
        }
        throw wrongType("a list", value);
    }

    public static AttributeSet set(Object value) {
        if (value instanceof AttributeSet set) {
            return set;
        }
        throw wrongType("a set", value);
    }

    /** A string's bytes, whatever its context. */
    public static String string(Object value) {
        if (ContextString.isString(value)) {
            return ContextString.text(value);
        }
        throw wrongType("a string", value);
    }

    /** A string's bytes, for uses that cannot keep a context. */
    @TruffleBoundary
    public static String plainString(Object value) {
        String text = string(value);
        if (ContextString.isSecret(value)) {
            throw secret("A secret cannot be used here, where it would be seen.", value);
        }
        if (value instanceof ContextString dependent) {
            throw new KwixException(
                            ErrorCode.CONTEXT,
                            "The string " + Describe.quoted(text) + " refers to a store path ("
                                    + Describe.text(dependent
                                            .context()
                                            .elements()
                                            .iterator()
                                            .next()
                                            .key())
                                    + "), which is not allowed here.")
                    .withSubject(Describe.text(text));
        }
        return text;
    }

    /** An error about a secret, with the places where it comes from. */
    @TruffleBoundary
    public static KwixException secret(String message, Object value) {
        return new KwixException(ErrorCode.SECRET, message)
                .withHint("It comes from "
                        + Describe.text(String.join(
                                " and from ", ContextString.context(value).origins()))
                        + ".");
    }

    /** A function or a callable set. */
    public static Object function(Object value) {
        if (Functions.isCallable(value)) {
            return value;
        }
        throw wrongType("a function", value);
    }

    @TruffleBoundary
    public static KwixException wrongType(String expected, Object found) {
        return new KwixException(
                ErrorCode.WRONG_TYPE, "Expected " + expected + ", but found " + Describe.value(found) + ".");
    }
}
