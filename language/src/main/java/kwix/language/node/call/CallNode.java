package kwix.language.node.call;

import com.oracle.truffle.api.frame.VirtualFrame;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.error.TraceFrame;
import kwix.language.node.KwixNode;
import kwix.language.value.FunctionValue;
import org.jspecify.annotations.Nullable;

/**
 * {@code f a b}: the function first, then the arguments as far as the function wants them. One that the function will evaluate before
 * anything else is evaluated here, which saves its thunk.
 */
public abstract sealed class CallNode extends KwixNode
        permits OneArgumentCallNode, TwoArgumentsCallNode, ManyArgumentsCallNode {

    @Child
    protected KwixNode function;

    CallNode(KwixNode function) {
        this.function = function;
    }

    public static CallNode of(KwixNode function, KwixNode... arguments) {
        return switch (arguments.length) {
            case 1 -> new OneArgumentCallNode(function, arguments[0]);
            case 2 -> new TwoArgumentsCallNode(function, arguments[0], arguments[1]);
            default -> new ManyArgumentsCallNode(function, arguments);
        };
    }

    @Override
    public final int demandedSlot() {
        return function.demandedSlot();
    }

    @Override
    public final Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        Object callee = function.execute(frame, environment);
        try {
            return callee instanceof FunctionValue known
                    ? call(known, frame, environment)
                    : callSet(callee, environment);
        } catch (KwixException failure) {
            throw traced(failure, callee, environment);
        }
    }

    abstract Object call(FunctionValue callee, @Nullable VirtualFrame frame, Object[] environment);

    /** The callee may be a set that can be called. */
    abstract Object callSet(Object callee, Object[] environment);

    abstract int arguments();

    abstract KwixNode argument(int index);

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
        return before < 0 || index < 0 || index >= arguments() ? null : argument(index);
    }
}
