package kwix.language.node.thunk;

import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.function.Supplier;
import kwix.language.error.Related;
import kwix.language.node.KwixNode;
import kwix.language.value.Budget;
import kwix.language.value.ListValue;
import org.jspecify.annotations.Nullable;

/** An expression in a place where it may not be needed. */
public final class SuspensionNode extends KwixNode {

    /** Its body is no child: under an engine it has a root of its own. */
    private final ThunkCode code;

    public SuspensionNode(KwixNode body, Budget budget) {
        this.code = new ThunkCode(body, budget);
    }

    /** @param body asked for once at most, when the value is first needed */
    public SuspensionNode(Supplier<KwixNode> body, Budget budget) {
        this.code = new ThunkCode(body, budget);
    }

    @Override
    public Object suspend(Object[] environment) {
        return new NodeThunk(code, environment);
    }

    @Override
    public Object demand(@Nullable VirtualFrame frame, Object[] environment) {
        Object value = code.body().execute(frame, environment);
        return value instanceof ListValue list ? list.hold() : value;
    }

    @Override
    public int demandedSlot() {
        return code.demandedSlot();
    }

    @Override
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        return code.body().execute(frame, environment);
    }

    @Override
    public @Nullable Related origin(Object[] environment) {
        return code.body().origin(environment);
    }
}
