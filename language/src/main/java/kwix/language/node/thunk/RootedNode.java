package kwix.language.node.thunk;

import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.DirectCallNode;
import kwix.language.error.Place;
import kwix.language.error.Related;
import kwix.language.node.KwixNode;
import org.jspecify.annotations.Nullable;

/** The body of a function or thunk under a Truffle engine: a call target of its own, which the engine compiles and tools see. */
public final class RootedNode extends KwixNode {

    private final RootCallTarget target;

    public RootedNode(RootCallTarget target) {
        this.target = target;
    }

    @Override
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        return target.call((Object) environment);
    }

    /** A call for one place, which the compiler may replace by the body. */
    public DirectCallNode directCall() {
        return DirectCallNode.create(target);
    }

    @Override
    public @Nullable Place bindingWithin(Object[] environment, Object held) {
        return ((ExpressionRootNode) target.getRootNode()).body().bindingWithin(environment, held);
    }

    @Override
    public @Nullable Related origin(Object[] environment) {
        return ((ExpressionRootNode) target.getRootNode()).body().origin(environment);
    }
}
