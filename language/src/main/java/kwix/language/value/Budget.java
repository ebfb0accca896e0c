package kwix.language.value;

import com.oracle.truffle.api.CompilerDirectives;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import org.jspecify.annotations.Nullable;

/**
 * How deep calls may nest, and whether to stop. One evaluation thread uses it; any thread may {@link #stop} it.
 *
 * <p>One comparison serves both: stopping lowers the limit below every depth.
 */
public final class Budget {

    public static final int DEFAULT_CALL_DEPTH = 200_000;

    private final int callDepth;
    private volatile int limit;
    private volatile @Nullable ErrorCode stopCode;
    private volatile String stopMessage = "";
    private int depth;

    public Budget(int callDepth) {
        this.callDepth = callDepth;
        limit = callDepth;
    }

    /** Begins a call; {@link #leave} ends it, or {@link #restore} when a failure is caught. */
    public void enter() {
        if (++depth > limit) {
            CompilerDirectives.transferToInterpreter();
            refuse();
        }
    }

    public void leave() {
        depth--;
    }

    /** For loops inside builtins: at most a few thousand cheap steps apart. */
    public void poll() {
        if (depth > limit) {
            CompilerDirectives.transferToInterpreter();
            refuse();
        }
    }

    public int depth() {
        return depth;
    }

    /** Whoever swallows a failure sets back the depth that it had before. */
    public void restore(int before) {
        depth = before;
    }

    /** Ends the evaluation at its next call or poll, with this error. */
    public void stop(ErrorCode code, String message) {
        stopMessage = message;
        stopCode = code;
        limit = Integer.MIN_VALUE;
    }

    /** Makes the evaluation usable again after {@link #stop}. */
    public void resume() {
        stopCode = null;
        limit = callDepth;
        depth = 0;
    }

    private void refuse() {
        ErrorCode stopped = stopCode;
        if (stopped != null) {
            throw new KwixException(stopped, stopMessage);
        }
        throw new KwixException(ErrorCode.CALL_DEPTH, "Calls are nested more than " + callDepth + " deep.")
                .withHint(
                        "This is usually a recursion without an end. If it is meant, raise the limit with --max-call-depth.");
    }
}
