package kwix.language.node.thunk;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.nodes.DirectCallNode;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.nodes.Node;
import kwix.language.value.Thunk;
import org.jspecify.annotations.Nullable;

/** Forces thunks under an engine: the compiler may put the expressions that were met there into the code that needs them. */
public final class ForceNode extends Node {

    /** How many expressions are remembered. */
    private static final int MOST = 3;

    @Child
    private @Nullable KnownCode known;

    @CompilationFinal
    private int room = MOST;

    @ExplodeLoop(kind = ExplodeLoop.LoopExplosionKind.FULL_EXPLODE_UNTIL_RETURN)
    public Object force(Thunk thunk) {
        if (thunk instanceof NodeThunk suspended) {
            Object value = suspended.valueIfAny();
            if (value != null) {
                return value;
            }
            for (KnownCode each = known; each != null; each = each.next) {
                if (suspended.code() == each.code) {
                    return suspended.evaluate(each.body);
                }
            }
            if (room > 0) {
                CompilerDirectives.transferToInterpreterAndInvalidate();
                remember(suspended);
            }
        }
        return forceAny(thunk);
    }

    private void remember(NodeThunk thunk) {
        room--;
        ThunkCode code = thunk.code();
        if (code != null && code.body() instanceof RootedNode rooted) {
            known = insert(new KnownCode(code, rooted.directCall(), known));
        }
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    private static Object forceAny(Thunk thunk) {
        return thunk.force();
    }

    private static final class KnownCode extends Node {

        final ThunkCode code;

        @Child
        private DirectCallNode body;

        @Child
        private @Nullable KnownCode next;

        KnownCode(ThunkCode code, DirectCallNode body, @Nullable KnownCode next) {
            this.code = code;
            this.body = body;
            this.next = next;
        }
    }
}
