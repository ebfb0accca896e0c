package kwix.language.node.operator;

import com.oracle.truffle.api.frame.VirtualFrame;
import kwix.language.node.KwixNode;
import kwix.language.value.ListValue;
import org.jspecify.annotations.Nullable;

/** {@code a ++ b}. Both operands run before either is found to be no list. */
public final class ConcatenateNode extends BinaryNode {

    public ConcatenateNode(KwixNode left, KwixNode right) {
        super(left, right);
    }

    @Override
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        Object a = left.execute(frame, environment);
        Object b = right.execute(frame, environment);
        return list(left, a, environment).concatenate(list(right, b, environment));
    }

    private ListValue list(KwixNode operand, Object value, Object[] environment) {
        if (value instanceof ListValue list) {
            return list;
        }
        throw wrongOperand("a list", operand, value, environment);
    }
}
