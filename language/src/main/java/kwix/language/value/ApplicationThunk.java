package kwix.language.value;

import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import org.jspecify.annotations.Nullable;

/**
 * One of the calls that a builtin leaves for later, with its arguments: what builtins put into lists and sets. There may be millions of
 * them, so each is one small object.
 *
 * <p>Invariant: {@code calls} is null while the call runs and after success, which is how infinite recursion shows.
 */
public abstract sealed class ApplicationThunk extends Thunk {

    private static final Object GONE = new Object();

    private @Nullable DeferredCalls calls;

    /** A {@link Failure} when this has failed for good. */
    private Object first;

    private ApplicationThunk(DeferredCalls calls, Object first) {
        this.calls = calls;
        this.first = first;
    }

    static ApplicationThunk of(DeferredCalls calls, Object argument) {
        return new Single(calls, argument);
    }

    static ApplicationThunk of(DeferredCalls calls, Object first, Object second) {
        return new Twofold(calls, first, second);
    }

    abstract Object call(DeferredCalls running, Object argument);

    @Override
    protected final Object evaluate() {
        DeferredCalls running = calls;
        if (running == null) {
            throw new KwixException(
                            ErrorCode.INFINITE_RECURSION,
                            "This value cannot be evaluated without itself: infinite recursion encountered.")
                    .withCycle(this);
        }
        Object argument = first;
        calls = null;
        first = GONE;
        Object result;
        try {
            result = argument instanceof Failure failed ? failed.rethrow() : call(running, argument);
        } catch (KwixException failure) {
            failure.leaveThunk(this, running.place(), null);
            calls = running;
            first = failure.code().lasting()
                    ? new Failure(failure, failure.trace().size())
                    : argument;
            throw failure;
        } catch (Throwable interruption) {
            calls = running;
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

        Single(DeferredCalls calls, Object argument) {
            super(calls, argument);
        }

        @Override
        Object call(DeferredCalls running, Object argument) {
            return running.run(argument);
        }
    }

    private static final class Twofold extends ApplicationThunk {

        private Object second;

        Twofold(DeferredCalls calls, Object first, Object second) {
            super(calls, first);
            this.second = second;
        }

        @Override
        Object call(DeferredCalls running, Object argument) {
            Object result = running.run(argument, second);
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
