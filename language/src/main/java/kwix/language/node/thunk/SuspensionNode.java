package kwix.language.node.thunk;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.DirectCallNode;
import java.util.function.Supplier;
import kwix.language.error.Related;
import kwix.language.node.KwixNode;
import kwix.language.value.Budget;
import kwix.language.value.ListValue;
import org.jspecify.annotations.Nullable;

/** An expression in a place where it may not be needed. */
public class SuspensionNode extends KwixNode {

    /** Its body is no child: under an engine it has a root of its own. */
    private final ThunkCode code;

    /** Under an engine, where the value was demanded at once: the compiler may put the body here. */
    @Child
    private @Nullable DirectCallNode direct;

    public SuspensionNode(KwixNode body, Budget budget) {
        this.code = new ThunkCode(body, budget);
    }

    /** @param body asked for once at most, when the value is first needed */
    public SuspensionNode(Supplier<KwixNode> body, Budget budget) {
        this.code = new ThunkCode(body, budget);
    }

    @Override
    public Object suspend(Object[] environment) {
        return suspended(environment);
    }

    final NodeThunk suspended(Object[] environment) {
        return new NodeThunk(code, environment);
    }

    @Override
    public Object demand(@Nullable VirtualFrame frame, Object[] environment) {
        Object value = execute(frame, environment);
        return value instanceof ListValue list ? list.hold() : value;
    }

    @Override
    public int demandedSlot() {
        return code.demandedSlot();
    }

    @Override
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        return frame == null ? code.body().execute(null, environment) : direct().call((Object) environment);
    }

    private DirectCallNode direct() {
        DirectCallNode known = direct;
        if (known == null) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            known = insert(((RootedNode) code.body()).directCall());
            direct = known;
        }
        return known;
    }

    @Override
    public @Nullable Related origin(Object[] environment) {
        return code.body().origin(environment);
    }
}
