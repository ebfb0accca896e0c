package kwix.language.fetch;

import java.util.List;
import java.util.Set;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.Describe;
import kwix.language.value.Suggestions;
import org.jspecify.annotations.Nullable;

/** A kind of source: how it is written as a URL and as attributes. */
sealed interface InputScheme permits CurlScheme, ForgeScheme, GitScheme, IndirectScheme, MercurialScheme, PathScheme {

    List<InputScheme> ALL = List.of(
            new CurlScheme(false),
            new GitScheme(),
            new ForgeScheme("github"),
            new ForgeScheme("gitlab"),
            new MercurialScheme(),
            new IndirectScheme(),
            new PathScheme(),
            new ForgeScheme("sourcehut"),
            new CurlScheme(true));

    /** The attribute {@code type} of its sources. */
    String name();

    /** The attributes that its sources may have. */
    Set<String> attributes();

    /**
     * The source that a URL names; null when it is of another scheme.
     *
     * @param folder whether the source is to be a folder
     */
    @Nullable
    InputAttributes fromUrl(Url url, boolean folder) throws InvalidUrlException;

    /** Checks attributes, and gives them in the one form that equal sources have. */
    InputAttributes checked(InputAttributes given) throws InvalidUrlException;

    Url toUrl(InputAttributes source) throws InvalidUrlException;

    static @Nullable InputScheme named(String name) {
        return ALL.stream()
                .filter(scheme -> scheme.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The scheme of a source; null when its type is unknown. */
    static @Nullable InputScheme of(InputAttributes source) {
        return named(source.needed("type"));
    }

    /** A source by its URL. */
    static InputAttributes parse(Url url, boolean folder) throws InvalidUrlException {
        for (InputScheme scheme : ALL) {
            InputAttributes source = scheme.fromUrl(url, folder);
            if (source != null) {
                return checkCommon(source);
            }
        }
        throw new KwixException(
                        ErrorCode.INVALID_VALUE,
                        "`" + Describe.text(url.toString())
                                + "` names no kind of source: there is none with the scheme `"
                                + Describe.text(url.scheme()) + "`.")
                .withHint(url.scheme().equals("file+git") ? "Did you mean `git+file`?" : null);
    }

    /** A source by its attributes. Those of an unknown type are taken as they are. */
    static InputAttributes of(InputAttributes given, String what) throws InvalidUrlException {
        if (given.string("type") == null) {
            throw new KwixException(
                            ErrorCode.INVALID_VALUE,
                            what + " " + given + " does not say by an attribute `type` what kind of source it is.")
                    .withSubject("type");
        }
        InputScheme scheme = of(given);
        if (scheme == null) {
            return checkCommon(given);
        }
        for (String name : given.values().keySet()) {
            if (!name.equals("type")
                    && !name.equals("__final")
                    && !scheme.attributes().contains(name)) {
                var near = Suggestions.near(name, List.copyOf(scheme.attributes()));
                throw new KwixException(
                                ErrorCode.INVALID_VALUE,
                                "A source of type `" + scheme.name() + "` has no attribute `" + Describe.text(name)
                                        + "`.")
                        .withSubject(Describe.text(name))
                        .withHint(near.isEmpty() ? null : "Did you mean `" + near.getFirst() + "`?");
            }
        }
        return checkCommon(scheme.checked(given));
    }

    private static InputAttributes checkCommon(InputAttributes source) {
        source.string("type");
        source.string("ref");
        source.integer("revCount");
        source.integer("lastModified");
        return source;
    }
}
