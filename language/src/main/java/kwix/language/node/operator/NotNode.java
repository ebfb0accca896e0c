package kwix.language.node.operator;

import com.oracle.truffle.api.frame.VirtualFrame;
import kwix.language.node.KwixNode;
import org.jspecify.annotations.Nullable;

/** {@code !a}. */
public final class NotNode extends KwixNode {

    @Child
    private KwixNode operand;

    public NotNode(KwixNode operand) {
        this.operand = operand;
    }

    @Override
    public int demandedSlot() {
        return operand.demandedSlot();
    }

    @Override
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        return !operand.executeBoolean(frame, environment);
    }

    @Override
    public boolean executeBoolean(@Nullable VirtualFrame frame, Object[] environment) {
        return !operand.executeBoolean(frame, environment);
    }
}
