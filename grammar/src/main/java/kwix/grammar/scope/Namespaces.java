package kwix.grammar.scope;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code with}s around a place, innermost first. */
record Namespaces(Frame frame, int slot, @Nullable Namespaces outer) {

    Resolution seenFrom(Frame user) {
        if (user.namespaces != this || user.fromWith == null) {
            var slots = new ArrayList<Resolution.Local>();
            for (Namespaces with = this; with != null; with = with.outer) {
                slots.add(user.local(with.frame, with.slot));
            }
            user.fromWith = new Resolution.FromWith(List.copyOf(slots));
            user.namespaces = this;
        }
        return user.fromWith;
    }
}
