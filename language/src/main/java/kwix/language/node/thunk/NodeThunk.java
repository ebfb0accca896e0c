package kwix.language.node.thunk;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.nodes.DirectCallNode;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.ListValue;
import kwix.language.value.Thunk;
import org.jspecify.annotations.Nullable;

/**
 * A suspended expression: its code and environment until it was evaluated.
 *
 * <p>Invariant: {@code code} is null while it runs and after success, which is how infinite recursion shows.
 */
public final class NodeThunk extends Thunk {

    private static final Object[] NOTHING = new Object[0];

    private @Nullable ThunkCode code;
    private Object[] environment;

    NodeThunk(ThunkCode code, Object[] environment) {
        this.code = code;
        this.environment = environment;
    }

    @Override
    protected Object evaluate() {
        return evaluate(null);
    }

    @Nullable
    Object valueIfAny() {
        return value;
    }

    @Nullable
    ThunkCode code() {
        return code;
    }

    /** @param known a call of the body; null when it is to be called in the usual way */
    Object evaluate(@Nullable DirectCallNode known) {
        ThunkCode running = code;
        if (running == null) {
            throw endless();
        }
        Object[] captured = environment;
        running.budget().enterThunk();
        code = null;
        environment = NOTHING;
        Object result;
        try {
            result = known == null ? running.body().execute(null, captured) : known.call((Object) captured);
        } catch (KwixException failure) {
            running.budget().leaveThunk();
            fail(failure, running, captured);
            throw failure;
        } catch (Throwable interruption) {
            running.budget().leaveThunk();
            code = running;
            environment = captured;
            throw interruption;
        }
        running.budget().leaveThunk();
        if (result instanceof ListValue list) {
            result = list.hold();
        }
        value = result;
        return result;
    }

    @TruffleBoundary
    private KwixException endless() {
        return new KwixException(
                        ErrorCode.INFINITE_RECURSION,
                        "This value cannot be evaluated without itself: infinite recursion encountered.")
                .withCycle(this);
    }

    @TruffleBoundary
    private void fail(KwixException failure, ThunkCode running, Object[] captured) {
        Object needed = failure.needed();
        if (needed != null) {
            failure.leaveThunk(this, running.body().place(), running.body().bindingWithin(captured, needed));
        }
        if (failure.code().lasting()) {
            code = new ThunkCode(new FailedNode(failure), running.budget());
        } else {
            code = running;
            environment = captured;
        }
    }
}
