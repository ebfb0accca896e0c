package kwix.language.node.variable;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.node.KwixNode;
import kwix.language.value.AttributeSet;
import kwix.language.value.Describe;
import kwix.language.value.Expect;
import org.jspecify.annotations.Nullable;

/** A variable that only the sets of the enclosing {@code with}s can define, the innermost first. */
public final class WithVariableNode extends KwixNode {

    private final String name;

    @Children
    private final KwixNode[] namespaces;

    public WithVariableNode(String name, KwixNode[] namespaces) {
        this.name = name;
        this.namespaces = namespaces;
    }

    @Override
    @ExplodeLoop
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        for (KwixNode namespace : namespaces) {
            Object value = namespace.execute(frame, environment);
            if (!(value instanceof AttributeSet set)) {
                throw Expect.wrongType("a set for `with`", value)
                        .at(namespace.place())
                        .at(place());
            }
            int index = set.indexOf(name);
            if (index >= 0) {
                return set.force(index);
            }
        }
        throw undefined();
    }

    @TruffleBoundary
    private KwixException undefined() {
        return failure(ErrorCode.UNDEFINED_VARIABLE, "The variable `" + Describe.text(name) + "` is not defined.")
                .withSubject(name)
                .withHint("Neither an enclosing `let`, function or `rec` set nor the set of any enclosing `with` has"
                        + " it.");
    }
}
