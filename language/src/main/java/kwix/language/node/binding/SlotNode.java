package kwix.language.node.binding;

import com.oracle.truffle.api.nodes.Node;
import kwix.language.node.KwixNode;

/** Fills a slot of the environment: a name of a recursive group, a {@code with}'s set, the source of an {@code inherit}. */
public final class SlotNode extends Node {

    private final int slot;

    @Child
    private KwixNode value;

    public SlotNode(int slot, KwixNode value) {
        this.slot = slot;
        this.value = value;
    }

    int slot() {
        return slot;
    }

    /** The variable that is evaluated first when this slot's is. */
    int demandedSlot() {
        return value.demandedSlot();
    }

    void fill(Object[] environment) {
        environment[slot] = value.suspend(environment);
    }
}
