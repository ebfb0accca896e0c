package kwix.language.node.operator;

import com.oracle.truffle.api.frame.VirtualFrame;
import kwix.language.node.KwixNode;
import kwix.language.value.AttributeSet;
import kwix.language.value.Update;
import org.jspecify.annotations.Nullable;

/** {@code a // b}. The right operand runs first, as in the reference. */
public final class UpdateNode extends BinaryNode {

    /** Where shapes change more often than this, they are mostly new each time. */
    private static final int MOST_CHANGES = 8;

    private int changes;

    /** How the last two sets were put together: the next ones mostly have the same shapes. */
    private @Nullable Update last;

    public UpdateNode(KwixNode left, KwixNode right) {
        super(left, right);
    }

    @Override
    public int demandedSlot() {
        return right.demandedSlot();
    }

    @Override
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        AttributeSet updates = set(right, frame, environment);
        AttributeSet base = set(left, frame, environment);
        Update known = last;
        return known != null && known.fits(base, updates) ? known.apply(base, updates) : update(base, updates);
    }

    private AttributeSet update(AttributeSet base, AttributeSet updates) {
        Update made = changes > MOST_CHANGES ? null : base.updateBy(updates);
        if (made == null) {
            return base.update(updates);
        }
        changes++;
        last = made;
        return made.apply(base, updates);
    }

    private AttributeSet set(KwixNode operand, @Nullable VirtualFrame frame, Object[] environment) {
        Object value = operand.execute(frame, environment);
        if (value instanceof AttributeSet set) {
            return set;
        }
        throw wrongOperand("a set", operand, value, environment);
    }
}
