package kwix.language.builtin;

import static kwix.language.builtin.Builtin.builtin;
import static kwix.language.builtin.Builtin.global;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.fetch.FetchRequest;
import kwix.language.fetch.FetchedTree;
import kwix.language.fetch.Fetcher;
import kwix.language.value.AttributeSet;
import kwix.language.value.Describe;
import kwix.language.value.Thunk;
import kwix.store.Hash;
import kwix.store.HashAlgorithm;
import kwix.store.InvalidHashException;
import org.jspecify.annotations.Nullable;

/** Sources from elsewhere. */
final class FetchBuiltins {

    private static final Set<String> ARGUMENTS = Set.of("url", "name", "sha256");

    private FetchBuiltins() {}

    static List<Builtin> declarations() {
        return List.of(
                builtin("fetchurl")
                        .strict("source")
                        .doc("""
                            Fetches a file and gives its store path. The argument is a URL (`https:`, `http:`, `file:`), or a set with `url` and
                            maybe `name` and `sha256`, which pure evaluation needs.\
                            """)
                        .example("builtins.isFunction builtins.fetchurl", "true")
                        .unary((context, argument) -> fetch(context, argument, false)),
                global("fetchTarball")
                        .strict("source")
                        .doc("""
                            Fetches an archive (tar, also compressed with gzip, bzip2 or xz, or zip) and gives the store path of what is in it; a
                            single folder at its top is left out. The argument is that of `fetchurl`.\
                            """)
                        .example("builtins.isFunction fetchTarball", "true")
                        .unary((context, argument) -> fetch(context, argument, true)),
                global("fetchTree")
                        .strict("source")
                        .doc("""
                            Fetches what a URL or a set with a `type` names, such as `path`, `git`, `tarball`, `file` or `github`, and gives its
                            store path as `outPath` beside what is known of it: `narHash`, `rev`, `lastModified` ….\
                            """)
                        .example("builtins.isFunction fetchTree", "true")
                        .unary((context, argument) -> fetcher(context)
                                .tree(FetchRequest.tree(argument, context.coercion()))
                                .asSet(false)),
                global("fetchGit")
                        .strict("repository")
                        .doc("""
                            Fetches a commit of a git repository, or of a repository on this machine the files that git tracks as they are now.
                            The argument says where it is, or is a set with `url` and maybe `rev`, `ref`, `name`, `shallow`, `exportIgnore`.\
                            """)
                        .example("builtins.isFunction fetchGit", "true")
                        .unary((context, argument) -> fetcher(context)
                                .tree(FetchRequest.git(argument, context.coercion()))
                                .asSet(true)),
                global("fetchMercurial")
                        .strict("repository")
                        .doc("""
                            Fetches a changeset of a Mercurial repository, or of a repository on this machine with changes the files that are tracked
                            as they are now; the program `hg` reads it. The argument says where it is, or is a set with `url` and maybe `name`
                            and `rev`: a revision, branch, tag or bookmark. The value has `outPath`, `branch`, `rev`, `shortRev` and, unless there are
                            changes, `revCount`.\
                            """)
                        .example("builtins.isFunction fetchMercurial", "true")
                        .unary((context, argument) -> fetcher(context)
                                .tree(FetchRequest.mercurial(
                                        argument,
                                        context.coercion(),
                                        context.machine().pure()))
                                .asChangeset()));
    }

    static Fetcher fetcher(BuiltinContext context) {
        return new Fetcher(context.machine(), context.budget());
    }

    private static Object fetch(BuiltinContext context, Object argument, boolean unpack) {
        String builtin = unpack ? "fetchTarball" : "fetchurl";
        String url;
        String name = unpack ? "source" : "";
        Hash hash = null;
        if (argument instanceof AttributeSet set) {
            var given = new TreeMap<String, String>();
            for (int i = 0; i < set.size(); i++) {
                String attribute = set.name(i);
                if (!ARGUMENTS.contains(attribute)) {
                    throw new KwixException(
                                    ErrorCode.WRONG_ARGUMENTS,
                                    "`builtins." + builtin + "` does not take the attribute `"
                                            + Describe.text(attribute) + "`.")
                            .at(set.place(i))
                            .withSubject(Describe.text(attribute));
                }
                given.put(attribute, Needed.plainString(set.value(i), builtin, "the attribute `" + attribute + "`"));
            }
            url = Needed.plainString(
                    Needed.attribute(set, "url", builtin, "its argument"), builtin, "the attribute `url`");
            name = given.getOrDefault("name", name);
            hash = hash(given.get("sha256"));
        } else {
            url = Needed.plainString(Thunk.force(argument), builtin, "its argument");
        }
        if (name.isEmpty()) {
            String path = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
            name = path.substring(path.lastIndexOf('/') + 1);
        }
        FetchedTree.checkName(url, name);
        Fetcher fetcher = fetcher(context);
        return FetchedTree.dependent(unpack ? fetcher.archive(url, name, hash) : fetcher.file(url, name, hash));
    }

    private static @Nullable Hash hash(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (text.isEmpty()) {
            return Hash.of(HashAlgorithm.SHA256, new byte[HashAlgorithm.SHA256.size()]);
        }
        try {
            return Hash.parse(text, HashAlgorithm.SHA256);
        } catch (InvalidHashException invalid) {
            throw new KwixException(
                    ErrorCode.INVALID_VALUE, "The attribute `sha256` is no hash: " + invalid.getMessage() + ".");
        }
    }
}
