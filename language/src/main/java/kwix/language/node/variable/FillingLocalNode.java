package kwix.language.node.variable;

import com.oracle.truffle.api.frame.VirtualFrame;
import kwix.language.node.KwixNode;
import kwix.language.node.thunk.SuspensionNode;
import kwix.language.value.Thunk;
import org.jspecify.annotations.Nullable;

/** A variable of the function itself, named where slots are being filled: what its slot holds when that is evaluated, else later what it holds then. */
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
        // One thunk for two names would be simpler, but an infinite recursion could not tell which names it went
        // through.
        return filled == null || Thunk.known(filled) == null ? later.suspend(environment) : filled;
    }
}
