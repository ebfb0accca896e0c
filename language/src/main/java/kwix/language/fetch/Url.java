package kwix.language.fetch;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A URL in parts, decoded.
 *
 * @param path the segments between slashes; an absolute path begins with an empty one
 * @param fragment empty when there is none
 */
record Url(
        String scheme,
        @Nullable Authority authority,
        List<String> path,
        SortedMap<String, String> query,
        String fragment) {

    private static final String SUB_DELIMITERS = "!$&'()*+,;=";
    private static final String IN_PATH = SUB_DELIMITERS + ":@/%";
    private static final String IN_QUERY = IN_PATH + "?[]";
    private static final String IN_FRAGMENT = IN_PATH + "?";

    /** What old flake references have without encoding. */
    private static final String LENIENT_IN_QUERY = IN_QUERY + " \"";

    private static final String LENIENT_IN_FRAGMENT = IN_FRAGMENT + " \"^";

    Url {
        path = List.copyOf(path);
        query = Collections.unmodifiableSortedMap(new TreeMap<>(query));
    }

    static Url parse(String text) throws InvalidUrlException {
        return parse(text, IN_QUERY, IN_FRAGMENT);
    }

    /** What is at an absolute path of this machine. */
    static Url ofFolder(String path) {
        return new Url("file", Authority.NONE, segments(path), new TreeMap<>(), "");
    }

    /** Takes spaces, quotes and the like where flake references have them. */
    static Url parseLenient(String text) throws InvalidUrlException {
        return parse(text, LENIENT_IN_QUERY, LENIENT_IN_FRAGMENT);
    }

    private static Url parse(String text, String inQuery, String inFragment) throws InvalidUrlException {
        int colon = schemeEnd(text);
        if (colon < 0) {
            throw new InvalidUrlException("there is no scheme such as `https:` before it");
        }
        String scheme = text.substring(0, colon);
        int hash = text.indexOf('#');
        String fragment = hash < 0 ? "" : text.substring(hash + 1);
        check(fragment, inFragment, "the fragment");
        String rest = text.substring(colon + 1, hash < 0 ? text.length() : hash);
        int mark = rest.indexOf('?');
        SortedMap<String, String> query = mark < 0 ? new TreeMap<>() : query(rest.substring(mark + 1), inQuery);
        String place = mark < 0 ? rest : rest.substring(0, mark);
        Authority authority = null;
        if (place.startsWith("//")) {
            int slash = place.indexOf('/', 2);
            authority = Authority.parse(place.substring(2, slash < 0 ? place.length() : slash));
            place = slash < 0 ? "" : place.substring(slash);
        }
        check(place, IN_PATH, "the path");
        if (transport(scheme).equals("file")) {
            if (authority != null && !authority.host().isEmpty()) {
                throw new InvalidUrlException("a file is on this machine, not on `" + authority + "`");
            }
            place = place.isEmpty() ? "/" : place;
        }
        List<String> path = segments(place);
        for (int i = 0; i < path.size(); i++) {
            path.set(i, PercentCode.decode(path.get(i)));
        }
        return new Url(scheme, authority, path, query, PercentCode.decode(fragment));
    }

    /** The index of the colon behind the scheme, or -1 when the text begins with none. */
    static int schemeEnd(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (i > 0 && c == ':') {
                return i;
            }
            if (!letter && (i == 0 || !(c >= '0' && c <= '9') && "+-.".indexOf(c) < 0)) {
                return -1;
            }
        }
        return -1;
    }

    static void check(String part, String allowed, String what) throws InvalidUrlException {
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (!PercentCode.isUnreserved(c) && allowed.indexOf(c) < 0) {
                throw new InvalidUrlException(
                        what + " has a character (0x" + Integer.toHexString(c) + ") that has to be percent-encoded");
            }
        }
    }

    /** The parameters of a query as flake references without a scheme have it too. The first of a name counts. */
    static SortedMap<String, String> queryLenient(String text) throws InvalidUrlException {
        return query(text, LENIENT_IN_QUERY);
    }

    private static SortedMap<String, String> query(String text, String allowed) throws InvalidUrlException {
        check(text, allowed, "the query");
        var query = new TreeMap<String, String>();
        if (text.isEmpty()) {
            return query;
        }
        for (String parameter : text.split("&", -1)) {
            int equal = parameter.indexOf('=');
            String name = PercentCode.decode(equal < 0 ? parameter : parameter.substring(0, equal));
            // One without an equal sign says nothing; the reference warns of it and goes on.
            if (equal >= 0) {
                query.putIfAbsent(name, PercentCode.decode(parameter.substring(equal + 1)));
            }
        }
        return query;
    }

    static List<String> segments(String path) {
        return Arrays.asList(path.split("/", -1));
    }

    /** {@code git} in {@code git+https}; null when the scheme has one part only. */
    @Nullable
    String application() {
        int plus = scheme.indexOf('+');
        return plus < 0 ? null : scheme.substring(0, plus);
    }

    String transport() {
        return transport(scheme);
    }

    private static String transport(String scheme) {
        return scheme.substring(scheme.indexOf('+') + 1);
    }

    /** The path as a file's name. */
    String fileName() throws InvalidUrlException {
        var name = new StringBuilder();
        boolean absolute = path.getFirst().isEmpty();
        for (int i = absolute ? 1 : 0; i < path.size(); i++) {
            String segment = path.get(i);
            if (segment.indexOf('/') >= 0 || segment.indexOf('\0') >= 0) {
                throw new InvalidUrlException("a part of the path has a slash or null byte in it");
            }
            if (!name.isEmpty() && name.charAt(name.length() - 1) != '/') {
                name.append('/');
            }
            name.append(segment);
        }
        return absolute ? "/" + name : name.toString();
    }

    Url withScheme(String changed) {
        return new Url(changed, authority, path, query, fragment);
    }

    Url withQuery(SortedMap<String, String> changed) {
        return new Url(scheme, authority, path, changed, fragment);
    }

    Url withoutFragment() {
        return new Url(scheme, authority, path, query, "");
    }

    @Override
    public String toString() {
        var text = new StringBuilder(scheme).append(':');
        if (authority != null) {
            text.append("//").append(authority);
        }
        for (int i = 0; i < path.size(); i++) {
            text.append(i == 0 ? "" : "/").append(PercentCode.encode(path.get(i), ":@"));
        }
        char separator = '?';
        for (var parameter : query.entrySet()) {
            text.append(separator)
                    .append(PercentCode.encode(parameter.getKey(), ":@/?"))
                    .append('=')
                    .append(PercentCode.encode(parameter.getValue(), ":@/?"));
            separator = '&';
        }
        return fragment.isEmpty()
                ? text.toString()
                : text.append('#').append(PercentCode.encode(fragment, "")).toString();
    }
}
