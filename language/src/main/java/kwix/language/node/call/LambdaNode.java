package kwix.language.node.call;

import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.function.Supplier;
import kwix.language.error.Place;
import kwix.language.node.KwixNode;
import kwix.language.value.Budget;
import org.jspecify.annotations.Nullable;

/** {@code parameter: body}, or several parameters. */
public final class LambdaNode extends KwixNode {

    private final FunctionCode code;

    /**
     * @param argumentNames what the whole argument of each parameter is called, if anything
     * @param places of each parameter with the rest of the function
     * @param lastSlot of the last parameter's whole argument, or -1; the others lie in the slots from 1 on
     * @param body asked for once at most, when the function is first called or its formals are wanted
     * @param name the name that it is bound to, for messages
     */
    public LambdaNode(
            int environmentSize,
            @Nullable String[] argumentNames,
            Place[] places,
            int lastSlot,
            Supplier<FunctionBody> body,
            Budget budget,
            @Nullable String name) {
        var parameters = new FunctionCode.Parameter[places.length];
        for (int i = 0; i < places.length; i++) {
            parameters[i] = new FunctionCode.Parameter(argumentNames[i], places[i]);
        }
        this.code = new FunctionCode(environmentSize, parameters, lastSlot, body, budget, name);
    }

    @Override
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        return new Closure(code, environment);
    }
}
