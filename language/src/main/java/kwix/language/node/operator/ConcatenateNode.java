package kwix.language.node.operator;

import com.oracle.truffle.api.frame.VirtualFrame;
import kwix.language.node.KwixNode;
import kwix.language.value.ListValue;
import org.jspecify.annotations.Nullable;

/** {@code a ++ b}. */
public final class ConcatenateNode extends BinaryNode {

    public ConcatenateNode(KwixNode left, KwixNode right) {
        super(left, right);
    }

    @Override
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        return list(left, frame, environment).concatenate(list(right, frame, environment));
    }

    private ListValue list(KwixNode operand, @Nullable VirtualFrame frame, Object[] environment) {
        Object value = operand.execute(frame, environment);
        if (value instanceof ListValue list) {
            return list;
        }
        throw wrongOperand("a list", operand, value);
    }
}
