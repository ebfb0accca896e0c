package kwix.language.node.control;

import com.oracle.truffle.api.frame.VirtualFrame;
import kwix.language.node.KwixNode;
import org.jspecify.annotations.Nullable;

/** {@code if condition then a else b}. */
public final class IfNode extends KwixNode {

    @Child
    private KwixNode condition;

    @Child
    private KwixNode then;

    @Child
    private KwixNode otherwise;

    public IfNode(KwixNode condition, KwixNode then, KwixNode otherwise) {
        this.condition = condition;
        this.then = then;
        this.otherwise = otherwise;
    }

    @Override
    public int demandedSlot() {
        return condition.demandedSlot();
    }

    @Override
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        return condition.executeBoolean(frame, environment)
                ? then.execute(frame, environment)
                : otherwise.execute(frame, environment);
    }
}
