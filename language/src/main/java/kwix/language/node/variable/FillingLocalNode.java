package kwix.language.node.variable;

import com.oracle.truffle.api.frame.VirtualFrame;
import kwix.language.node.KwixNode;
import kwix.language.node.thunk.SuspensionNode;
import org.jspecify.annotations.Nullable;

/** A variable of the function itself, named where slots are being filled: what its slot holds, or later what it will hold. */
public final class FillingLocalNode extends KwixNode {

    private final int slot;

    @Child
    private SuspensionNode later;

    /** @param later a suspension of the variable */
    public FillingLocalNode(int slot, SuspensionNode later) {
        this.slot = slot;
        this.later = later;
    }

    /** For where the slot may be filled with something else once more. */
    public SuspensionNode later() {
        return later;
    }

    @Override
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        return later.execute(frame, environment);
    }

    @Override
    public Object suspend(Object[] environment) {
        Object filled = environment[slot];
        // One thunk for two names: printing shows which lists and sets are the same one.
        return filled == null ? later.suspend(environment) : filled;
    }
}
