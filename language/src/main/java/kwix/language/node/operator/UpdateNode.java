package kwix.language.node.operator;

import com.oracle.truffle.api.frame.VirtualFrame;
import kwix.language.node.KwixNode;
import kwix.language.value.AttributeSet;
import org.jspecify.annotations.Nullable;

/** {@code a // b}. The right operand runs first, as in the reference. */
public final class UpdateNode extends BinaryNode {

    public UpdateNode(KwixNode left, KwixNode right) {
        super(left, right);
    }

    @Override
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        AttributeSet updates = set(right, frame, environment);
        return set(left, frame, environment).update(updates);
    }

    private AttributeSet set(KwixNode operand, @Nullable VirtualFrame frame, Object[] environment) {
        Object value = operand.execute(frame, environment);
        if (value instanceof AttributeSet set) {
            return set;
        }
        throw wrongOperand("a set", operand, value, environment);
    }
}
