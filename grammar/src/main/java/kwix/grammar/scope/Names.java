package kwix.grammar.scope;

import org.jspecify.annotations.Nullable;

/** What names mean at the place that a walk has reached. */
interface Names {

    /** Where a name is bound, and what it hides. */
    record Bound(
            String name,
            Frame frame,
            int slot,
            Resolution.@Nullable Definition definition,
            @Nullable Bound hidden) {}

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
