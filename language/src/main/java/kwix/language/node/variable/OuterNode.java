package kwix.language.node.variable;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import kwix.grammar.scope.Resolution.Definition;
import kwix.language.value.Thunk;
import org.jspecify.annotations.Nullable;

/** A variable of an enclosing function. */
public final class OuterNode extends VariableNode {

    private final int depth;
    private final int slot;

    /** @param depth how many functions outwards, at least 1 */
    public OuterNode(int depth, int slot, @Nullable Definition definition) {
        super(definition);
        this.depth = depth;
        this.slot = slot;
    }

    @Override
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        Object[] owner = owner(environment);
        Object value = owner[slot];
        if (value instanceof Thunk thunk) {
            value = force(thunk, frame);
            if (thunk.isReplaceable()) {
                owner[slot] = value;
            }
        }
        return value;
    }

    @Override
    public Object suspend(Object[] environment) {
        return owner(environment)[slot];
    }

    @ExplodeLoop
    private Object[] owner(Object[] environment) {
        Object[] owner = environment;
        for (int i = 0; i < depth; i++) {
            owner = (Object[]) owner[0];
        }
        return owner;
    }
}
