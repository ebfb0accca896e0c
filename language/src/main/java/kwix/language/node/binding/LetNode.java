package kwix.language.node.binding;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import kwix.language.node.KwixNode;
import org.jspecify.annotations.Nullable;

/** {@code let … in body}, and {@code with}: fills slots, then runs the body. */
public final class LetNode extends KwixNode {

    @Children
    private final SlotNode[] slots;

    @Child
    private KwixNode body;

    public LetNode(SlotNode[] slots, KwixNode body) {
        this.slots = slots;
        this.body = body;
    }

    @Override
    @ExplodeLoop
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        for (SlotNode slot : slots) {
            slot.fill(environment);
        }
        return body.execute(frame, environment);
    }
}
