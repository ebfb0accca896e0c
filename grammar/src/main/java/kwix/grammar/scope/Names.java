package kwix.grammar.scope;

import org.jspecify.annotations.Nullable;

/** What names mean at the place that a walk has reached. */
interface Names {

    /** Where a name is bound, and what it hides. */
    final class Bound {
        private final String name;
        private final Frame frame;
        private final int slot;
        private final Resolution.@Nullable Definition definition;
        private final @Nullable Bound hidden;
        private Resolution.@Nullable Local lastSeen;

        Bound(String name, Frame frame, int slot, Resolution.@Nullable Definition definition, @Nullable Bound hidden) {
            this.name = name;
            this.frame = frame;
            this.slot = slot;
            this.definition = definition;
            this.hidden = hidden;
        }

        String name() {
            return name;
        }

        int slot() {
            return slot;
        }

        @Nullable
        Bound hidden() {
            return hidden;
        }

        /** What it is for a function that lies so deep. Neighbours share the object. */
        Resolution.Local seenFrom(int depth) {
            int functions = depth - frame.depth;
            Resolution.Local seen = lastSeen;
            if (seen == null || seen.depth() != functions) {
                seen = new Resolution.Local(functions, slot, definition);
                lastSeen = seen;
            }
            return seen;
        }
    }

    /** The name has this slot from now on. */
    Bound bind(String name, Frame frame, int slot, Resolution.@Nullable Definition definition);

    void unbind(Bound bound);

    /**
     * @param variable the index of the variable
     * @param frame where it stands
     * @param namespaces of the {@code with}s around it
     */
    Resolution resolve(int variable, String name, int start, int end, Frame frame, @Nullable Namespaces namespaces);

    /** The program's own meaning of a name that stands behind an operator. */
    @Nullable
    Resolution own(String name, Frame frame);
}
