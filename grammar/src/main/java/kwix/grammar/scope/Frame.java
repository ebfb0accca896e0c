package kwix.grammar.scope;

/** A function's environment while it is laid out. */
final class Frame {

    final int depth;
    private int size = 1;

    Frame(int depth) {
        this.depth = depth;
    }

    int allocate() {
        return size++;
    }

    int size() {
        return size;
    }

    Resolution.Local local(VisibleNames.Bound bound) {
        return new Resolution.Local(depth - bound.frame().depth, bound.slot(), bound.definition());
    }

    /** A slot without a name. */
    Resolution.Local unnamed(Frame owner, int slot) {
        return new Resolution.Local(depth - owner.depth, slot, null);
    }
}
