package kwix.language.node.variable;

import com.oracle.truffle.api.frame.VirtualFrame;
import kwix.language.node.KwixNode;
import kwix.language.value.Thunk;
import org.jspecify.annotations.Nullable;

/** A global name. Its value is made when it is first used: most programs use few of the builtins that they mention. */
public final class GlobalNode extends KwixNode {

    private Object value;

    public GlobalNode(Object value) {
        this.value = value;
    }

    @Override
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        Object known = value;
        if (known instanceof Thunk thunk) {
            known = thunk.force();
            value = known;
        }
        return known;
    }
}
