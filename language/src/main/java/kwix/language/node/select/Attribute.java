package kwix.language.node.select;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import kwix.language.error.KwixException;
import kwix.language.node.KwixNode;
import kwix.language.value.AttributeSet;
import kwix.language.value.Expect;
import kwix.language.value.NameTable;
import org.jspecify.annotations.Nullable;

/**
 * One name of an attribute path, written or computed, and the lookup by it. A written name remembers where it stood in the sets of the
 * last shape, which is nearly always the shape of the next.
 */
public final class Attribute extends Node {

    private final @Nullable String name;

    @Child
    private @Nullable KwixNode computed;

    private NameTable lastShape = NameTable.EMPTY;
    private int lastIndex = -1;

    private Attribute(@Nullable String name, @Nullable KwixNode computed) {
        this.name = name;
        this.computed = computed;
    }

    public static Attribute written(String name) {
        return new Attribute(name, null);
    }

    public static Attribute computed(KwixNode node) {
        return new Attribute(null, node);
    }

    boolean isWritten() {
        return name != null;
    }

    /** The name, computed anew when it is not a written one. */
    String name(@Nullable VirtualFrame frame, Object[] environment) {
        if (name != null) {
            return name;
        }
        KwixNode node = java.util.Objects.requireNonNull(computed);
        Object value = node.execute(frame, environment);
        try {
            return Expect.plainString(value);
        } catch (KwixException failure) {
            throw failure.at(node.place());
        }
    }

    /** The value of the attribute of a name that {@link #name} gave, in weak head normal form; null when there is none. */
    @Nullable
    Object forcedIn(AttributeSet set, String wanted) {
        if (name == null || set.isLayered()) {
            return set.forced(wanted);
        }
        int index = indexIn(set);
        return index < 0 ? null : set.force(index);
    }

    boolean isIn(AttributeSet set, String wanted) {
        return name == null || set.isLayered() ? set.has(wanted) : indexIn(set) >= 0;
    }

    private int indexIn(AttributeSet set) {
        NameTable shape = set.names();
        if (shape != lastShape) {
            lastIndex = shape.indexOf(java.util.Objects.requireNonNull(name));
            lastShape = shape;
        }
        return lastIndex;
    }
}
