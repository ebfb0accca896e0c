package kwix.language.value;

import kwix.language.error.Located;
import org.jspecify.annotations.Nullable;

/** Whose evaluation reads which values: kept by evaluations whose results are to be explained, and by no others. */
public final class ReadLog {

    /** Whose evaluation is running; null outside of all. */
    @Nullable
    LoggedThunk reader;

    /** The thunk, so that who reads it is known. @param code where it is written */
    public Thunk logged(Thunk thunk, @Nullable Located code) {
        return new LoggedThunk(thunk, this, code);
    }
}
