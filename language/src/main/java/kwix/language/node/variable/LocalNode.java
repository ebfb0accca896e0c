package kwix.language.node.variable;

import com.oracle.truffle.api.frame.VirtualFrame;
import kwix.language.node.KwixNode;
import kwix.language.value.Thunk;
import org.jspecify.annotations.Nullable;

/** A variable of the function itself. */
public final class LocalNode extends KwixNode {

    private final int slot;

    public LocalNode(int slot) {
        this.slot = slot;
    }

    @Override
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        Object value = environment[slot];
        if (value instanceof Thunk thunk) {
            value = thunk.force();
            environment[slot] = value;
        }
        return value;
    }

    @Override
    public Object suspend(Object[] environment) {
        return environment[slot];
    }
}
