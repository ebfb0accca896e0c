package kwix.language.node.operator;

import kwix.language.node.KwixNode;

/** {@code -}. */
public final class SubtractNode extends ArithmeticNode {

    public SubtractNode(KwixNode left, KwixNode right) {
        super(left, right);
    }

    @Override
    protected long integers(long a, long b) {
        long result = a - b;
        if (((a ^ b) & (a ^ result)) < 0) {
            throw overflow(a, b);
        }
        return result;
    }

    @Override
    protected double floats(double a, double b) {
        return a - b;
    }

    @Override
    protected String symbol() {
        return "-";
    }
}
