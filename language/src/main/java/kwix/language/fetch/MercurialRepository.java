package kwix.language.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.fetch.MercurialProgram.Changeset;
import kwix.language.value.Describe;
import kwix.store.FileNames;
import kwix.store.FolderTree;
import kwix.store.Hash;
import kwix.store.HashFormat;
import org.jspecify.annotations.Nullable;

/** A Mercurial repository as a source: a changeset of it, or, of one on this machine with changes, the tracked files as they are now. */
final class MercurialRepository {

    /** Other schemes of hg's lead to files of this machine, which the bounds of reads would not know of. */
    private static final Set<String> TRANSPORTS = Set.of("http", "https", "ssh", "static-http");

    private static final String MAIN_BRANCH = "default";

    private final Repository repository;
    private final InputAttributes source;

    MercurialRepository(Fetcher fetcher, InputAttributes source, boolean anywhere) {
        this.repository = new Repository(fetcher, source, "Mercurial", anywhere);
        this.source = source;
    }

    FetchedTree fetch() {
        return repository.guarded(() -> {
            try {
                Path folder = repository.folder();
                FetchedTree changed = folder == null ? null : changed(folder);
                return changed == null ? changeset(folder) : changed;
            } catch (Program.Failed failure) {
                throw repository.failed(failure.complaint("abort: "));
            }
        });
    }

    /** The files of a work tree with changes; null when a changeset is asked for or checked out without changes. */
    private @Nullable FetchedTree changed(Path folder) throws Program.Failed, IOException {
        if (source.has("rev") || source.has("ref") || !Files.exists(folder.resolve(".hg"))) {
            return null;
        }
        var hg = MercurialProgram.at(folder, repository.fetcher().budget());
        if (!hg.isDirty()) {
            return null;
        }
        repository.warnOfChanges(folder);
        return repository.stored(source.with("ref", hg.branch()), new TrackedTree(folder, hg.tracked()), false);
    }

    /** @param folder null for a repository that is elsewhere */
    private FetchedTree changeset(@Nullable Path folder)
            throws Program.Failed, IOException, InvalidTreeException, InvalidUrlException {
        try (ScratchFolder scratch = ScratchFolder.create()) {
            // A folder as a URL: hg takes what follows `#` in a plain name for a branch.
            Url place = folder == null ? elsewhere() : Url.ofFolder(FileNames.bytes(folder));
            var hg = MercurialProgram.copy(
                    place.toString(),
                    scratch.path().resolve("copy"),
                    repository.fetcher().budget());
            Changeset changeset = changeset(hg);
            Path files = scratch.path().resolve("files");
            hg.archive(changeset, files);
            InputAttributes complete = repository
                    .agreeing(source, "revCount", changeset.number())
                    .with("rev", changeset.node())
                    .with("ref", changeset.branch());
            return repository.stored(complete, new FolderTree(files), true);
        }
    }

    private Url elsewhere() throws InvalidUrlException {
        Url url = Url.parse(repository.url());
        if (!TRANSPORTS.contains(url.scheme())) {
            throw new KwixException(
                    ErrorCode.MISSING_FILE,
                    "The Mercurial repository `" + Describe.text(repository.url())
                            + "` cannot be fetched: the scheme is none of `https`, `http`, `ssh`, `static-http` and"
                            + " `file`.");
        }
        return url;
    }

    private Changeset changeset(MercurialProgram hg) throws Program.Failed, IOException {
        Hash revision = source.revision();
        String ref = source.string("ref");
        String name = revision != null ? revision.text(HashFormat.BASE16) : ref != null ? ref : MAIN_BRANCH;
        List<Changeset> found = hg.changesets(name);
        if (found.size() != 1) {
            throw repository.failed("`" + name + "` names " + found.size() + " changesets");
        }
        if (!found.getFirst().isCommitted()) {
            throw repository.failed("`" + name + "` names no changeset");
        }
        return found.getFirst();
    }
}
