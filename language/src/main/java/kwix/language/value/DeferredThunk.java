package kwix.language.value;

import java.util.function.Supplier;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import org.jspecify.annotations.Nullable;

/** A thunk whose code is Java: what a lazy builtin will compute. */
public final class DeferredThunk extends Thunk {

    /** Null while running and after success. */
    private @Nullable Supplier<Object> code;

    /** @param code may return a thunk; it is forced */
    public DeferredThunk(Supplier<Object> code) {
        this.code = code;
    }

    @Override
    protected Object evaluate() {
        Supplier<Object> running = code;
        if (running == null) {
            throw new KwixException(
                            ErrorCode.INFINITE_RECURSION,
                            "This value cannot be evaluated without itself: infinite recursion encountered.")
                    .withCycle(this);
        }
        code = null;
        try {
            Object result = Thunk.force(running.get());
            if (result instanceof ListValue list) {
                result = list.hold();
            }
            value = result;
            return result;
        } catch (KwixException failure) {
            failure.leaveThunk(this, null, null);
            code = failure.code().lasting() ? () -> rethrow(failure) : running;
            throw failure;
        } catch (Throwable interruption) {
            code = running;
            throw interruption;
        }
    }

    private static Object rethrow(KwixException failure) {
        throw failure;
    }
}
