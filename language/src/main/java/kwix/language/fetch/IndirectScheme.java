package kwix.language.fetch;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.Describe;
import kwix.store.Hash;
import kwix.store.HashFormat;
import org.jspecify.annotations.Nullable;

/** {@code flake:}: a name that a registry knows. */
record IndirectScheme() implements InputScheme {

    private static final Pattern ID = Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]*");

    @Override
    public String name() {
        return "indirect";
    }

    @Override
    public Set<String> attributes() {
        return Set.of("id", "ref", "rev", "narHash");
    }

    @Override
    public @Nullable InputAttributes fromUrl(Url url, boolean folder) throws InvalidUrlException {
        if (!url.scheme().equals("flake")) {
            return null;
        }
        List<String> path = url.path().stream().filter(part -> !part.isEmpty()).toList();
        if (path.isEmpty() || path.size() > 3) {
            throw new InvalidUrlException("a name has at most a branch and a revision behind it");
        }
        var values = new TreeMap<String, Object>(Map.of("type", "indirect"));
        String id = path.getFirst();
        if (!ID.matcher(id).matches()) {
            throw new InvalidUrlException("`" + Describe.text(id) + "` is not the name of a flake");
        }
        values.put("id", id);
        if (path.size() == 2 && GitNames.isRevision(path.get(1))) {
            values.put("rev", lowerCase(path.get(1)));
        } else if (path.size() >= 2) {
            if (!GitNames.isReference(path.get(1))) {
                throw new InvalidUrlException(
                        "`" + Describe.text(path.get(1)) + "` is neither a revision nor the name of a branch or tag");
            }
            values.put("ref", path.get(1));
        }
        if (path.size() == 3) {
            if (!GitNames.isRevision(path.get(2))) {
                throw new InvalidUrlException("`" + Describe.text(path.get(2)) + "` is not a revision");
            }
            values.put("rev", lowerCase(path.get(2)));
        }
        return InputAttributes.of(values);
    }

    private static String lowerCase(String revision) {
        return revision.toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public InputAttributes checked(InputAttributes given) throws InvalidUrlException {
        String id = given.needed("id");
        if (!ID.matcher(id).matches()) {
            throw new KwixException(ErrorCode.INVALID_VALUE, Describe.quoted(id) + " is not the name of a flake.")
                    .withSubject(Describe.text(id));
        }
        return given;
    }

    @Override
    public Url toUrl(InputAttributes source) {
        var path = new java.util.ArrayList<>(List.of(source.needed("id")));
        String ref = source.string("ref");
        Hash revision = source.revision();
        if (ref != null) {
            path.add(ref);
        }
        if (revision != null) {
            path.add(revision.text(HashFormat.BASE16));
        }
        return new Url("flake", null, path, new TreeMap<>(), "");
    }
}
