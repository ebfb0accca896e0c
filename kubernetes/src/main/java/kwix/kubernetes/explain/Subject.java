package kwix.kubernetes.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kwix.language.error.KwixException;
import kwix.language.error.SourceNames;
import kwix.language.value.AttributeSet;
import kwix.language.value.ContextString;
import kwix.language.value.ListValue;
import kwix.language.value.Thunk;
import org.jspecify.annotations.Nullable;

/**
 * What was asked about: an option, what stands inside of its value, a field of a resource, or a group of options.
 *
 * @param path of the option, or of the option that resources are, with what follows
 * @param shown its value on one line; null for a group
 * @param value evaluated; null for a group, and where {@code failure} says why there is none
 * @param below the names in a group
 */
record Subject(
        Kind kind,
        List<String> path,
        String title,
        String shown,
        @Nullable Object value,
        @Nullable KwixException failure,
        String type,
        String description,
        @Nullable String usual,
        String declared,
        List<Definition> definitions,
        List<String> below) {

    enum Kind {
        GROUP,
        OPTION,
        VALUE,
        FIELD
    }

    /** @param found what {@code subjects.kx} of the library gives */
    static Subject of(AttributeSet found, SourceNames names) {
        Kind kind = switch (text(found, "kind")) {
            case "group" -> Kind.GROUP;
            case "option" -> Kind.OPTION;
            case "field" -> Kind.FIELD;
            default -> Kind.VALUE;
        };
        List<String> path = OptionReads.path(found);
        String title = text(found, "title");
        if (kind == Kind.GROUP) {
            return new Subject(kind, path, title, "", null, null, "", "", null, "", List.of(), strings(found, "below"));
        }
        String declared = placesIn(text(found, "declared"), names);
        Object value = null;
        KwixException failure = null;
        try {
            value = Thunk.force(Objects.requireNonNull(found.get("value")));
        } catch (KwixException wrong) {
            failure = wrong;
        }
        var definitions = new ArrayList<Definition>();
        ListValue written = (ListValue) Objects.requireNonNull(found.forced("definitions"));
        for (int i = 0; i < written.size(); i++) {
            definitions.add(Definition.of((AttributeSet) written.force(i), declared, names));
        }
        Object usual = found.forced("default");
        return new Subject(
                kind,
                path,
                title,
                failure == null ? Definition.shown(found) : "an error",
                value,
                failure,
                text(found, "type"),
                text(found, "description"),
                usual != null && ContextString.isString(usual) ? Definition.text(usual) : null,
                declared,
                definitions,
                List.of());
    }

    /** The definitions that the value is made of. */
    List<Definition> winners() {
        return definitions.stream().filter(Definition::wins).toList();
    }

    boolean isResource() {
        return kind == Kind.FIELD && value instanceof AttributeSet set && set.has("apiVersion") && set.has("kind");
    }

    private static String placesIn(String text, SourceNames names) {
        String shown = text;
        for (String folder : names.library()) {
            shown = shown.replaceAll(java.util.regex.Pattern.quote(folder) + "/([^ :]*)", "<kwix/$1>");
        }
        return names.folder().isEmpty() ? shown : shown.replace(names.folder() + "/", "");
    }

    private static String text(AttributeSet set, String name) {
        return Definition.text(Objects.requireNonNull(set.forced(name), name));
    }

    private static List<String> strings(AttributeSet set, String name) {
        var strings = new ArrayList<String>();
        ListValue list = (ListValue) Objects.requireNonNull(set.forced(name));
        for (int i = 0; i < list.size(); i++) {
            strings.add(Definition.text(list.force(i)));
        }
        return strings;
    }
}
