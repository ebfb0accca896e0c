package kwix.language.node.call;

import com.oracle.truffle.api.nodes.DirectCallNode;
import com.oracle.truffle.api.nodes.Node;
import org.jspecify.annotations.Nullable;

/** A function that a call met under an engine: the compiler may put its body into the caller. */
final class KnownCallee extends Node {

    final FunctionCode code;

    @Child
    private DirectCallNode body;

    /** Another one that the same call met before. */
    @Child
    @Nullable
    KnownCallee next;

    KnownCallee(FunctionCode code, DirectCallNode body, @Nullable KnownCallee next) {
        this.code = code;
        this.body = body;
        this.next = next;
    }

    /** @param environment has all arguments but the last */
    Object run(Object[] environment, Object last) {
        code.begin(environment, last);
        Object result = body.call((Object) environment);
        code.end();
        return result;
    }
}
