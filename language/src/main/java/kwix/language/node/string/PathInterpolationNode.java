package kwix.language.node.string;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import kwix.language.error.KwixException;
import kwix.language.node.KwixNode;
import kwix.language.value.Addition;
import kwix.language.value.Coercion;
import kwix.language.value.PathValue;
import org.jspecify.annotations.Nullable;

/** {@code ./folder/${name}.kx}: text is appended to a path; the path that results is normalised once, at the end. */
public final class PathInterpolationNode extends KwixNode {

    private final String prefix;

    @Children
    private final KwixNode[] parts;

    private final Coercion coercion;

    /** @param prefix absolute; it ends with a slash when one was written before the first interpolation */
    public PathInterpolationNode(String prefix, KwixNode[] parts, Coercion coercion) {
        this.prefix = prefix;
        this.parts = parts;
        this.coercion = coercion;
    }

    @Override
    @ExplodeLoop
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        String path = prefix;
        for (KwixNode part : parts) {
            path = append(path, part, part.execute(frame, environment), environment);
        }
        return PathValue.normalised(path);
    }

    @TruffleBoundary
    private String append(String path, KwixNode part, Object value, Object[] environment) {
        try {
            return path + Addition.pathText(coercion.operand(value, false));
        } catch (KwixException failure) {
            throw part.blamed(failure, environment);
        }
    }
}
