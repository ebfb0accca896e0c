package kwix.language.node.operator;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.node.KwixNode;

/** {@code /}. */
public final class DivideNode extends ArithmeticNode {

    public DivideNode(KwixNode left, KwixNode right) {
        super(left, right);
    }

    @Override
    protected long integers(long a, long b) {
        if (b == 0) {
            throw byZero(a);
        }
        if (a == Long.MIN_VALUE && b == -1) {
            throw overflow(a, b);
        }
        return a / b;
    }

    @TruffleBoundary
    private KwixException byZero(long a) {
        return failure(ErrorCode.DIVISION_BY_ZERO, "Division of " + a + " by zero.");
    }

    /** The divisor is looked at first, as in the reference: a string divided by zero is a division by zero. */
    @Override
    protected Object mixed(Object a, Object b, Object[] environment) {
        if (!(b instanceof Number divisor)) {
            throw wrongOperand("a number", right, b, environment);
        }
        if (number(divisor) == 0) {
            throw failure(ErrorCode.DIVISION_BY_ZERO, "Division by zero.");
        }
        return super.mixed(a, b, environment);
    }

    @Override
    protected double floats(double a, double b) {
        return a / b;
    }

    @Override
    protected String symbol() {
        return "/";
    }
}
