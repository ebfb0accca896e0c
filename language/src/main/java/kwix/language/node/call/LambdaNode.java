package kwix.language.node.call;

import com.oracle.truffle.api.frame.VirtualFrame;
import kwix.language.error.Place;
import kwix.language.node.KwixNode;
import kwix.language.value.Budget;
import org.jspecify.annotations.Nullable;

/** {@code parameter: body}. */
public final class LambdaNode extends KwixNode {

    private final FunctionCode code;

    /**
     * @param argumentName what the whole argument is called, if anything
     * @param name the name that it is bound to, for messages
     */
    public LambdaNode(
            int environmentSize,
            int parameterSlot,
            @Nullable Formals formals,
            KwixNode body,
            Budget budget,
            @Nullable String argumentName,
            @Nullable String name,
            Place place) {
        this.code = new FunctionCode(environmentSize, parameterSlot, formals, body, budget, argumentName, name, place);
    }

    @Override
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        return new Closure(code, environment);
    }
}
