package kwix.language.node.operator;

import kwix.language.node.KwixNode;

/** {@code *}. */
public final class MultiplyNode extends ArithmeticNode {

    public MultiplyNode(KwixNode left, KwixNode right) {
        super(left, right);
    }

    @Override
    protected long integers(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        if (high != low >> 63) {
            throw overflow(a, b);
        }
        return low;
    }

    @Override
    protected double floats(double a, double b) {
        return a * b;
    }

    @Override
    protected String symbol() {
        return "*";
    }
}
