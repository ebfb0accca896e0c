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

    /**
     * How deep thunks may need each other. Beyond it lies only an endless structure; a deeper stack would make every collection of garbage
     * slower, for it is scanned each time.
     */
    private static final int THUNK_DEPTH = 500_000;

    private final int callDepth;
    private volatile int limit;
    private volatile int thunkLimit = THUNK_DEPTH;
    private volatile @Nullable ErrorCode stopCode;
    private volatile String stopMessage = "";
    private int depth;
    private int thunkDepth;

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

    /** Begins the evaluation of a thunk, which {@link #leaveThunk} must end, however it ends. */
    public void enterThunk() {
        if (++thunkDepth > thunkLimit) {
            CompilerDirectives.transferToInterpreter();
            thunkDepth--;
            refuse();
        }
    }

    public void leaveThunk() {
        thunkDepth--;
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
        thunkLimit = Integer.MIN_VALUE;
    }

    /** What to say of a read that was interrupted: why the evaluation was stopped, if it was. */
    public KwixException reasonFor(KwixException interruption) {
        ErrorCode stopped = stopCode;
        return stopped == null || interruption.getMessage().equals(stopMessage)
                ? interruption
                : new KwixException(stopped, stopMessage).withHint(interruption.getMessage());
    }

    /** Makes the evaluation usable again after {@link #stop}. */
    public void resume() {
        stopCode = null;
        limit = callDepth;
        thunkLimit = THUNK_DEPTH;
        depth = 0;
        thunkDepth = 0;
    }

    private void refuse() {
        ErrorCode stopped = stopCode;
        if (stopped != null) {
            throw new KwixException(stopped, stopMessage);
        }
        if (depth <= limit) {
            throw new KwixException(
                            ErrorCode.CALL_DEPTH,
                            "Values that need other values are nested more than " + THUNK_DEPTH + " deep.")
                    .withHint("This is usually a structure without an end.");
        }
        throw new KwixException(ErrorCode.CALL_DEPTH, "Calls are nested more than " + callDepth + " deep.")
                .withHint("This is usually a recursion without an end. If it is meant, raise the limit with"
                        + " --max-call-depth.");
    }
}
