package kwix.kubernetes.resource;

import kwix.language.value.AttributeSet;
import kwix.language.value.ContextString;
import org.jspecify.annotations.Nullable;

/**
 * An object of a cluster.
 *
 * @param apiVersion its group and version, as it is written
 * @param fields all of it, evaluated: strings, numbers, booleans, null, lists and sets
 */
public record Resource(ResourceId id, String apiVersion, AttributeSet fields, Origin origin) {

    /** The value of a field inside of fields, or null when there is none. */
    public @Nullable Object field(String... path) {
        Object value = fields;
        for (String name : path) {
            value = value instanceof AttributeSet set ? set.forced(name) : null;
            if (value == null) {
                return null;
            }
        }
        return value;
    }

    /** The text of a field that is a string, or null. */
    public @Nullable String text(String... path) {
        Object value = field(path);
        return value != null && ContextString.isString(value) ? ContextString.text(value) : null;
    }
}
