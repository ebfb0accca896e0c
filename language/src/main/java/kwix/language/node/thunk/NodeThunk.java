package kwix.language.node.thunk;

import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.node.KwixNode;
import kwix.language.value.Thunk;
import org.jspecify.annotations.Nullable;

/**
 * A suspended expression: its node and environment until it was evaluated.
 *
 * <p>Invariant: {@code node} is null while it runs and after success, which is how infinite recursion shows.
 */
public final class NodeThunk extends Thunk {

    private static final Object[] NOTHING = new Object[0];

    private @Nullable KwixNode node;
    private Object[] environment;

    public NodeThunk(KwixNode node, Object[] environment) {
        this.node = node;
        this.environment = environment;
    }

    @Override
    protected Object evaluate() {
        KwixNode running = node;
        if (running == null) {
            throw new KwixException(
                            ErrorCode.INFINITE_RECURSION,
                            "Infinite recursion: to evaluate this value, the value itself is needed.")
                    .withCycle(this);
        }
        Object[] captured = environment;
        node = null;
        environment = NOTHING;
        Object result;
        try {
            result = running.execute(null, captured);
        } catch (KwixException failure) {
            fail(failure, running, captured);
            throw failure;
        } catch (Throwable interruption) {
            node = running;
            environment = captured;
            throw interruption;
        }
        value = result;
        return result;
    }

    private void fail(KwixException failure, KwixNode running, Object[] captured) {
        failure.leaveThunk(this, running.place());
        if (failure.code().lasting()) {
            node = new FailedNode(failure);
        } else {
            node = running;
            environment = captured;
        }
    }
}
