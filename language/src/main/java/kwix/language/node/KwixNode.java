package kwix.language.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import kwix.grammar.source.SourceText;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.error.Place;
import kwix.language.value.Expect;
import org.jspecify.annotations.Nullable;

/**
 * An expression, ready to run. The environment is an array: slot 0 holds the enclosing function's environment, the others its
 * variables. The frame is null on the direct path, where no Truffle runtime takes part.
 */
public abstract class KwixNode extends Node {

    private @Nullable SourceText source;
    private int start;
    private int end;

    /** The value in weak head normal form. */
    public abstract Object execute(@Nullable VirtualFrame frame, Object[] environment);

    /**
     * The value for a place where it may not be needed: a thunk, unless it costs nothing to have it at once. Nodes that stand in such
     * places are literals, variables, functions and suspensions; others are wrapped by the translator.
     */
    public Object suspend(Object[] environment) {
        return execute(null, environment);
    }

    public boolean executeBoolean(@Nullable VirtualFrame frame, Object[] environment) {
        Object value = execute(frame, environment);
        if (value instanceof Boolean bool) {
            return bool;
        }
        throw Expect.wrongType("a boolean", value).at(place());
    }

    /** Called once by the translator. */
    public final void setPlace(SourceText text, int from, int to) {
        source = text;
        start = from;
        end = to;
    }

    /** Where the expression stands; null for what no source wrote. */
    public final @Nullable Place place() {
        return source == null ? null : new Place(source, start, end);
    }

    protected final KwixException failure(ErrorCode code, String message) {
        return new KwixException(code, message).at(place());
    }
}
