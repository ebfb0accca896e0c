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
import kwix.store.FileNames;
import kwix.store.Hash;
import kwix.store.HashFormat;
import org.jspecify.annotations.Nullable;

/** A git repository as a source: a commit of it, or, of one on this machine, the files that git tracks as they are now. */
final class GitRepository {

    private static final int SHORT = 7;

    private final Repository repository;
    private final Fetcher fetcher;
    private final InputAttributes source;
    private final String url;

    /** Whether another repository names this one. */
    private final boolean inner;

    GitRepository(Fetcher fetcher, InputAttributes source, boolean anywhere) {
        this(new Repository(fetcher, source, "git", anywhere), false);
    }

    private GitRepository(Repository repository, boolean inner) {
        this.repository = repository;
        this.fetcher = repository.fetcher();
        this.source = repository.source();
        this.inner = inner;
        this.url = repository.url();
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
        return repository.guarded(() -> {
            Path folder = repository.folder();
            return folder != null && !source.has("rev") && !source.has("ref") && Files.exists(folder.resolve(".git"))
                    ? workTree(folder)
                    : opened(this::commit);
        });
    }

    private interface Reading<T> {

        T read(GitProgram git) throws Program.Failed, IOException, InvalidTreeException, InvalidUrlException;
    }

    /** Reads the repository where it is on this machine, or else a copy of it. */
    private <T> T opened(Reading<T> reading)
            throws Program.Failed, IOException, InvalidTreeException, InvalidUrlException {
        Path folder = repository.folder();
        if (folder != null) {
            return reading.read(new GitProgram(folder, fetcher.budget()));
        }
        if (inner) {
            fetcher.bounds().admits(url);
        }
        try (ScratchFolder copy = ScratchFolder.create()) {
            var git = new GitProgram(copy.path(), fetcher.budget());
            git.load(
                    url,
                    source.string("ref"),
                    source.revision(),
                    source.bool("allRefs"),
                    source.bool("shallow"),
                    !inner);
            return reading.read(git);
        }
    }

    private FetchedTree commit(GitProgram git)
            throws Program.Failed, IOException, InvalidTreeException, InvalidUrlException {
        String ref = source.string("ref");
        Hash wanted = source.revision();
        String revision = revision(git, wanted != null ? wanted.text(HashFormat.BASE16) : ref == null ? "HEAD" : ref);
        refuseShallow(git);
        InputAttributes complete = described(git, revision).with("rev", revision);
        try (ScratchFolder scratch = ScratchFolder.create();
                var tree = new UnpackedTree(scratch.path(), UnpackedTree.Limits.USUAL)) {
            read(git, revision, tree, "");
            return repository.stored(complete, tree, true);
        }
    }

    private String revision(GitProgram git, String name) throws Program.Failed, IOException {
        if (!git.isRepository()) {
            throw repository.failed("it is not a git repository");
        }
        try {
            return git.revision(name);
        } catch (Program.Failed unknown) {
            throw repository.failed("it has no commit `" + name + "`");
        }
    }

    /** @param place the folder of the tree for this repository, with a slash behind it unless it is the root */
    private void read(GitProgram git, String revision, UnpackedTree tree, String place)
            throws Program.Failed, IOException, InvalidTreeException, InvalidUrlException {
        Map<String, String> links = git.read(revision, tree, place, source.bool("exportIgnore"));
        if (links.isEmpty() || !source.bool("submodules")) {
            return;
        }
        String origin = repository.folder() == null ? url : git.origin();
        String base = origin == null ? Url.parse(url).fileName() : origin;
        for (Submodule submodule : git.submodules(revision)) {
            String link = links.get(submodule.path());
            if (link == null) {
                continue;
            }
            String from = submodule.place(base);
            if (from == null) {
                throw repository.failed("it does not say where its submodule `" + submodule.path() + "` comes from");
            }
            GitRepository linked = inner(from, link);
            linked.repository.guarded(() -> linked.opened(opened -> {
                String found = linked.revision(opened, link);
                linked.refuseShallow(opened);
                linked.read(opened, found, tree, place + submodule.path() + "/");
                return found;
            }));
        }
    }

    private GitRepository inner(String from, @Nullable String revision) throws InvalidUrlException {
        InputAttributes attributes =
                InputAttributes.of(Map.of("type", "git", "url", from, "submodules", true, "allRefs", true));
        InputAttributes checked =
                new GitScheme().checked(revision == null ? attributes : attributes.with("rev", revision));
        // A revision says all of what is read, so the bounds of pure evaluation need not hold it.
        boolean anywhere = revision != null && fetcher.bounds().readsAnywhere();
        return new GitRepository(new Repository(fetcher, checked, "git", anywhere), true);
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
        InputAttributes complete = repository.agreeing(source, "lastModified", git.time(revision));
        return source.bool("shallow") ? complete : repository.agreeing(complete, "revCount", git.count(revision));
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
        return repository.stored(complete, new TrackedTree(folder, names), false);
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
                throw repository.failed("its submodule `" + submodule.path() + "` does not lie in it");
            }
            GitRepository linked = inner(FileNames.bytes(folder) + "/" + submodule.path(), null);
            names.add(place + submodule.path() + "/");
            dirty |= linked.repository.guarded(() -> linked.addTo(names, place + submodule.path() + "/"));
        }
        if (dirty) {
            repository.warnOfChanges(folder);
        } else if (git.head() != null) {
            refuseShallow(git);
        }
        return dirty;
    }

    private boolean addTo(List<String> names, String place)
            throws Program.Failed, IOException, InvalidTreeException, InvalidUrlException {
        Path folder = repository.folder();
        if (folder == null || !Files.exists(folder.resolve(".git"))) {
            throw repository.failed("it is a submodule that is not checked out");
        }
        return isDirty(new GitProgram(folder, fetcher.budget()), folder, place, names);
    }
}
