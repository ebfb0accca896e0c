package kwix.language.node.literal;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import kwix.language.node.KwixNode;
import kwix.language.value.ListValue;
import org.jspecify.annotations.Nullable;

/** {@code [ a b ]}. */
public final class ListNode extends KwixNode {

    @Children
    private final KwixNode[] elements;

    public ListNode(KwixNode[] elements) {
        this.elements = elements;
    }

    @Override
    @ExplodeLoop
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        var values = new Object[elements.length];
        for (int i = 0; i < elements.length; i++) {
            values[i] = elements[i].suspend(environment);
        }
        return new ListValue(values);
    }
}
