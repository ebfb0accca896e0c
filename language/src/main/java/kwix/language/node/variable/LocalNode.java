package kwix.language.node.variable;

import com.oracle.truffle.api.frame.VirtualFrame;
import kwix.grammar.scope.Resolution.Definition;
import kwix.language.value.Thunk;
import org.jspecify.annotations.Nullable;

/** A variable of the function itself. */
public final class LocalNode extends VariableNode {

    private final int slot;

    public LocalNode(int slot, @Nullable Definition definition) {
        super(definition);
        this.slot = slot;
    }

    @Override
    public int demandedSlot() {
        return slot;
    }

    @Override
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        Object value = environment[slot];
        if (value instanceof Thunk thunk) {
            value = force(thunk, frame);
            if (thunk.isReplaceable()) {
                environment[slot] = value;
            }
        }
        return value;
    }

    @Override
    public Object suspend(Object[] environment) {
        return environment[slot];
    }
}
