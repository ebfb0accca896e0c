package kwix.language.node.call;

import com.oracle.truffle.api.frame.VirtualFrame;
import kwix.language.node.KwixNode;
import kwix.language.value.FunctionValue;
import kwix.language.value.Functions;
import kwix.language.value.LateCaller;
import org.jspecify.annotations.Nullable;

/** {@code f a}. */
final class OneArgumentCallNode extends CallNode {

    @Child
    private KwixNode argument;

    OneArgumentCallNode(KwixNode function, KwixNode argument) {
        super(function);
        this.argument = argument;
    }

    @Override
    Object callAny(FunctionValue callee, @Nullable VirtualFrame frame, Object[] environment) {
        Object given = callee.demanded(1) != 0 ? argument.demand(frame, environment) : argument.suspend(environment);
        return callee instanceof LateCaller late ? late.callAt(this, given) : callee.call(given);
    }

    @Override
    Object call(KnownCallee callee, Object[] outer, VirtualFrame frame, Object[] environment) {
        Object given =
                callee.code.demanded(0, 1) != 0 ? argument.demand(frame, environment) : argument.suspend(environment);
        return callee.run(callee.code.environment(outer), given);
    }

    @Override
    Object callSet(Object callee, Object[] environment) {
        return Functions.call(callee, argument.suspend(environment));
    }

    @Override
    int arguments() {
        return 1;
    }

    @Override
    KwixNode argument(int index) {
        return argument;
    }
}
