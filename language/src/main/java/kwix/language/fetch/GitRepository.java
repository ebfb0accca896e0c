package kwix.language.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    GitRepository(Fetcher fetcher, InputAttributes source) {
        this.fetcher = fetcher;
        this.source = source;
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
        try {
            Url place = Url.parse(url);
            if (place.scheme().equals("file")) {
                Path folder = local(place.fileName());
                return source.has("rev") || source.has("ref") || !Files.exists(folder.resolve(".git"))
                        ? commit(new GitProgram(folder, fetcher.budget()))
                        : workTree(new GitProgram(folder, fetcher.budget()), folder);
            }
            fetcher.requireAllowed(url);
            Path folder = Files.createTempDirectory("kwix-git-");
            try {
                var git = new GitProgram(folder, fetcher.budget());
                git.load(url, source.string("ref"), source.revision(), source.bool("allRefs"), source.bool("shallow"));
                return commit(git);
            } finally {
                GitProgram.remove(folder);
            }
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

    private FetchedTree commit(GitProgram git) throws Program.Failed, IOException, InvalidTreeException {
        String ref = source.string("ref");
        Hash wanted = source.revision();
        String revision = revision(git, wanted != null ? wanted.text(HashFormat.BASE16) : ref == null ? "HEAD" : ref);
        refuseShallow(git);
        InputAttributes complete = described(git, revision).with("rev", revision);
        Path folder = git.temporary();
        try (var tree = new UnpackedTree(folder, UnpackedTree.Limits.USUAL)) {
            boolean links = git.read(revision, tree, source.bool("exportIgnore"));
            refuseSubmodules(links);
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

    private void refuseSubmodules(boolean links) {
        if (links && source.bool("submodules")) {
            throw new KwixException(
                    ErrorCode.UNSUPPORTED,
                    "The git repository `" + Describe.text(url) + "` has submodules, which Kwix does not fetch.");
        }
    }

    private void refuseShallow(GitProgram git) throws Program.Failed, IOException {
        if (!source.bool("shallow") && git.isShallow()) {
            throw new KwixException(
                            ErrorCode.INVALID_VALUE,
                            "The git repository `" + Describe.text(url) + "` is a shallow clone.")
                    .withHint("Write `shallow = true;` to do without the number of its revisions.");
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

    private FetchedTree workTree(GitProgram git, Path folder) throws Program.Failed, IOException {
        @Nullable String head = git.head();
        boolean dirty = git.isDirty();
        InputAttributes complete;
        if (dirty) {
            fetcher.machine()
                    .report("warning: the git tree `" + FileNames.bytes(folder)
                            + "` has changes that are not committed");
            complete = source.with("lastModified", head == null ? 0L : git.time(head));
            if (head != null) {
                complete = complete.with("dirtyRev", head + "-dirty")
                        .with("dirtyShortRev", head.substring(0, SHORT) + "-dirty");
            }
        } else if (head == null) {
            complete = source.with("rev", "0".repeat(40)).with("lastModified", 0L);
            complete = source.bool("shallow") ? complete : complete.with("revCount", 0L);
        } else {
            refuseShallow(git);
            complete = described(git, head).with("rev", head);
        }
        refuseSubmodules(git.hasSubmodules());
        var tree = new TrackedTree(folder, git.tracked(source.bool("exportIgnore")));
        Hash hash = Archive.hash(tree, "");
        return fetcher.stored(complete, new StoreContents.Tree(tree, "", hash), hash, false);
    }
}
