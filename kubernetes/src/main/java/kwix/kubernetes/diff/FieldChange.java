package kwix.kubernetes.diff;

import java.util.List;

/** One way in which a resource differs from itself at another time. */
public sealed interface FieldChange {

    FieldPath path();

    record Added(FieldPath path, Object value) implements FieldChange {}

    record Removed(FieldPath path, Object value) implements FieldChange {}

    record Changed(FieldPath path, Object from, Object to) implements FieldChange {}

    /** The same elements in another order, where order means something. */
    record Reordered(FieldPath path, List<String> from, List<String> to) implements FieldChange {}
}
