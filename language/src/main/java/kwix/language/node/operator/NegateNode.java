package kwix.language.node.operator;

import com.oracle.truffle.api.frame.VirtualFrame;
import kwix.language.error.ErrorCode;
import kwix.language.node.KwixNode;
import kwix.language.value.Expect;
import org.jspecify.annotations.Nullable;

/** {@code -a}, which is {@code 0 - a}. */
public final class NegateNode extends KwixNode {

    @Child
    private KwixNode operand;

    public NegateNode(KwixNode operand) {
        this.operand = operand;
    }

    @Override
    public int demandedSlot() {
        return operand.demandedSlot();
    }

    @Override
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        Object value = operand.execute(frame, environment);
        if (value instanceof Long number) {
            if (number == Long.MIN_VALUE) {
                throw failure(
                        ErrorCode.INTEGER_OVERFLOW,
                        "Integer overflow: 0 - " + Long.MIN_VALUE + " does not fit into 64 bits.");
            }
            return -number;
        }
        if (value instanceof Double number) {
            return 0 - number;
        }
        throw operand.blamed(Expect.wrongType("an integer", value), environment);
    }
}
