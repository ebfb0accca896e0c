package kwix.language.fetch;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kwix.store.Hash;
import kwix.store.HashFormat;
import org.jspecify.annotations.Nullable;

/** {@code http:}, {@code https:}, {@code file:}: an archive to unpack, or a file as it is. */
record CurlScheme(boolean unpacks) implements InputScheme {

    private static final Set<String> TRANSPORTS = Set.of("file", "http", "https");
    private static final List<String> ENDINGS =
            List.of(".zip", ".tar", ".tgz", ".tar.gz", ".tar.xz", ".tar.bz2", ".tar.zst");

    @Override
    public String name() {
        return unpacks ? "tarball" : "file";
    }

    @Override
    public Set<String> attributes() {
        return Set.of("url", "narHash", "name", "unpack", "rev", "revCount", "lastModified");
    }

    @Override
    public @Nullable InputAttributes fromUrl(Url url, boolean folder) {
        String application = url.application();
        boolean isArchive = folder || ENDINGS.stream().anyMatch(url.path().getLast()::endsWith);
        boolean wanted = application == null ? isArchive == unpacks : application.equals(name());
        if (!TRANSPORTS.contains(url.transport()) || !wanted) {
            return null;
        }
        var query = new TreeMap<>(url.query());
        var values = new TreeMap<String, Object>(Map.of("type", name()));
        for (String name : List.of("narHash", "rev")) {
            if (query.containsKey(name)) {
                values.put(name, query.get(name));
            }
        }
        for (String name : List.of("revCount", "lastModified")) {
            Long number = query.containsKey(name) ? PathScheme.number(query.get(name)) : null;
            if (number != null) {
                values.put(name, number);
            }
        }
        query.keySet().removeAll(attributes());
        values.put("url", url.withScheme(url.transport()).withQuery(query).toString());
        return InputAttributes.of(values);
    }

    @Override
    public InputAttributes checked(InputAttributes given) {
        return given;
    }

    @Override
    public Url toUrl(InputAttributes source) throws InvalidUrlException {
        Url url = Url.parse(source.needed("url"));
        Hash narHash = source.narHash();
        if (narHash == null) {
            return url;
        }
        var query = new TreeMap<>(url.query());
        query.put("narHash", narHash.text(HashFormat.SRI));
        return url.withQuery(query);
    }
}
