package kwix.kubernetes.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.error.Place;
import kwix.language.value.AttributeSet;
import kwix.language.value.ContextString;
import kwix.language.value.Describe;
import kwix.language.value.ListValue;
import kwix.language.value.NullValue;
import org.jspecify.annotations.Nullable;

/** Takes values for resources. Lists of resources, as servers give them, are taken apart. */
public final class ResourceReader {

    private final List<Resource> resources = new ArrayList<>();

    private ResourceReader() {}

    /**
     * @param documents evaluated values; those that are null are no resources
     * @param names what the document at an index, from 0, is called in a sentence
     */
    public static List<Resource> read(List<?> documents, IntFunction<String> names) {
        var reader = new ResourceReader();
        for (int i = 0; i < documents.size(); i++) {
            if (documents.get(i) != NullValue.NULL) {
                reader.take(documents.get(i), names.apply(i));
            }
        }
        return reader.resources;
    }

    private void take(Object value, String name) {
        if (!(value instanceof AttributeSet fields)) {
            throw refused(name + " is " + Describe.value(value) + ", not a resource", null);
        }
        Place place = place(fields);
        String apiVersion = text(fields, "apiVersion", name, place);
        String kind = text(fields, "kind", name, place);
        if (kind.endsWith("List") && fields.forced("items") instanceof ListValue items) {
            for (int i = 0; i < items.size(); i++) {
                take(items.force(i), "item " + (i + 1) + " of " + name);
            }
            return;
        }
        if (!(fields.forced("metadata") instanceof AttributeSet metadata)) {
            throw refused(name + " is not a resource: it has no `metadata`", place);
        }
        int slash = apiVersion.indexOf('/');
        var id = new ResourceId(
                slash < 0 ? "" : apiVersion.substring(0, slash),
                kind,
                namespace(metadata, name, place),
                name(metadata, name + ", a " + Describe.text(kind) + ",", place));
        resources.add(new Resource(id, apiVersion, fields, new Origin(name, place)));
    }

    /** Of a name that the cluster completes the beginning is known; the mark behind it is part of no name. */
    private static String name(AttributeSet metadata, String name, @Nullable Place place) {
        return metadata.has("name") || !metadata.has("generateName")
                ? text(metadata, "name", name, place)
                : text(metadata, "generateName", name, place) + "*";
    }

    private static String namespace(AttributeSet metadata, String name, @Nullable Place place) {
        Object namespace = metadata.forced("namespace");
        return namespace == null || namespace == NullValue.NULL ? "" : text(metadata, "namespace", name, place);
    }

    private static String text(AttributeSet fields, String field, String name, @Nullable Place place) {
        Object value = fields.forced(field);
        if (value == null) {
            throw refused(name + " is not a resource: it has no `" + field + "`", place);
        }
        if (!ContextString.isString(value) || ContextString.text(value).isEmpty()) {
            throw refused(
                    name + " is not a resource: its `" + field + "` is " + Describe.value(value)
                            + ", where a name is needed",
                    place);
        }
        return ContextString.text(value);
    }

    /** Where the resource begins, as far as is known. */
    private static @Nullable Place place(AttributeSet fields) {
        for (String name : List.of("kind", "apiVersion", "metadata")) {
            int index = fields.indexOf(name);
            Place place = index < 0 ? null : fields.place(index);
            if (place != null) {
                return place;
            }
        }
        return null;
    }

    private static KwixException refused(String reason, @Nullable Place place) {
        String first = reason.substring(0, 1).toUpperCase(Locale.ROOT);
        return new KwixException(ErrorCode.NOT_REPRESENTABLE, first + reason.substring(1) + ".").at(place);
    }
}
