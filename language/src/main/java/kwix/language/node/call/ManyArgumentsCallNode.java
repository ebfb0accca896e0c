package kwix.language.node.call;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import kwix.language.node.KwixNode;
import kwix.language.value.FunctionValue;
import kwix.language.value.Functions;
import kwix.language.value.LateCaller;
import org.jspecify.annotations.Nullable;

/** {@code f a b c}, and calls with more. */
final class ManyArgumentsCallNode extends CallNode {

    @Children
    private final KwixNode[] arguments;

    ManyArgumentsCallNode(KwixNode function, KwixNode[] arguments) {
        super(function);
        this.arguments = arguments;
    }

    @Override
    Object callAny(FunctionValue callee, @Nullable VirtualFrame frame, Object[] environment) {
        FunctionValue called = callee instanceof LateCaller late ? late.calledAt(this) : callee;
        int demanded = called.demanded(3);
        if (arguments.length == 3) {
            return called.call(
                    argument(0, called, demanded, frame, environment),
                    argument(1, called, demanded, frame, environment),
                    argument(2, called, demanded, frame, environment));
        }
        return oneByOne(called, environment);
    }

    private Object argument(
            int index, FunctionValue callee, int demanded, @Nullable VirtualFrame frame, Object[] environment) {
        return (demanded & 1 << index) == 0
                ? arguments[index].suspend(environment)
                : callee.checked(index, arguments[index].demand(frame, environment));
    }

    @Override
    @ExplodeLoop
    Object call(KnownCallee callee, Object[] outer, VirtualFrame frame, Object[] environment) {
        int last = arguments.length - 1;
        int demanded = callee.code.demanded(0, arguments.length);
        Object[] inner = callee.code.environment(outer);
        for (int i = 0; i < last; i++) {
            inner[i + 1] = given(i, demanded, frame, environment);
        }
        return callee.run(inner, given(last, demanded, frame, environment));
    }

    private Object given(int index, int demanded, VirtualFrame frame, Object[] environment) {
        return (demanded & 1 << index) == 0
                ? arguments[index].suspend(environment)
                : arguments[index].demand(frame, environment);
    }

    @Override
    Object callSet(Object callee, Object[] environment) {
        return arguments.length == 3
                ? Functions.call(
                        callee,
                        arguments[0].suspend(environment),
                        arguments[1].suspend(environment),
                        arguments[2].suspend(environment))
                : oneByOne(callee, environment);
    }

    @ExplodeLoop
    private Object oneByOne(Object callee, Object[] environment) {
        Object result = callee;
        for (KwixNode argument : arguments) {
            result = Functions.call(result, argument.suspend(environment));
        }
        return result;
    }

    @Override
    int arguments() {
        return arguments.length;
    }

    @Override
    KwixNode argument(int index) {
        return arguments[index];
    }
}
