package kwix.language.value;

import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import org.jspecify.annotations.Nullable;

/**
 * A function that will be called with arguments that are there already: what builtins put into lists and sets. There may be millions
 * of them, so each is one small object.
 *
 * <p>Invariant: {@code function} is null while the call runs and after success, which is how infinite recursion shows.
 */
public abstract sealed class ApplicationThunk extends Thunk {

    private static final Object GONE = new Object();

    private @Nullable Object function;
    private Object first;

    private ApplicationThunk(Object function, Object first) {
        this.function = function;
        this.first = first;
    }

    /** {@code function argument}, later. */
    public static ApplicationThunk of(Object function, Object argument) {
        return new Single(function, argument);
    }

    /** {@code function first second}, later. */
    public static ApplicationThunk of(Object function, Object first, Object second) {
        return new Twofold(function, first, second);
    }

    abstract Object call(Object callee, Object argument);

    @Override
    protected final Object evaluate() {
        Object callee = function;
        if (callee == null) {
            throw new KwixException(
                            ErrorCode.INFINITE_RECURSION,
                            "This value cannot be evaluated without itself: infinite recursion encountered.")
                    .withCycle(this);
        }
        Object argument = first;
        function = null;
        first = GONE;
        Object result;
        try {
            result = callee instanceof Failure failed ? failed.rethrow() : call(callee, argument);
        } catch (KwixException failure) {
            failure.leaveThunk(this, null);
            boolean lasting = failure.code().lasting();
            function = lasting ? new Failure(failure, failure.trace().size()) : callee;
            first = lasting ? GONE : argument;
            throw failure;
        } catch (Throwable interruption) {
            function = callee;
            first = argument;
            throw interruption;
        }
        if (result instanceof ListValue list) {
            result = list.hold();
        }
        value = result;
        return result;
    }

    private static final class Single extends ApplicationThunk {

        Single(Object function, Object argument) {
            super(function, argument);
        }

        @Override
        Object call(Object callee, Object argument) {
            return Functions.callUnwritten(callee, argument);
        }
    }

    private static final class Twofold extends ApplicationThunk {

        private Object second;

        Twofold(Object function, Object first, Object second) {
            super(function, first);
            this.second = second;
        }

        @Override
        Object call(Object callee, Object argument) {
            Object result = Functions.callUnwritten(callee, argument, second);
            second = GONE;
            return result;
        }
    }

    /**
     * What a thunk is left with that has failed for good.
     *
     * @param frames the length of the trace when the failure left the thunk
     */
    private record Failure(KwixException failure, int frames) {
        Object rethrow() {
            throw failure.again(frames);
        }
    }
}
