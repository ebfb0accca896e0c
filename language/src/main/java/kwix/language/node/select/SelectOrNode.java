package kwix.language.node.select;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import kwix.language.node.KwixNode;
import kwix.language.value.AttributeSet;
import org.jspecify.annotations.Nullable;

/** {@code subject.a.b or fallback}: the fallback counts when any name is missing or looked up in something that is no set. */
public final class SelectOrNode extends KwixNode {

    @Child
    private KwixNode subject;

    @Children
    private final Attribute[] path;

    @Child
    private KwixNode fallback;

    public SelectOrNode(KwixNode subject, Attribute[] path, KwixNode fallback) {
        this.subject = subject;
        this.path = path;
        this.fallback = fallback;
    }

    @Override
    public int demandedSlot() {
        return subject.demandedSlot();
    }

    @Override
    @ExplodeLoop
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        Object value = subject.execute(frame, environment);
        for (Attribute attribute : path) {
            String name = attribute.name(frame, environment);
            if (!(value instanceof AttributeSet set)) {
                return fallback.execute(frame, environment);
            }
            Object inner = attribute.forcedIn(set, name);
            if (inner == null) {
                return fallback.execute(frame, environment);
            }
            value = inner;
        }
        return value;
    }
}
