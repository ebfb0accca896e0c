package kwix.language.value;

import kwix.language.error.KwixException;
import kwix.language.error.Located;
import kwix.language.error.Place;
import org.jspecify.annotations.Nullable;

/** Calls of a function that a builtin leaves for when their results are needed. */
public final class DeferredCalls {

    private final Object function;
    private final String caller;
    private final @Nullable Located call;
    private final @Nullable ReadLog log;

    /**
     * @param caller the builtin, as messages name it
     * @param call of the builtin; null where another builtin calls it
     * @param log of the evaluation, if it keeps one
     */
    public DeferredCalls(Object function, String caller, @Nullable Located call, @Nullable ReadLog log) {
        this.function = function;
        this.caller = caller;
        this.call = call;
        this.log = log;
    }

    public Thunk of(Object argument) {
        Thunk later = ApplicationThunk.of(this, argument);
        return log == null ? later : log.logged(later, call);
    }

    public Thunk of(Object first, Object second) {
        Thunk later = ApplicationThunk.of(this, first, second);
        return log == null ? later : log.logged(later, call);
    }

    /** Where the builtin was called, if a source says so. */
    @Nullable
    Place place() {
        return call == null ? null : call.place();
    }

    Object run(Object argument) {
        try {
            return Functions.call(callee(), argument);
        } catch (KwixException failure) {
            throw placed(failure);
        }
    }

    Object run(Object first, Object second) {
        try {
            return Functions.call(callee(), first, second);
        } catch (KwixException failure) {
            throw placed(failure);
        }
    }

    private Object callee() {
        Object callee = Thunk.force(function);
        return call != null && callee instanceof LateCaller late ? late.calledAt(call) : callee;
    }

    private KwixException placed(KwixException failure) {
        if (failure.place() != null) {
            return failure;
        }
        Place written = place();
        if (written != null) {
            return failure.at(written).withRelated(written, KwixException.callBy(caller));
        }
        return failure.at(Thunk.known(function) instanceof FunctionValue known ? known.place() : null);
    }
}
