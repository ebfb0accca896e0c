package kwix.language.fetch;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import kwix.language.value.Describe;
import org.jspecify.annotations.Nullable;

/** {@code hg+…}: a Mercurial repository. */
record MercurialScheme() implements InputScheme {

    private static final Set<String> URLS = Set.of("hg+http", "hg+https", "hg+ssh", "hg+file");
    private static final Pattern REFERENCE = Pattern.compile("[a-zA-Z0-9@][a-zA-Z0-9_./@+-]*");

    @Override
    public String name() {
        return "hg";
    }

    @Override
    public Set<String> attributes() {
        return Set.of("url", "ref", "rev", "revCount", "narHash", "name");
    }

    @Override
    public @Nullable InputAttributes fromUrl(Url url, boolean folder) throws InvalidUrlException {
        if (!URLS.contains(url.scheme())) {
            return null;
        }
        var values = new TreeMap<String, Object>(Map.of("type", "hg"));
        var query = new TreeMap<>(url.query());
        for (String name : Set.of("rev", "ref")) {
            String value = query.remove(name);
            if (value != null) {
                values.put(name, value);
            }
        }
        values.put("url", url.withScheme(url.transport()).withQuery(query).toString());
        return checked(InputAttributes.of(values));
    }

    @Override
    public InputAttributes checked(InputAttributes given) throws InvalidUrlException {
        Url.parse(given.needed("url"));
        String ref = given.string("ref");
        if (ref != null && !REFERENCE.matcher(ref).matches()) {
            throw new InvalidUrlException("`" + Describe.text(ref) + "` is not the name of a branch or tag");
        }
        return given;
    }

    @Override
    public Url toUrl(InputAttributes source) throws InvalidUrlException {
        Url url = Url.parse(source.needed("url"));
        return source.withCommit(url).withScheme("hg+" + url.scheme());
    }
}
