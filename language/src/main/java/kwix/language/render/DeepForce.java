package kwix.language.render;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import kwix.language.error.KwixException;
import kwix.language.value.AttributeSet;
import kwix.language.value.Budget;
import kwix.language.value.ListValue;
import kwix.language.value.Thunk;

/** Evaluates a value and all that it holds, in the order in which it is printed. */
public final class DeepForce {

    private final ValuePath path;
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private DeepForce(Budget budget) {
        path = new ValuePath(budget);
    }

    /** The value, with nothing in it left to evaluate. A failure gets a frame that names the attribute. */
    public static Object force(Object value, Budget budget) {
        var walk = new DeepForce(budget);
        try {
            Object forced = Thunk.force(value);
            walk.elements(forced);
            return forced;
        } catch (KwixException failure) {
            throw walk.path.explain(failure);
        }
    }

    private void elements(Object value) {
        if (value instanceof AttributeSet set && !set.isEmpty() && seen.add(set)) {
            path.enter(set);
            for (int i = 0; i < set.size(); i++) {
                path.at(i);
                elements(set.force(i));
            }
            path.leave();
        } else if (value instanceof ListValue list && !list.isEmpty() && seen.add(list)) {
            path.enter(list);
            for (int i = 0; i < list.size(); i++) {
                path.at(i);
                elements(list.force(i));
            }
            path.leave();
        }
    }
}
