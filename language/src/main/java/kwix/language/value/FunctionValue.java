package kwix.language.value;

import java.util.List;
import kwix.language.error.Place;
import org.jspecify.annotations.Nullable;

/** A function: a closure or a builtin. Arguments may be thunks; results never are. */
public abstract class FunctionValue {

    /**
     * Which arguments a call with so many evaluates before anything else can be noticed, apart from those before them: bit i for
     * argument i.
     */
    public int demanded(int arguments) {
        return 0;
    }

    /** A demanded argument that was evaluated, checked before the next one is evaluated. */
    public Object checked(int index, Object value) {
        return value;
    }

    public abstract Object call(Object argument);

    public Object call(Object first, Object second) {
        return Functions.callResult(this, call(first), second);
    }

    public Object call(Object first, Object second, Object third) {
        return Functions.callResult(this, call(first, second), third);
    }

    /** The names of {@code { a, b ? 1 }:}, or null for any other function. */
    public @Nullable List<FormalParameter> formals() {
        return null;
    }

    /** What the whole argument is called: {@code x} of {@code x:}, {@code all} of {@code all@{ a }:}; null when nothing. */
    public @Nullable String argumentName() {
        return null;
    }

    /** Whether the names of {@link #formals} end with an ellipsis. */
    public boolean acceptsFurtherNames() {
        return false;
    }

    /** How many arguments a builtin has already; -1 when this is not the builtin of that name. */
    public int argumentsOf(String builtin) {
        return -1;
    }

    /** For messages: the name in backquotes as in `builtins.map`, or {@code an anonymous function}. */
    public abstract String description();

    /** Where it is defined; null for builtins. */
    public abstract @Nullable Place place();

    /** {@code <LAMBDA>}, {@code <PRIMOP>} or {@code <PRIMOP-APP>}. */
    public abstract String printed();

    /** @param optional whether it has a default */
    public record FormalParameter(String name, boolean optional, Place place) {}
}
