package kwix.language.node.operator;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import kwix.language.error.KwixException;
import kwix.language.node.KwixNode;
import kwix.language.value.Budget;
import kwix.language.value.Describe;
import kwix.language.value.Equality;
import org.jspecify.annotations.Nullable;

/** {@code ==} and {@code !=}. */
public final class EqualNode extends BinaryNode {

    private final boolean negated;
    private final Budget budget;

    public EqualNode(KwixNode left, KwixNode right, boolean negated, Budget budget) {
        super(left, right);
        this.negated = negated;
        this.budget = budget;
    }

    @Override
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        return executeBoolean(frame, environment);
    }

    @Override
    public boolean executeBoolean(@Nullable VirtualFrame frame, Object[] environment) {
        Object a = left.execute(frame, environment);
        Object b = right.execute(frame, environment);
        if (a instanceof String x && b instanceof String y) {
            return x.equals(y) != negated;
        }
        try {
            return Equality.equal(a, b, budget) != negated;
        } catch (KwixException failure) {
            throw failure.at(place());
        }
    }

    /** For an assertion that failed: what the two sides were. */
    @TruffleBoundary
    public String explain(Object[] environment) {
        Object a = left.execute(null, environment);
        Object b = right.execute(null, environment);
        return negated ? "Both sides are " + Describe.value(a) + "." : Difference.explain(a, b, budget);
    }
}
