package kwix.language.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.Describe;
import kwix.language.value.PathValue;
import kwix.store.Archive;
import kwix.store.FileNames;
import kwix.store.Hash;
import kwix.store.HashFormat;
import kwix.store.StoreContents;
import org.jspecify.annotations.Nullable;

/** A git repository as a source: a commit of it, or, of one on this machine, the files that git tracks as they are now. */
final class GitRepository {

    private static final int SHORT = 7;

    private final Fetcher fetcher;
    private final InputAttributes source;
    private final String url;

    /** Whether another repository names this one. */
    private final boolean inner;

    GitRepository(Fetcher fetcher, InputAttributes source) {
        this(fetcher, source, false);
    }

    private GitRepository(Fetcher fetcher, InputAttributes source, boolean inner) {
        this.fetcher = fetcher;
        this.source = source;
        this.inner = inner;
        this.url = source.needed("url");
    }

    FetchedTree fetch() {
        if (source.bool("exportIgnore") && source.bool("submodules")) {
            throw new KwixException(
                    ErrorCode.INVALID_VALUE,
                    "`exportIgnore` and `submodules` cannot both be asked of a git repository.");
        }
        if (source.bool("lfs")) {
            throw new KwixException(
                    ErrorCode.UNSUPPORTED, "Kwix does not fetch files that git keeps elsewhere (`lfs`).");
        }
        return guarded(() -> {
            Path folder = local();
            return folder != null && !source.has("rev") && !source.has("ref") && Files.exists(folder.resolve(".git"))
                    ? workTree(folder)
                    : opened(this::commit);
        });
    }

    private interface Work<T> {

        T result() throws Program.Failed, IOException, InvalidTreeException, InvalidUrlException;
    }

    private <T> T guarded(Work<T> work) {
        try {
            return work.result();
        } catch (InvalidUrlException invalid) {
            throw failed(invalid.reason());
        } catch (InvalidTreeException invalid) {
            throw failed("it " + invalid.reason());
        } catch (Program.Failed failure) {
            throw failed(failure.complaint());
        } catch (IOException failure) {
            throw failed(String.valueOf(failure.getMessage()));
        }
    }

    private interface Reading<T> {

        T read(GitProgram git) throws Program.Failed, IOException, InvalidTreeException, InvalidUrlException;
    }

    /** Reads the repository where it is on this machine, or else a copy of it. */
    private <T> T opened(Reading<T> reading)
            throws Program.Failed, IOException, InvalidTreeException, InvalidUrlException {
        Path folder = local();
        if (folder != null) {
            return reading.read(new GitProgram(folder, fetcher.budget()));
        }
        fetcher.requireAllowed(url);
        Path copy = Files.createTempDirectory("kwix-git-");
        try {
            var git = new GitProgram(copy, fetcher.budget());
            git.load(
                    url,
                    source.string("ref"),
                    source.revision(),
                    source.bool("allRefs"),
                    source.bool("shallow"),
                    !inner);
            return reading.read(git);
        } finally {
            GitProgram.remove(copy);
        }
    }

    /** The repository's folder if it is on this machine. */
    private @Nullable Path local() throws InvalidUrlException {
        Url place = Url.parse(url);
        return place.scheme().equals("file") ? local(place.fileName()) : null;
    }

    private KwixException failed(String reason) {
        return new KwixException(
                ErrorCode.MISSING_FILE,
                "The git repository `" + Describe.text(url) + "` cannot be fetched: " + Describe.text(reason) + ".");
    }

    private Path local(String name) {
        if (!name.startsWith("/")) {
            throw new KwixException(
                    ErrorCode.INVALID_VALUE,
                    "The git repository " + Describe.quoted(name) + " must be named by an absolute path.");
        }
        String path = PathValue.normalised(name).path();
        // A revision says all of what is read, so the bounds of pure evaluation need not hold it.
        boolean exists = source.has("rev") && fetcher.readsAnywhere()
                ? Files.exists(FileNames.path(path))
                : fetcher.machine().fileType(new PathValue(path)) != null;
        if (!exists) {
            throw new KwixException(
                    ErrorCode.MISSING_FILE, "The git repository `" + Describe.text(path) + "` does not exist.");
        }
        return FileNames.path(path);
    }

    private FetchedTree commit(GitProgram git)
            throws Program.Failed, IOException, InvalidTreeException, InvalidUrlException {
        String ref = source.string("ref");
        Hash wanted = source.revision();
        String revision = revision(git, wanted != null ? wanted.text(HashFormat.BASE16) : ref == null ? "HEAD" : ref);
        refuseShallow(git);
        InputAttributes complete = described(git, revision).with("rev", revision);
        Path folder = git.temporary();
        try (var tree = new UnpackedTree(folder, UnpackedTree.Limits.USUAL)) {
            read(git, revision, tree, "");
            Hash hash = Archive.hash(tree, "");
            return fetcher.stored(complete, new StoreContents.Tree(tree, "", hash), hash, true);
        } finally {
            GitProgram.remove(folder);
        }
    }

    private String revision(GitProgram git, String name) throws Program.Failed, IOException {
        if (!git.isRepository()) {
            throw failed("it is not a git repository");
        }
        try {
            return git.revision(name);
        } catch (Program.Failed unknown) {
            throw failed("it has no commit `" + name + "`");
        }
    }

    /** @param place the folder of the tree for this repository, with a slash behind it unless it is the root */
    private void read(GitProgram git, String revision, UnpackedTree tree, String place)
            throws Program.Failed, IOException, InvalidTreeException, InvalidUrlException {
        Map<String, String> links = git.read(revision, tree, place, source.bool("exportIgnore"));
        if (links.isEmpty() || !source.bool("submodules")) {
            return;
        }
        String origin = local() == null ? url : git.origin();
        String base = origin == null ? Url.parse(url).fileName() : origin;
        for (Submodule submodule : git.submodules(revision)) {
            String link = links.get(submodule.path());
            if (link == null) {
                continue;
            }
            String from = submodule.place(base);
            if (from == null) {
                throw failed("it does not say where its submodule `" + submodule.path() + "` comes from");
            }
            GitRepository repository = inner(from, link);
            repository.guarded(() -> repository.opened(opened -> {
                String found = repository.revision(opened, link);
                repository.refuseShallow(opened);
                repository.read(opened, found, tree, place + submodule.path() + "/");
                return found;
            }));
        }
    }

    private GitRepository inner(String from, @Nullable String revision) throws InvalidUrlException {
        InputAttributes attributes =
                InputAttributes.of(Map.of("type", "git", "url", from, "submodules", true, "allRefs", true));
        return new GitRepository(
                fetcher,
                new GitScheme().checked(revision == null ? attributes : attributes.with("rev", revision)),
                true);
    }

    private void refuseShallow(GitProgram git) throws Program.Failed, IOException {
        if (!source.bool("shallow") && git.isShallow()) {
            throw new KwixException(
                            ErrorCode.INVALID_VALUE,
                            "The git repository `" + Describe.text(url) + "` is a shallow clone.")
                    .withHint(
                            inner
                                    ? "It is a submodule, which must be whole; `git fetch --unshallow` makes it so."
                                    : "Write `shallow = true;` to do without the number of its revisions.");
        }
    }

    private InputAttributes described(GitProgram git, String revision) throws Program.Failed, IOException {
        InputAttributes complete = agreeing(source, "lastModified", git.time(revision));
        return source.bool("shallow") ? complete : agreeing(complete, "revCount", git.count(revision));
    }

    /** What the program says of a commit beforehand must be so. */
    private InputAttributes agreeing(InputAttributes described, String name, long found) {
        Long given = source.integer(name);
        if (given != null && given != found) {
            throw new KwixException(
                            ErrorCode.INVALID_VALUE,
                            "The git repository `" + Describe.text(url) + "` has " + found + " as its `" + name
                                    + "`, not " + given + ".")
                    .withSubject(name);
        }
        return described.with(name, found);
    }

    private FetchedTree workTree(Path folder)
            throws Program.Failed, IOException, InvalidTreeException, InvalidUrlException {
        var git = new GitProgram(folder, fetcher.budget());
        @Nullable String head = git.head();
        var names = new ArrayList<String>();
        InputAttributes complete;
        if (isDirty(git, folder, "", names)) {
            complete = source.with("lastModified", head == null ? 0L : git.time(head));
            if (head != null) {
                complete = complete.with("dirtyRev", head + "-dirty")
                        .with("dirtyShortRev", head.substring(0, SHORT) + "-dirty");
            }
        } else if (head == null) {
            complete = source.with("rev", "0".repeat(40)).with("lastModified", 0L);
            complete = source.bool("shallow") ? complete : complete.with("revCount", 0L);
        } else {
            complete = described(git, head).with("rev", head);
        }
        var tree = new TrackedTree(folder, names);
        Hash hash = Archive.hash(tree, "");
        return fetcher.stored(complete, new StoreContents.Tree(tree, "", hash), hash, false);
    }

    /**
     * Adds the names that git tracks, here and in submodules.
     *
     * @param place the repository's folder below the outermost one, with a slash behind it unless it is that
     * @return whether something there is not committed
     */
    private boolean isDirty(GitProgram git, Path folder, String place, List<String> names)
            throws Program.Failed, IOException, InvalidTreeException, InvalidUrlException {
        boolean dirty = git.isDirty();
        git.tracked(source.bool("exportIgnore")).forEach(name -> names.add(place + name));
        for (Submodule submodule : source.bool("submodules") ? git.submodules() : List.<Submodule>of()) {
            if (!submodule.liesBelow()) {
                throw failed("its submodule `" + submodule.path() + "` does not lie in it");
            }
            GitRepository repository = inner(FileNames.bytes(folder) + "/" + submodule.path(), null);
            names.add(place + submodule.path() + "/");
            dirty |= repository.guarded(() -> repository.addTo(names, place + submodule.path() + "/"));
        }
        if (dirty) {
            fetcher.machine()
                    .report("warning: the git tree `" + FileNames.bytes(folder)
                            + "` has changes that are not committed");
        } else if (git.head() != null) {
            refuseShallow(git);
        }
        return dirty;
    }

    private boolean addTo(List<String> names, String place)
            throws Program.Failed, IOException, InvalidTreeException, InvalidUrlException {
        Path folder = local();
        if (folder == null || !Files.exists(folder.resolve(".git"))) {
            throw failed("it is a submodule that is not checked out");
        }
        return isDirty(new GitProgram(folder, fetcher.budget()), folder, place, names);
    }
}
