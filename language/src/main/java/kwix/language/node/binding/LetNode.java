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
    public int demandedSlot() {
        int demanded = body.demandedSlot();
        // One step for each binding at most: bindings that need each other have no end.
        for (int step = 0; step < slots.length && demanded >= 0; step++) {
            SlotNode binding = binding(demanded);
            if (binding == null) {
                return demanded;
            }
            demanded = binding.demandedSlot();
        }
        return demanded >= 0 && binding(demanded) == null ? demanded : -1;
    }

    private @Nullable SlotNode binding(int slot) {
        for (SlotNode binding : slots) {
            if (binding.slot() == slot) {
                return binding;
            }
        }
        return null;
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
