package kwix.language.fetch;

import java.util.TreeMap;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.AttributeSet;
import kwix.language.value.Coercion;
import kwix.language.value.ContextString;
import kwix.language.value.Describe;
import kwix.language.value.Expect;
import kwix.language.value.PathValue;

/**
 * What a program asks to be fetched.
 *
 * @param text the source as a URL; restricted evaluation goes by it
 */
public record FetchRequest(String builtin, InputAttributes source, String text) {

    private static final String FLAKE = "getFlake";

    /** The argument of {@code fetchTree}: a URL, or a set with a type. */
    public static FetchRequest tree(Object argument, Coercion coercion) {
        String builtin = "fetchTree";
        if (!(argument instanceof AttributeSet set)) {
            String url = ContextString.text(coercion.operand(argument, false));
            try {
                return request(builtin, InputScheme.parse(Url.parse(url), true));
            } catch (InvalidUrlException invalid) {
                throw refused(Describe.quoted(url), invalid);
            }
        }
        if (!set.has("type")) {
            throw new KwixException(
                            ErrorCode.MISSING_ATTRIBUTE,
                            "`builtins.fetchTree` needs an attribute `type` in its argument.")
                    .withSubject("type");
        }
        InputAttributes given = attributes(builtin, set);
        if (given.has("name")) {
            throw unexpected(builtin, "name");
        }
        boolean isGit = "git".equals(given.values().get("type"));
        return checked(builtin, isGit && !given.has("shallow") ? given.with("shallow", true) : given);
    }

    /** The argument of {@code fetchGit}: where the repository is, or a set. */
    public static FetchRequest git(Object argument, Coercion coercion) {
        String builtin = "fetchGit";
        InputAttributes given;
        if (argument instanceof AttributeSet set) {
            if (set.has("type")) {
                throw unexpected(builtin, "type");
            }
            given = attributes(builtin, set);
        } else {
            given = InputAttributes.of(new TreeMap<>())
                    .with("url", ContextString.text(coercion.operand(argument, false)));
        }
        given = given.with("type", "git");
        if (!given.has("exportIgnore") && !given.bool("submodules")) {
            given = given.with("exportIgnore", true);
        }
        return checked(builtin, given);
    }

    /** The argument of {@code fetchMercurial}. */
    public static FetchRequest mercurial(Object argument, Coercion coercion, boolean pure) {
        String builtin = "fetchMercurial";
        var values = new TreeMap<String, Object>();
        if (argument instanceof AttributeSet set) {
            for (int i = 0; i < set.size(); i++) {
                String name = set.name(i);
                switch (name) {
                    case "url" -> values.put(name, ContextString.text(coercion.operand(set.value(i), false)));
                    case "name" -> values.put(name, Expect.plainString(set.force(i)));
                    case "rev" -> {
                        String text = Expect.plainString(set.force(i));
                        values.put(GitNames.isRevision(text) ? "rev" : "ref", text);
                    }
                    default -> throw unexpected(builtin, Describe.text(name));
                }
            }
        } else {
            values.put("url", ContextString.text(coercion.operand(argument, false)));
        }
        boolean isSet = argument instanceof AttributeSet;
        if (!(values.get("url") instanceof String url) || isSet && url.isEmpty()) {
            throw new KwixException(
                            ErrorCode.MISSING_ATTRIBUTE,
                            "`builtins.fetchMercurial` needs an attribute `url` in its argument.")
                    .withSubject("url");
        }
        if (pure && !values.containsKey("rev")) {
            throw Refusal.unlocked(builtin, url, "rev", null);
        }
        values.put("url", url.contains("://") ? url : "file://" + url);
        values.put("type", "hg");
        return new FetchRequest(builtin, checked(builtin, InputAttributes.of(values)).source, url);
    }

    private static InputAttributes attributes(String builtin, AttributeSet set) {
        var values = new TreeMap<String, Object>();
        for (int i = 0; i < set.size(); i++) {
            String name = set.name(i);
            Object value = set.force(i);
            if (name.equals("type")) {
                values.put(name, Expect.plainString(value));
                continue;
            }
            values.put(
                    name,
                    switch (value) {
                        case PathValue path -> path.path();
                        case String text -> text;
                        case ContextString text -> text.text();
                        case Boolean bool -> bool;
                        case Long number -> InputArguments.natural(name, number);
                        default ->
                            throw new KwixException(
                                            ErrorCode.WRONG_TYPE,
                                            "The attribute `" + Describe.text(name) + "` of the argument of `builtins."
                                                    + builtin
                                                    + "` must be a string, an integer or a boolean, but is "
                                                    + Describe.value(value) + ".")
                                    .at(set.place(i));
                    });
        }
        return InputAttributes.of(values);
    }

    private static FetchRequest checked(String builtin, InputAttributes given) {
        try {
            InputAttributes source = InputScheme.of(given, "The argument of `builtins." + builtin + "`");
            if (InputScheme.of(source) == null) {
                throw new KwixException(
                        ErrorCode.INVALID_VALUE, "The source " + source + " has a type that is unknown.");
            }
            if (source.has("__final")) {
                throw new KwixException(
                        ErrorCode.INVALID_VALUE, "The source " + source + " must not have the attribute `__final`.");
            }
            return request(builtin, source);
        } catch (InvalidUrlException invalid) {
            throw refused(given.toString(), invalid);
        }
    }

    /** Whether the source is read within the bounds of the evaluation when nobody named it to be fetched. */
    boolean isInBounds() {
        if (!builtin.equals(FLAKE)) {
            return FetchBounds.isLocal(text);
        }
        return switch (InputScheme.of(source)) {
            case PathScheme ignored -> true;
            case GitScheme ignored -> FetchBounds.isLocal(source.needed("url"));
            case MercurialScheme ignored -> FetchBounds.isLocal(source.needed("url"));
            case CurlScheme ignored -> FetchBounds.isLocal(source.needed("url"));
            case ForgeScheme ignored -> false;
            case IndirectScheme ignored -> false;
            case null -> false;
        };
    }

    /** The source of a flake. */
    static FetchRequest flake(InputAttributes source) throws InvalidUrlException {
        return request(FLAKE, source);
    }

    private static FetchRequest request(String builtin, InputAttributes source) throws InvalidUrlException {
        InputScheme scheme = InputScheme.of(source);
        return new FetchRequest(
                builtin,
                source,
                scheme == null ? source.toString() : scheme.toUrl(source).toString());
    }

    private static KwixException unexpected(String builtin, String name) {
        return new KwixException(
                        ErrorCode.WRONG_ARGUMENTS,
                        "`builtins." + builtin + "` does not take the attribute `" + name + "`.")
                .withSubject(name);
    }

    private static KwixException refused(String what, InvalidUrlException invalid) {
        return new KwixException(
                ErrorCode.INVALID_VALUE, "The source " + what + " names nothing: " + invalid.reason() + ".");
    }
}
