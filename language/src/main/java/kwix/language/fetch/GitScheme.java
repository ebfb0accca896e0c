package kwix.language.fetch;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.Describe;
import org.jspecify.annotations.Nullable;

/** {@code git:} and {@code git+…}: a git repository. */
record GitScheme() implements InputScheme {

    private static final Set<String> TEXTS = Set.of("rev", "ref", "keytype", "publicKey", "publicKeys");
    private static final Set<String> SWITCHES =
            Set.of("shallow", "submodules", "lfs", "exportIgnore", "allRefs", "verifyCommit");
    private static final Set<String> SIGNATURES = Set.of("verifyCommit", "keytype", "publicKey", "publicKeys");

    /** {@code user@host:path}, as ssh's own programs write it. */
    private static final Pattern COPY = Pattern.compile("([^/]*)@(.*):(.*)", Pattern.DOTALL);

    @Override
    public String name() {
        return "git";
    }

    @Override
    public Set<String> attributes() {
        return Set.of(
                "url",
                "ref",
                "rev",
                "shallow",
                "submodules",
                "lfs",
                "exportIgnore",
                "lastModified",
                "revCount",
                "narHash",
                "allRefs",
                "name",
                "dirtyRev",
                "dirtyShortRev",
                "verifyCommit",
                "keytype",
                "publicKey",
                "publicKeys");
    }

    @Override
    public @Nullable InputAttributes fromUrl(Url url, boolean folder) throws InvalidUrlException {
        if (!url.scheme().equals("git") && !"git".equals(url.application())) {
            return null;
        }
        var values = new TreeMap<String, Object>(Map.of("type", "git"));
        var query = new TreeMap<String, String>();
        for (var parameter : url.query().entrySet()) {
            if (TEXTS.contains(parameter.getKey())) {
                values.put(parameter.getKey(), parameter.getValue());
            } else if (SWITCHES.contains(parameter.getKey())) {
                values.put(parameter.getKey(), parameter.getValue().equals("1"));
            } else {
                query.put(parameter.getKey(), parameter.getValue());
            }
        }
        values.put("url", url.withQuery(query).toString());
        return checked(InputAttributes.of(values));
    }

    @Override
    public InputAttributes checked(InputAttributes given) throws InvalidUrlException {
        for (String name : SIGNATURES) {
            if (given.has(name)) {
                throw new KwixException(
                                ErrorCode.UNSUPPORTED,
                                "The attribute `" + name
                                        + "` belongs to the verification of signatures, which is an experimental"
                                        + " feature that Kwix does not have.")
                        .withSubject("verified-fetches");
            }
        }
        String ref = given.string("ref");
        if (ref != null && !GitNames.isReference(ref)) {
            throw new InvalidUrlException("`" + Describe.text(ref) + "` is not the name of a branch or tag");
        }
        given.bool("shallow");
        given.bool("submodules");
        given.bool("allRefs");
        return given.with("url", repository(given.needed("url")).toString());
    }

    /** A repository's place as a URL, in whichever way git writes it. */
    static Url repository(String place) throws InvalidUrlException {
        if (place.startsWith("/")) {
            return Url.ofFolder(place);
        }
        Matcher copy = COPY.matcher(place);
        if (copy.matches()) {
            return Url.parse("ssh://" + copy.group(1) + "@" + copy.group(2) + "/" + copy.group(3));
        }
        if (Url.schemeEnd(place) < 0) {
            return new Url("file", null, Url.segments(place), new TreeMap<>(), "");
        }
        Url url = Url.parse(place);
        if ("git".equals(url.application())) {
            url = url.withScheme(url.transport());
        }
        if (url.authority() == null && !url.transport().equals("file")) {
            throw new InvalidUrlException(
                    "`" + Describe.text(place) + "` names no host; write `ssh://host/path` for one that ssh reaches");
        }
        return url;
    }

    @Override
    public Url toUrl(InputAttributes source) throws InvalidUrlException {
        Url url = source.withCommit(Url.parse(source.needed("url")));
        var query = new TreeMap<>(url.query());
        for (String name : Set.of("shallow", "lfs", "submodules", "exportIgnore")) {
            if (source.bool(name)) {
                query.put(name, "1");
            }
        }
        return url.withScheme(url.scheme().equals("git") ? "git" : "git+" + url.scheme())
                .withQuery(query);
    }
}
