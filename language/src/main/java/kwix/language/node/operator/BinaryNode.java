package kwix.language.node.operator;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import kwix.language.error.KwixException;
import kwix.language.node.KwixNode;
import kwix.language.value.Expect;

/** An operator with two operands. */
public abstract class BinaryNode extends KwixNode {

    /** For {@link #meet}. */
    protected static final int OTHERS = 1;

    @Child
    protected KwixNode left;

    @Child
    protected KwixNode right;

    /** Which kinds of operands there were besides two integers, a bit for each. */
    @CompilationFinal
    private byte met;

    protected BinaryNode(KwixNode left, KwixNode right) {
        this.left = left;
        this.right = right;
    }

    /** The left operand runs first, but for operators that say otherwise. */
    @Override
    public int demandedSlot() {
        return left.demandedSlot();
    }

    /** Keeps operands of a kind out of compiled code where there were none. */
    protected final void meet(int kind) {
        if ((met & kind) == 0) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            met |= (byte) kind;
        }
    }

    /** Of a float or an integer; a call of {@code doubleValue} would make compiled code keep the objects. */
    protected static double number(Number value) {
        return value instanceof Double fraction ? fraction : (double) (long) (Long) value;
    }

    /** An operand of the wrong type, blamed on the operand itself. */
    @TruffleBoundary
    protected final KwixException wrongOperand(String expected, KwixNode operand, Object found, Object[] environment) {
        return operand.blamed(Expect.wrongType(expected, found), environment)
                .withRelated(place(), "needed by this operator");
    }
}
