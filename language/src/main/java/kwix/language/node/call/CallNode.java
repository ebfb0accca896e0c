package kwix.language.node.call;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.error.TraceFrame;
import kwix.language.node.KwixNode;
import kwix.language.value.FunctionValue;
import kwix.language.value.Functions;
import kwix.language.value.LateCaller;
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
        if (callee instanceof LateCaller late) {
            callee = late.calledAt(this);
        }
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
            throw traced(failure, callee, environment);
        }
    }

    private KwixException traced(KwixException failure, Object callee, Object[] environment) {
        String caller = failure.caller();
        if (caller != null && failure.place() == null) {
            failure.at(place()).withRelated(place(), KwixException.callBy(caller));
        } else if (failure.code() == ErrorCode.NOT_A_FUNCTION) {
            function.blamed(failure, environment);
        }
        if (callee instanceof FunctionValue called) {
            KwixNode argument = argumentAtFault(failure, called);
            if (argument != null) {
                return argument.blamed(failure, environment).withRelated(place(), "needed by this call");
            }
            failure.at(place());
            failure.addFrame(new TraceFrame("while calling " + called.description(), place(), false));
        }
        return failure.at(place());
    }

    private @Nullable KwixNode argumentAtFault(KwixException failure, FunctionValue called) {
        KwixException.Argument argument = failure.argument();
        if (argument == null || failure.place() != null) {
            return null;
        }
        int before = called.argumentsOf(argument.function());
        int index = argument.index() - before;
        return before < 0 || index < 0 || index >= arguments.length ? null : arguments[index];
    }
}
