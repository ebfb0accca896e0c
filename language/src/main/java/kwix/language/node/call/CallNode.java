package kwix.language.node.call;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.error.TraceFrame;
import kwix.language.node.KwixNode;
import kwix.language.value.FunctionValue;
import kwix.language.value.Functions;
import org.jspecify.annotations.Nullable;

/** {@code f a b}: the function first, then the arguments as far as the function wants them. */
public final class CallNode extends KwixNode {

    @Child
    private KwixNode function;

    @Children
    private final KwixNode[] arguments;

    public CallNode(KwixNode function, KwixNode[] arguments) {
        this.function = function;
        this.arguments = arguments;
    }

    @Override
    @ExplodeLoop
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        Object callee = function.execute(frame, environment);
        try {
            switch (arguments.length) {
                case 1 -> {
                    Object argument = arguments[0].suspend(environment);
                    return callee instanceof FunctionValue known
                            ? known.call(argument)
                            : Functions.call(callee, argument);
                }
                case 2 -> {
                    return Functions.call(callee, arguments[0].suspend(environment), arguments[1].suspend(environment));
                }
                case 3 -> {
                    return Functions.call(
                            callee,
                            arguments[0].suspend(environment),
                            arguments[1].suspend(environment),
                            arguments[2].suspend(environment));
                }
                default -> {
                    Object result = callee;
                    for (KwixNode argument : arguments) {
                        result = Functions.call(result, argument.suspend(environment));
                    }
                    return result;
                }
            }
        } catch (KwixException failure) {
            throw traced(failure, callee);
        }
    }

    private KwixException traced(KwixException failure, Object callee) {
        boolean noFunction = failure.code() == ErrorCode.NOT_A_FUNCTION && failure.place() == null;
        failure.at(noFunction ? function.place() : place());
        if (callee instanceof FunctionValue called) {
            failure.addFrame(new TraceFrame("while calling " + called.description(), place(), false));
        }
        return failure;
    }
}
