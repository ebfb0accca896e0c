package kwix.language.node.operator;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.node.KwixNode;
import org.jspecify.annotations.Nullable;

/** {@code - * /}: integers of 64 bits without silent overflow, and floats as soon as one operand is one. */
public abstract class ArithmeticNode extends BinaryNode {

    protected ArithmeticNode(KwixNode left, KwixNode right) {
        super(left, right);
    }

    protected abstract long integers(long a, long b);

    protected abstract double floats(double a, double b);

    protected abstract String symbol();

    @Override
    public final Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        Object a = left.execute(frame, environment);
        Object b = right.execute(frame, environment);
        if (a instanceof Long x && b instanceof Long y) {
            return integers(x, y);
        }
        meet(OTHERS);
        return mixed(a, b, environment);
    }

    /** At least one operand is no integer. */
    protected Object mixed(Object a, Object b, Object[] environment) {
        if (!(a instanceof Number x)) {
            throw wrongOperand(b instanceof Double ? "a float" : "an integer", left, a, environment);
        }
        if (!(b instanceof Number y)) {
            throw wrongOperand(a instanceof Double ? "a float" : "an integer", right, b, environment);
        }
        return floats(number(x), number(y));
    }

    @TruffleBoundary
    protected final KwixException overflow(long a, long b) {
        return failure(
                ErrorCode.INTEGER_OVERFLOW,
                "Integer overflow: " + a + " " + symbol() + " " + b + " does not fit into 64 bits.");
    }
}
