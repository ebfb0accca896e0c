package kwix.language.node.string;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import kwix.language.error.KwixException;
import kwix.language.node.KwixNode;
import kwix.language.node.literal.ConstantNode;
import kwix.language.value.Coercion;
import kwix.language.value.ContextString;
import kwix.language.value.StringContext;
import org.jspecify.annotations.Nullable;

/** {@code "text ${expression}"}. */
public final class InterpolationNode extends KwixNode {

    @Children
    private final KwixNode[] parts;

    private final Coercion coercion;

    public InterpolationNode(KwixNode[] parts, Coercion coercion) {
        this.parts = parts;
        this.coercion = coercion;
    }

    @Override
    public int demandedSlot() {
        int first = 0;
        while (first < parts.length - 1 && parts[first] instanceof ConstantNode) {
            first++;
        }
        return parts[first].demandedSlot();
    }

    @Override
    @ExplodeLoop
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        if (parts.length == 1) {
            return part(parts[0], frame, environment);
        }
        StringBuilder text = nothing();
        StringContext context = StringContext.NONE;
        for (KwixNode part : parts) {
            Object string = part(part, frame, environment);
            if (string instanceof ContextString dependent) {
                context = context.and(dependent.context());
                append(text, dependent.text());
            } else {
                append(text, (String) string);
            }
        }
        return whole(text, context);
    }

    @TruffleBoundary
    private static StringBuilder nothing() {
        return new StringBuilder();
    }

    @TruffleBoundary
    private static void append(StringBuilder text, String part) {
        text.append(part);
    }

    @TruffleBoundary
    private static Object whole(StringBuilder text, StringContext context) {
        return ContextString.of(text.toString(), context);
    }

    private Object part(KwixNode part, @Nullable VirtualFrame frame, Object[] environment) {
        Object value = part.execute(frame, environment);
        if (value instanceof String) {
            return value;
        }
        try {
            return coercion.interpolated(value);
        } catch (KwixException failure) {
            throw part.blamed(failure, environment);
        }
    }
}
