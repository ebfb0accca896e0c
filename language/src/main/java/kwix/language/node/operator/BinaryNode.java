package kwix.language.node.operator;

import kwix.language.error.KwixException;
import kwix.language.node.KwixNode;
import kwix.language.value.Expect;

/** An operator with two operands. */
public abstract class BinaryNode extends KwixNode {

    @Child
    protected KwixNode left;

    @Child
    protected KwixNode right;

    protected BinaryNode(KwixNode left, KwixNode right) {
        this.left = left;
        this.right = right;
    }

    /** The left operand runs first, but for operators that say otherwise. */
    @Override
    public int demandedSlot() {
        return left.demandedSlot();
    }

    /** An operand of the wrong type, blamed on the operand itself. */
    protected final KwixException wrongOperand(String expected, KwixNode operand, Object found, Object[] environment) {
        return operand.blamed(Expect.wrongType(expected, found), environment)
                .withRelated(place(), "needed by this operator");
    }
}
