package kwix.language.node.select;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import kwix.language.node.KwixNode;
import kwix.language.value.AttributeSet;
import org.jspecify.annotations.Nullable;

/** {@code subject ? a.b}; the last attribute's value is not needed for that. */
public final class HasAttributeNode extends KwixNode {

    @Child
    private KwixNode subject;

    @Children
    private final Attribute[] path;

    public HasAttributeNode(KwixNode subject, Attribute[] path) {
        this.subject = subject;
        this.path = path;
    }

    @Override
    public int demandedSlot() {
        return subject.demandedSlot();
    }

    @Override
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        return executeBoolean(frame, environment);
    }

    @Override
    @ExplodeLoop
    public boolean executeBoolean(@Nullable VirtualFrame frame, Object[] environment) {
        Object value = subject.execute(frame, environment);
        for (int i = 0; i < path.length; i++) {
            String name = path[i].name(frame, environment);
            if (!(value instanceof AttributeSet set)) {
                return false;
            }
            if (i == path.length - 1) {
                return path[i].isIn(set, name);
            }
            Object inner = path[i].forcedIn(set, name);
            if (inner == null) {
                return false;
            }
            value = inner;
        }
        return true;
    }
}
