package kwix.language.node.literal;

import com.oracle.truffle.api.frame.VirtualFrame;
import kwix.language.node.KwixNode;
import org.jspecify.annotations.Nullable;

/** A value that is known before anything runs. */
public final class ConstantNode extends KwixNode {

    private final Object value;

    /** @param value in weak head normal form */
    public ConstantNode(Object value) {
        this.value = value;
    }

    public Object value() {
        return value;
    }

    @Override
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        return value;
    }
}
