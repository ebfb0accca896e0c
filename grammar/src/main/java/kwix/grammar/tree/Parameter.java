package kwix.grammar.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands before a lambda's colon. */
public sealed interface Parameter extends Tree {

    /** {@code name:}. */
    record Named(int start, int end, String name) implements Parameter {}

    /** {@code { a, b ? 1, ... } @ alias:}, or with the alias first. */
    record Formals(
            int start,
            int end,
            List<Formal> formals,
            boolean ellipsis,
            @Nullable Named alias) implements Parameter {}
}
