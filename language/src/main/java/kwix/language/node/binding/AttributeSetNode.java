package kwix.language.node.binding;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import kwix.language.error.Place;
import kwix.language.node.KwixNode;
import kwix.language.value.AttributeSet;
import kwix.language.value.NameTable;
import org.jspecify.annotations.Nullable;

/** {@code { a = …; inherit (source) b; }} without computed names. All sets that it makes share names and places. */
public final class AttributeSetNode extends KwixNode {

    private final NameTable names;
    private final Place[] places;

    @Children
    private final KwixNode[] values;

    @Children
    private final SlotNode[] sources;

    /** @param values in the order of the names */
    public AttributeSetNode(NameTable names, Place[] places, KwixNode[] values, SlotNode[] sources) {
        this.names = names;
        this.places = places;
        this.values = values;
        this.sources = sources;
    }

    @Override
    @ExplodeLoop
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        for (SlotNode source : sources) {
            source.fill(environment);
        }
        var suspended = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            suspended[i] = values[i].suspend(environment);
        }
        return new AttributeSet(names, suspended, places);
    }
}
