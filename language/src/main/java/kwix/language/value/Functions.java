package kwix.language.value;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;

/** Application of anything that can be applied: functions, and sets with {@code __functor}. */
public final class Functions {

    private Functions() {}

    @TruffleBoundary
    public static Object call(Object function, Object argument) {
        Object callee = Thunk.force(function);
        return callee instanceof FunctionValue known ? known.call(argument) : call(functor(callee), argument);
    }

    @TruffleBoundary
    public static Object call(Object function, Object first, Object second) {
        Object callee = Thunk.force(function);
        return callee instanceof FunctionValue known ? known.call(first, second) : call(functor(callee), first, second);
    }

    @TruffleBoundary
    public static Object call(Object function, Object first, Object second, Object third) {
        Object callee = Thunk.force(function);
        return callee instanceof FunctionValue known
                ? known.call(first, second, third)
                : call(functor(callee), first, second, third);
    }

    /** Applies what a function gave for the arguments before. */
    @TruffleBoundary
    public static Object callResult(FunctionValue function, Object result, Object argument) {
        if (result instanceof FunctionValue known) {
            return known.call(argument);
        }
        Object functor;
        try {
            functor = functor(result);
        } catch (KwixException failure) {
            throw failure.withRelated(function.place(), "the result of this function is called with another argument");
        }
        return call(functor, argument);
    }

    /** {@code set.__functor set} of a callable set. */
    @TruffleBoundary
    public static Object functor(Object callee) {
        if (callee instanceof AttributeSet set) {
            Object functor = set.get("__functor");
            if (functor != null) {
                return call(functor, set);
            }
        }
        throw new KwixException(
                        ErrorCode.NOT_A_FUNCTION,
                        "This should be a function, but it is " + Describe.value(callee) + ".")
                .withHint(
                        callee instanceof AttributeSet
                                ? "A set can be called when it has an attribute `__functor`."
                                : null);
    }

    public static boolean isCallable(Object value) {
        return value instanceof FunctionValue || value instanceof AttributeSet set && set.has("__functor");
    }
}
