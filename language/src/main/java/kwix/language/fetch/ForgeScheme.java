package kwix.language.fetch;

import java.util.ArrayList;
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

/** {@code github:}, {@code gitlab:}, {@code sourcehut:}: archives that a forge makes of a repository. */
record ForgeScheme(String name) implements InputScheme {

    private static final Pattern HOST = Pattern.compile("[a-zA-Z0-9.-]*");

    @Override
    public Set<String> attributes() {
        return Set.of("owner", "repo", "ref", "rev", "narHash", "lastModified", "host", "treeHash");
    }

    @Override
    public @Nullable InputAttributes fromUrl(Url url, boolean folder) throws InvalidUrlException {
        if (!url.scheme().equals(name)) {
            return null;
        }
        List<String> path = url.path().stream().filter(part -> !part.isEmpty()).toList();
        if (path.size() < 2) {
            throw new InvalidUrlException("an owner and a repository are needed, as in `" + name + ":owner/repo`");
        }
        var values = new TreeMap<String, Object>(Map.of("type", name, "owner", path.get(0), "repo", path.get(1)));
        if (path.size() > 2) {
            String last = String.join("/", path.subList(2, path.size()));
            values.put(path.size() == 3 && GitNames.isRevision(last) ? "rev" : "ref", last);
        }
        // Other parameters say nothing to the reference either.
        for (String name : Set.of("rev", "ref", "host", "narHash")) {
            String value = url.query().get(name);
            if (value != null && values.put(name, value) != null) {
                throw new InvalidUrlException("`" + name + "` is given twice");
            }
        }
        return checked(InputAttributes.of(values));
    }

    @Override
    public InputAttributes checked(InputAttributes given) throws InvalidUrlException {
        given.needed("owner");
        given.needed("repo");
        String ref = given.string("ref");
        if (ref != null && given.has("rev")) {
            throw new InvalidUrlException("it has both a revision and a branch or tag");
        }
        given.revision();
        if (ref != null && !GitNames.isReference(ref)) {
            throw new InvalidUrlException("`" + Describe.text(ref) + "` is not the name of a branch or tag");
        }
        String host = given.string("host");
        if (host != null && !HOST.matcher(host).matches()) {
            throw new InvalidUrlException("`" + Describe.text(host) + "` is not a host");
        }
        return given;
    }

    @Override
    public Url toUrl(InputAttributes source) {
        var path = new ArrayList<>(List.of(source.needed("owner"), source.needed("repo")));
        String ref = source.string("ref");
        Hash revision = source.revision();
        if (ref != null) {
            path.add(ref);
        }
        if (revision != null) {
            path.add(revision.text(HashFormat.BASE16));
        }
        var query = new TreeMap<String, String>();
        Hash narHash = source.narHash();
        if (narHash != null) {
            query.put("narHash", narHash.text(HashFormat.SRI));
        }
        String host = source.string("host");
        if (host != null) {
            query.put("host", host);
        }
        return new Url(name, null, path, query, "");
    }

    /** The archive that the forge makes of the revision. */
    InputAttributes asArchive(InputAttributes source) {
        Hash revision = source.revision();
        if (revision == null) {
            throw new KwixException(
                    ErrorCode.UNSUPPORTED,
                    "The source " + source + " does not say its revision (`rev`), and Kwix asks no forge for it.");
        }
        String owner = PercentCode.encode(source.needed("owner"), "");
        String repository = PercentCode.encode(source.needed("repo"), "");
        String digits = revision.text(HashFormat.BASE16);
        String given = source.string("host");
        String url = switch (name) {
            case "github" -> host(given, "github.com") + owner + "/" + repository + "/archive/" + digits + ".tar.gz";
            case "gitlab" ->
                host(given, "gitlab.com") + "api/v4/projects/" + owner + "%2F" + repository
                        + "/repository/archive.tar.gz?sha=" + digits;
            default -> host(given, "git.sr.ht") + owner + "/" + repository + "/archive/" + digits + ".tar.gz";
        };
        return source.with("url", url);
    }

    private static String host(@Nullable String given, String usual) {
        return "https://" + (given == null ? usual : given) + "/";
    }
}
