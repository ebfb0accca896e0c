package kwix.language.node.thunk;

import java.util.function.Supplier;
import kwix.language.node.KwixNode;
import kwix.language.value.Budget;
import kwix.language.value.ReadLog;

/** A suspension in an evaluation that logs who reads what. */
public final class LoggedSuspensionNode extends SuspensionNode {

    private final ReadLog log;

    public LoggedSuspensionNode(KwixNode body, Budget budget, ReadLog log) {
        super(body, budget);
        this.log = log;
    }

    /** @param body asked for once at most, when the value is first needed */
    public LoggedSuspensionNode(Supplier<KwixNode> body, Budget budget, ReadLog log) {
        super(body, budget);
        this.log = log;
    }

    @Override
    public Object suspend(Object[] environment) {
        return log.logged(suspended(environment), this);
    }
}
