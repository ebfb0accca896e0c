package kwix.language.error;

import org.jspecify.annotations.Nullable;

/** What knows where it is written. */
public interface Located {

    /** Null for what no source wrote. */
    @Nullable
    Place place();
}
