package kwix.grammar.scope;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A function's environment while it is laid out. */
final class Frame {

    final int depth;
    private final @Nullable Frame outer;
    private int size = 1;

    /** By slot; kept only where meanings are recalled. */
    private Resolution.@Nullable Definition[] definitions = {};

    Frame(@Nullable Frame outer) {
        this.outer = outer;
        depth = outer == null ? 0 : outer.depth + 1;
    }

    int allocate() {
        return size++;
    }

    int size() {
        return size;
    }

    /** The next slot is this one, whatever was laid out after it. */
    void resume(int next) {
        size = next;
    }

    Resolution.Local local(Names.Bound bound) {
        return bound.seenFrom(depth);
    }

    /** A slot without a name. */
    Resolution.Local unnamed(Frame owner, int slot) {
        return new Resolution.Local(depth - owner.depth, slot, null);
    }

    void define(int slot, Resolution.@Nullable Definition definition) {
        if (slot >= definitions.length) {
            definitions = Arrays.copyOf(definitions, Math.max(slot + 1, definitions.length * 2));
        }
        definitions[slot] = definition;
    }

    /** The slot of the frame that lies some functions outwards, as {@link #define} was told of it. */
    Resolution.Local defined(int functions, int slot) {
        Frame frame = this;
        for (int i = 0; i < functions && frame.outer != null; i++) {
            frame = frame.outer;
        }
        return new Resolution.Local(functions, slot, frame.definitions[slot]);
    }
}
