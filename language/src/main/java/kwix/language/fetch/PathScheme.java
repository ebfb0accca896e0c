package kwix.language.fetch;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.Describe;
import org.jspecify.annotations.Nullable;

/** {@code path:}: a folder or file of this machine. Its other attributes are taken on trust. */
record PathScheme() implements InputScheme {

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]+");

    @Override
    public String name() {
        return "path";
    }

    @Override
    public Set<String> attributes() {
        return Set.of("path", "rev", "revCount", "lastModified", "narHash");
    }

    @Override
    public @Nullable InputAttributes fromUrl(Url url, boolean folder) throws InvalidUrlException {
        if (!url.scheme().equals("path")) {
            return null;
        }
        if (url.authority() != null && !url.authority().host().isEmpty()) {
            throw refused(url, "names a host, `" + Describe.text(url.authority().toString()) + "`");
        }
        var values = new TreeMap<String, Object>(Map.of("type", "path", "path", url.fileName()));
        for (var parameter : url.query().entrySet()) {
            switch (parameter.getKey()) {
                case "rev", "narHash" -> values.put(parameter.getKey(), parameter.getValue());
                case "revCount", "lastModified" -> {
                    Long number = number(parameter.getValue());
                    if (number == null) {
                        throw refused(url, "has no number as its parameter `" + parameter.getKey() + "`");
                    }
                    values.put(parameter.getKey(), number);
                }
                case String other -> throw refused(url, "cannot have the parameter `" + Describe.text(other) + "`");
            }
        }
        return InputAttributes.of(values);
    }

    private static KwixException refused(Url url, String why) {
        return new KwixException(
                ErrorCode.INVALID_VALUE, "The path reference `" + Describe.text(url.toString()) + "` " + why + ".");
    }

    /** A count in 64 bits without a sign, which the language then shows as a signed integer. */
    static @Nullable Long number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return null;
        }
        try {
            return Long.parseUnsignedLong(text);
        } catch (NumberFormatException tooLarge) {
            return null;
        }
    }

    @Override
    public InputAttributes checked(InputAttributes given) {
        given.needed("path");
        return given;
    }

    @Override
    public Url toUrl(InputAttributes source) {
        var query = source.asQuery();
        query.keySet().removeAll(Set.of("path", "type", "__final"));
        return new Url("path", null, Url.segments(source.needed("path")), query, "");
    }
}
