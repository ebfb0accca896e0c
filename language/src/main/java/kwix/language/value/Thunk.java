package kwix.language.value;

import org.jspecify.annotations.Nullable;

/**
 * A value that is not evaluated yet, or was. Evaluated at most once: success and lasting failures are remembered.
 *
 * <p>Invariant: {@link #value} is null until evaluation succeeded, and never a thunk.
 */
public abstract class Thunk {

    protected @Nullable Object value;

    /** The value in weak head normal form. */
    public final Object force() {
        Object known = value;
        return known != null ? known : evaluate();
    }

    /** Evaluates, stores into {@link #value} and returns it; called only while {@link #value} is null. */
    protected abstract Object evaluate();

    /** What to show of it without evaluating anything of the program's. */
    protected @Nullable Object known() {
        return value;
    }

    public final boolean isEvaluated() {
        return value != null;
    }

    /** Whether its value may take its place, now that it was forced. */
    public final boolean isReplaceable() {
        return !(this instanceof LoggedThunk);
    }

    /** Forces a thunk, and leaves every other value as it is. */
    public static Object force(Object value) {
        return value instanceof Thunk thunk ? thunk.force() : value;
    }

    /** The value if it is known without evaluating anything, else null. */
    public static @Nullable Object known(Object value) {
        return value instanceof Thunk thunk ? thunk.known() : value;
    }
}
