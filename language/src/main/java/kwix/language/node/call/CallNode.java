package kwix.language.node.call;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.DirectCallNode;
import com.oracle.truffle.api.nodes.ExplodeLoop;
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

    private static final int OTHERS = 1;
    private static final int SETS = 2;
    private static final int FAILURES = 4;

    @Child
    protected KwixNode function;

    /** The functions of as many arguments that were called here, under an engine. */
    @Child
    private @Nullable KnownCallee callees;

    /** For how many more there is room. */
    @CompilationFinal
    private byte room = 3;

    /** What happened here besides calls of known functions. */
    @CompilationFinal
    private byte met;

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
            if (callee instanceof FunctionValue known) {
                return call(known, frame, environment);
            }
            meet(SETS);
            return callSet(callee, environment);
        } catch (KwixException failure) {
            meet(FAILURES);
            throw traced(failure, callee, environment);
        }
    }

    private Object call(FunctionValue callee, @Nullable VirtualFrame frame, Object[] environment) {
        return frame == null ? callAny(callee, null, environment) : callKnown(callee, frame, environment);
    }

    /** Under an engine: a function that was here before is a constant of the compiled code. */
    @ExplodeLoop(kind = ExplodeLoop.LoopExplosionKind.FULL_EXPLODE_UNTIL_RETURN)
    private Object callKnown(FunctionValue callee, VirtualFrame frame, Object[] environment) {
        if (callee instanceof Closure closure) {
            for (KnownCallee known = callees; known != null; known = known.next) {
                if (known.code == closure.code) {
                    return call(known, closure.environment, frame, environment);
                }
            }
            if (room > 0 && closure.code.arity() == arguments()) {
                remember(closure.code);
            }
        }
        meet(OTHERS);
        return callAny(callee, frame, environment);
    }

    /** Keeps out of compiled code what never happened: its mere possibility would make environments real objects. */
    private void meet(int what) {
        if ((met & what) == 0) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            met |= (byte) what;
        }
    }

    private void remember(FunctionCode code) {
        CompilerDirectives.transferToInterpreterAndInvalidate();
        DirectCallNode body = code.directCall();
        if (body != null) {
            room--;
            callees = insert(new KnownCallee(code, body, callees));
        }
    }

    abstract Object callAny(FunctionValue callee, @Nullable VirtualFrame frame, Object[] environment);

    /** @param outer the environment that the closure was written in */
    abstract Object call(KnownCallee callee, Object[] outer, VirtualFrame frame, Object[] environment);

    /** The callee may be a set that can be called. */
    abstract Object callSet(Object callee, Object[] environment);

    abstract int arguments();

    abstract KwixNode argument(int index);

    @TruffleBoundary
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
