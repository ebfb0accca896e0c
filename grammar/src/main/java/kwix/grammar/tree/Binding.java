package kwix.grammar.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One binding of an attribute set or {@code let}. */
public sealed interface Binding extends Tree {

    /** {@code path = value;} with the documentation comment directly before it. */
    record Definition(
            int start,
            int end,
            AttributePath path,
            Expression value,
            @Nullable Comment doc) implements Binding {}

    /** {@code inherit names;} or {@code inherit (source) names;}. */
    record Inherit(
            int start,
            int end,
            @Nullable Expression source,
            List<InheritedName> names,
            @Nullable Comment doc) implements Binding {}

    /** What could not be read. */
    record Broken(int start, int end) implements Binding {}
}
