package kwix.language.node;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import kwix.grammar.source.SourceText;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.error.Located;
import kwix.language.error.Place;
import kwix.language.error.Related;
import kwix.language.value.Expect;
import org.jspecify.annotations.Nullable;

/**
 * An expression, ready to run. The environment is an array: slot 0 holds the enclosing function's environment, the others its
 * variables. The frame is null on the direct path, where no Truffle runtime takes part.
 */
public abstract class KwixNode extends Node implements Located {

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

    /** The value for a place where it is needed at once: what forcing {@link #suspend} would give, without a thunk. */
    public Object demand(@Nullable VirtualFrame frame, Object[] environment) {
        return execute(frame, environment);
    }

    /** The variable of its own function, by its slot, that this evaluates before anything else can be noticed; -1 when there is none. */
    public int demandedSlot() {
        return -1;
    }

    public boolean executeBoolean(@Nullable VirtualFrame frame, Object[] environment) {
        Object value = execute(frame, environment);
        if (value instanceof Boolean bool) {
            return bool;
        }
        throw blamed(Expect.wrongType("a boolean", value), environment);
    }

    /** Called once by the translator. */
    public final void setPlace(SourceText text, int from, int to) {
        source = text;
        start = from;
        end = to;
    }

    /** Where the expression stands; null for what no source wrote. */
    @Override
    public final @Nullable Place place() {
        return source == null ? null : new Place(source, start, end);
    }

    /** Whether it is a variable or an attribute of one: to evaluate it once more costs nothing and changes nothing. */
    public boolean isAccess() {
        return false;
    }

    /** Where the value, which was evaluated already, came from; null where the expression itself makes it. */
    public @Nullable Related origin(Object[] environment) {
        return null;
    }

    /** Where the variable is bound by which this expression itself gets at an object of the environment; null where none does. */
    public @Nullable Place bindingWithin(Object[] environment, Object held) {
        for (Node child : getChildren()) {
            if (child instanceof KwixNode node) {
                Place binding = node.bindingWithin(environment, held);
                if (binding != null) {
                    return binding;
                }
            }
        }
        return null;
    }

    /** The failure of whoever cannot use this expression's value. */
    @TruffleBoundary
    public final KwixException blamed(KwixException failure, Object[] environment) {
        if (failure.place() == null) {
            failure.at(place());
            Related origin = origin(environment);
            if (origin != null) {
                failure.withRelated(origin.place(), origin.label());
            }
        }
        return failure;
    }

    @TruffleBoundary
    protected final KwixException failure(ErrorCode code, String message) {
        return new KwixException(code, message).at(place());
    }
}
