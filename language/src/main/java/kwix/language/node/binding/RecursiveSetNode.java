package kwix.language.node.binding;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import kwix.language.error.KwixException;
import kwix.language.error.Place;
import kwix.language.node.KwixNode;
import kwix.language.value.AttributeSet;
import kwix.language.value.Expect;
import kwix.language.value.NameTable;
import org.jspecify.annotations.Nullable;

/** {@code rec { … }} without computed names: the values see each other through slots of the environment. */
public final class RecursiveSetNode extends KwixNode {

    private static final String OVERRIDES = "__overrides";

    private final NameTable names;
    private final Place[] places;
    private final int[] nameSlots;
    private final int overrides;

    @Children
    private final SlotNode[] slots;

    /**
     * @param nameSlots the slot of each name, in the order of the names
     * @param slots fills these, and those of the sources
     */
    public RecursiveSetNode(NameTable names, Place[] places, int[] nameSlots, SlotNode[] slots) {
        this.names = names;
        this.places = places;
        this.nameSlots = nameSlots;
        this.slots = slots;
        this.overrides = names.indexOf(OVERRIDES);
    }

    @Override
    @ExplodeLoop
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        for (SlotNode slot : slots) {
            slot.fill(environment);
        }
        var values = new Object[nameSlots.length];
        for (int i = 0; i < nameSlots.length; i++) {
            values[i] = environment[nameSlots[i]];
        }
        var set = new AttributeSet(names, values, places);
        return overrides < 0 ? set : overridden(set, environment);
    }

    /** The legacy attribute {@code __overrides}: its attributes replace those of the set, also for the other values. */
    private AttributeSet overridden(AttributeSet set, Object[] environment) {
        Object value = set.force(overrides);
        AttributeSet replacements;
        try {
            replacements = Expect.set(value);
        } catch (KwixException failure) {
            throw failure.at(places[overrides]);
        }
        for (int i = 0; i < replacements.size(); i++) {
            int index = names.indexOf(replacements.name(i));
            if (index >= 0) {
                environment[nameSlots[index]] = replacements.value(i);
            }
        }
        return set.update(replacements);
    }
}
