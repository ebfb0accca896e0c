package kwix.language.node.operator;

import com.oracle.truffle.api.frame.VirtualFrame;
import kwix.language.node.KwixNode;
import org.jspecify.annotations.Nullable;

/** {@code &&}. */
public final class AndNode extends BinaryNode {

    public AndNode(KwixNode left, KwixNode right) {
        super(left, right);
    }

    @Override
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        return executeBoolean(frame, environment);
    }

    @Override
    public boolean executeBoolean(@Nullable VirtualFrame frame, Object[] environment) {
        return left.executeBoolean(frame, environment) && right.executeBoolean(frame, environment);
    }
}
