package kwix.lsp.infer;

import org.jspecify.annotations.Nullable;

/** A shape that is found out when it is asked for. */
@FunctionalInterface
public interface Deferred {

    /** Null for what is not known. */
    @Nullable
    Shape shape();
}
