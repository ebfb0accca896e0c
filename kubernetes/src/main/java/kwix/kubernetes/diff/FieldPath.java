package kwix.kubernetes.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kwix.language.value.Describe;
import org.jspecify.annotations.Nullable;

/** The way from a resource to one of its fields. */
public final class FieldPath {

    static final FieldPath ROOT = new FieldPath(null, null, "");

    private final @Nullable FieldPath parent;

    /** Null for the root, and for elements of lists. */
    private final @Nullable String name;

    private final String step;

    private FieldPath(@Nullable FieldPath parent, @Nullable String name, String step) {
        this.parent = parent;
        this.name = name;
        this.step = step;
    }

    /** A field of what is here. */
    FieldPath field(String field) {
        return new FieldPath(this, field, (this == ROOT ? "" : ".") + Describe.attribute(field));
    }

    /** An element of the list that is here. @param label what tells it from the others */
    FieldPath element(String label) {
        return new FieldPath(this, null, "[" + Describe.text(label) + "]");
    }

    /** The name of the field; of an element, that of its list. */
    String name() {
        List<String> names = names();
        return names.isEmpty() ? "" : names.getLast();
    }

    /** The names of the fields on the way, without elements of lists. */
    List<String> names() {
        var names = new ArrayList<String>();
        for (FieldPath at = this; at != null; at = at.parent) {
            if (at.name != null) {
                names.add(at.name);
            }
        }
        Collections.reverse(names);
        return names;
    }

    /** For example {@code spec.containers[name=web].image}. */
    @Override
    public String toString() {
        return parent == null ? "" : parent + step;
    }
}
