package kwix.language.node.call;

import com.oracle.truffle.api.frame.VirtualFrame;
import kwix.language.node.KwixNode;
import kwix.language.value.FunctionValue;
import kwix.language.value.Functions;
import kwix.language.value.LateCaller;
import org.jspecify.annotations.Nullable;

/** {@code f a b}. */
final class TwoArgumentsCallNode extends CallNode {

    @Child
    private KwixNode first;

    @Child
    private KwixNode second;

    TwoArgumentsCallNode(KwixNode function, KwixNode first, KwixNode second) {
        super(function);
        this.first = first;
        this.second = second;
    }

    @Override
    Object callAny(FunctionValue callee, @Nullable VirtualFrame frame, Object[] environment) {
        int demanded = callee.demanded(2);
        Object left =
                (demanded & 1) == 0 ? first.suspend(environment) : callee.checked(0, first.demand(frame, environment));
        Object right = (demanded & 2) == 0 ? second.suspend(environment) : second.demand(frame, environment);
        return callee instanceof LateCaller late ? late.callAt(this, left, right) : callee.call(left, right);
    }

    @Override
    Object call(KnownCallee callee, Object[] outer, VirtualFrame frame, Object[] environment) {
        int demanded = callee.code.demanded(0, 2);
        Object[] inner = callee.code.environment(outer);
        inner[1] = (demanded & 1) == 0 ? first.suspend(environment) : first.demand(frame, environment);
        Object right = (demanded & 2) == 0 ? second.suspend(environment) : second.demand(frame, environment);
        return callee.run(inner, right);
    }

    @Override
    Object callSet(Object callee, Object[] environment) {
        return Functions.call(callee, first.suspend(environment), second.suspend(environment));
    }

    @Override
    int arguments() {
        return 2;
    }

    @Override
    KwixNode argument(int index) {
        return index == 0 ? first : second;
    }
}
