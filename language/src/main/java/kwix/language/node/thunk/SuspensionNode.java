package kwix.language.node.thunk;

import com.oracle.truffle.api.frame.VirtualFrame;
import kwix.language.node.KwixNode;
import org.jspecify.annotations.Nullable;

/** An expression in a place where it may not be needed. */
public final class SuspensionNode extends KwixNode {

    /** Not a child: under an engine it has a root of its own. */
    private final KwixNode body;

    public SuspensionNode(KwixNode body) {
        this.body = body;
    }

    @Override
    public Object suspend(Object[] environment) {
        return new NodeThunk(body, environment);
    }

    @Override
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        return body.execute(frame, environment);
    }
}
