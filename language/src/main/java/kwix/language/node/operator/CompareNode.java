package kwix.language.node.operator;

import com.oracle.truffle.api.frame.VirtualFrame;
import kwix.language.error.KwixException;
import kwix.language.node.KwixNode;
import kwix.language.value.Budget;
import kwix.language.value.Ordering;
import org.jspecify.annotations.Nullable;

/**
 * {@code < <= > >=}, all of them made of "less than", as the reference does: {@code a > b} is {@code b < a}, and {@code a <= b} is
 * {@code !(b < a)}. The operands are given, and run, in the order of that comparison.
 */
public final class CompareNode extends BinaryNode {

    private final boolean negated;
    private final Budget budget;

    public CompareNode(KwixNode lesser, KwixNode greater, boolean negated, Budget budget) {
        super(lesser, greater);
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
        if (a instanceof Long x && b instanceof Long y) {
            return x < y != negated;
        }
        meet(OTHERS);
        try {
            return Ordering.less(a, b, budget) != negated;
        } catch (KwixException failure) {
            throw failure.at(place());
        }
    }
}
