package kwix.language.node.thunk;

import com.oracle.truffle.api.frame.VirtualFrame;
import kwix.language.error.KwixException;
import kwix.language.node.KwixNode;
import org.jspecify.annotations.Nullable;

/** What a thunk runs after it failed: the same failure again, with the trace that it had when it left the thunk. */
final class FailedNode extends KwixNode {

    private final KwixException failure;
    private final int frames;

    FailedNode(KwixException failure) {
        this.failure = failure;
        this.frames = failure.trace().size();
    }

    @Override
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        throw failure.again(frames);
    }
}
