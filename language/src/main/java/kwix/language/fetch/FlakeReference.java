package kwix.language.fetch;

import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.AttributeSet;
import kwix.language.value.Describe;

/**
 * Where a flake is.
 *
 * @param folder below the source's root; may be empty
 */
public record FlakeReference(InputAttributes source, String folder) {

    /** {@code nixpkgs}, {@code nixpkgs/branch/revision}: short for {@code flake:…}. */
    private static final Pattern NAME = Pattern.compile(
            "([a-zA-Z][a-zA-Z0-9_-]*(?:/(?:[0-9a-fA-F]{40}|[a-zA-Z0-9@][a-zA-Z0-9_./@+-]*(?:/[0-9a-fA-F]{40})?))?)"
                    + "(?:#((?:[a-zA-Z0-9-._~!$&'\"()*+,;=:@/? ^]|%[0-9a-fA-F]{2})*))?");

    private static final Pattern PATH = Pattern.compile("([^?#]*)(?:\\?([^#]*))?(?:#(.*))?", Pattern.DOTALL);

    /** Reads a reference as it is written in one text. */
    public static FlakeReference parse(String text) {
        try {
            Matcher name = NAME.matcher(text);
            if (name.matches()) {
                String fragment = name.group(2) == null ? "" : PercentCode.decode(name.group(2));
                var url = new Url("flake", null, Url.segments(name.group(1)), new TreeMap<>(), fragment);
                return of(url, text);
            }
            if (Url.schemeEnd(text) >= 0) {
                return of(Url.parseLenient(text), text);
            }
            return of(path(text), text);
        } catch (InvalidUrlException invalid) {
            throw refused(text, invalid.reason());
        }
    }

    private static Url path(String text) throws InvalidUrlException {
        Matcher parts = PATH.matcher(text);
        if (!parts.matches() || !text.startsWith("/")) {
            throw new InvalidUrlException("it is neither a URL, nor the name of a flake, nor an absolute path");
        }
        var query = Url.queryLenient(parts.group(2) == null ? "" : parts.group(2));
        String fragment = parts.group(3) == null ? "" : PercentCode.decode(parts.group(3));
        return new Url("path", Authority.NONE, Url.segments(parts.group(1)), query, fragment);
    }

    private static FlakeReference of(Url url, String text) throws InvalidUrlException {
        var query = new TreeMap<>(url.query());
        String folder = query.remove("dir");
        InputAttributes source = InputScheme.parse(url.withQuery(query).withoutFragment(), true);
        if (!url.fragment().isEmpty()) {
            throw refused(text, "it has a fragment, " + Describe.quoted(url.fragment()) + ", which names nothing here");
        }
        return new FlakeReference(source, folder == null ? "" : folder);
    }

    private static KwixException refused(String text, String reason) {
        return new KwixException(
                        ErrorCode.INVALID_VALUE,
                        Describe.quoted(text) + " is not a reference to a flake: " + reason + ".")
                .withSubject(Describe.text(text));
    }

    /** The reference that attributes describe, of which {@code dir} is the folder. */
    public static FlakeReference of(AttributeSet set) {
        InputAttributes given = InputArguments.reference(set);
        try {
            InputAttributes source = InputScheme.of(given.without("dir"), "The flake reference");
            String folder = given.string("dir");
            return new FlakeReference(source, folder == null ? "" : folder);
        } catch (InvalidUrlException invalid) {
            throw described(given, invalid);
        }
    }

    private static KwixException described(InputAttributes given, InvalidUrlException invalid) {
        return new KwixException(
                ErrorCode.INVALID_VALUE, "The flake reference " + given + " names nothing: " + invalid.reason() + ".");
    }

    /** Fetches the source that the flake is in. */
    public FetchedTree fetch(Fetcher fetcher) {
        try {
            return fetcher.tree(FetchRequest.flake(source));
        } catch (InvalidUrlException invalid) {
            throw described(source, invalid);
        }
    }

    public AttributeSet asSet() {
        return (folder.isEmpty() ? source : source.with("dir", folder)).asSet();
    }

    /** The reference in one text. */
    public String asText() {
        InputScheme scheme = InputScheme.of(source);
        if (scheme == null) {
            throw new KwixException(
                    ErrorCode.INVALID_VALUE,
                    "The source " + source + " cannot be written as a reference: its type is unknown.");
        }
        try {
            Url url = scheme.toUrl(source);
            if (folder.isEmpty()) {
                return url.toString();
            }
            var query = new TreeMap<>(url.query());
            query.putIfAbsent("dir", folder);
            return url.withQuery(query).toString();
        } catch (InvalidUrlException invalid) {
            throw described(source, invalid);
        }
    }
}
