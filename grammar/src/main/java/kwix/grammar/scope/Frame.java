package kwix.grammar.scope;

import org.jspecify.annotations.Nullable;

/** A function's environment while it is laid out. */
final class Frame {

    final int depth;
    private int size = 1;

    /** The last list of namespaces made for this function, and the {@code with} it was made for. */
    @Nullable
    Namespaces namespaces;

    @Nullable
    Resolution fromWith;

    Frame(int depth) {
        this.depth = depth;
    }

    int allocate() {
        return size++;
    }

    int size() {
        return size;
    }

    Resolution.Local local(Frame owner, int slot) {
        return new Resolution.Local(depth - owner.depth, slot);
    }
}
