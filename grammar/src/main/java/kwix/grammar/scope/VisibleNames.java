package kwix.grammar.scope;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lexically bound names at the place that the analysis has reached. */
final class VisibleNames {

    /** Where a name is bound, and what it hides. */
    record Bound(
            String name,
            Frame frame,
            int slot,
            Resolution.@Nullable Definition definition,
            @Nullable Bound hidden) {}

    private final Map<String, Bound> names = new HashMap<>();
    private int reserved;

    @Nullable
    Bound find(String name) {
        return names.get(name);
    }

    Set<String> all() {
        return names.keySet();
    }

    /** Whether any name that begins with {@code __} is bound, as those behind operators do. */
    boolean anyReserved() {
        return reserved > 0;
    }

    Bound bind(String name, Frame frame, int slot, Resolution.@Nullable Definition definition) {
        var bound = new Bound(name, frame, slot, definition, names.get(name));
        names.put(name, bound);
        if (name.startsWith("__")) {
            reserved++;
        }
        return bound;
    }

    void unbind(Bound bound) {
        if (bound.hidden == null) {
            names.remove(bound.name);
        } else {
            names.put(bound.name, bound.hidden);
        }
        if (bound.name.startsWith("__")) {
            reserved--;
        }
    }
}
