package kwix.kubernetes.explain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about, as it was typed: {@code services.web.port}, {@code Deployment/web.spec.replicas} or
 * {@code Deployment/shop/web.spec.replicas}.
 *
 * @param kind null for an option
 * @param namespace null when it was not said
 * @param names of an option's path; or of the resource and of its field's path, where it is open yet how many belong to the former
 */
public record SubjectPath(@Nullable String kind, @Nullable String namespace, List<String> names) {

    /** Null when the text is no such path: a name in it is empty, or a quote is not closed. */
    public static @Nullable SubjectPath parse(String text) {
        List<String> parts = split(text, '/');
        if (parts == null || parts.size() > 3) {
            return null;
        }
        List<String> names = split(parts.getLast(), '.');
        if (names == null) {
            return null;
        }
        List<String> plain = names.stream().map(SubjectPath::unquoted).toList();
        List<String> before = parts.subList(0, parts.size() - 1).stream()
                .map(SubjectPath::unquoted)
                .toList();
        if (plain.contains("") || before.contains("")) {
            return null;
        }
        return new SubjectPath(
                before.isEmpty() ? null : before.getFirst(), before.size() < 2 ? null : before.getLast(), plain);
    }

    public SubjectPath inNamespace(@Nullable String other) {
        return kind == null || namespace != null ? this : new SubjectPath(kind, other, names);
    }

    private static @Nullable List<String> split(String text, char separator) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (c == separator && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return quoted ? null : parts;
    }

    private static String unquoted(String part) {
        return part.replace("\"", "");
    }
}
