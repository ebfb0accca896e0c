package kwix.language.fetch;

import java.io.IOException;
import java.nio.file.Path;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.Describe;
import kwix.language.value.PathValue;
import kwix.store.Archive;
import kwix.store.FileNames;
import kwix.store.FileTree;
import kwix.store.Hash;
import kwix.store.StoreContents;
import org.jspecify.annotations.Nullable;

/**
 * A repository of any kind as a source.
 *
 * @param kind whose repository it is, for messages
 * @param anywhere whether it is read wherever it is on this machine
 */
record Repository(Fetcher fetcher, InputAttributes source, String kind, boolean anywhere) {

    /** What is done with a repository. */
    interface Work<T> {

        T result() throws Program.Failed, IOException, InvalidTreeException, InvalidUrlException;
    }

    String url() {
        return source.needed("url");
    }

    /** Does something and says of which repository it is when it fails. */
    <T> T guarded(Work<T> work) {
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

    KwixException failed(String reason) {
        return new KwixException(
                ErrorCode.MISSING_FILE,
                "The " + kind + " repository `" + Describe.text(url()) + "` cannot be fetched: " + Describe.text(reason)
                        + ".");
    }

    /** Its folder if it is on this machine. */
    @Nullable
    Path folder() throws InvalidUrlException {
        Url place = Url.parse(url());
        return place.scheme().equals("file") ? folder(place.fileName()) : null;
    }

    private Path folder(String name) {
        if (!name.startsWith("/")) {
            throw new KwixException(
                    ErrorCode.INVALID_VALUE,
                    "The " + kind + " repository " + Describe.quoted(name) + " must be named by an absolute path.");
        }
        PathValue path = PathValue.normalised(name);
        if (!fetcher.bounds().exists(path, anywhere)) {
            throw new KwixException(
                    ErrorCode.MISSING_FILE,
                    "The " + kind + " repository `" + Describe.text(path.path()) + "` does not exist.");
        }
        return FileNames.path(path.path());
    }

    /** What the program says of a commit beforehand must be so. */
    InputAttributes agreeing(InputAttributes described, String name, long found) {
        Long given = source.integer(name);
        if (given != null && given != found) {
            throw new KwixException(
                            ErrorCode.INVALID_VALUE,
                            "The " + kind + " repository `" + Describe.text(url()) + "` has " + found + " as its `"
                                    + name + "`, not " + given + ".")
                    .withSubject(name);
        }
        return described.with(name, found);
    }

    void warnOfChanges(Path folder) {
        fetcher.machine()
                .report("warning: the " + kind + " tree `" + FileNames.bytes(folder)
                        + "` has changes that are not committed");
    }

    /** @param now whether the tree is temporary */
    FetchedTree stored(InputAttributes complete, FileTree tree, boolean now) {
        Hash hash = Archive.hash(tree, "");
        return fetcher.stored(complete, new StoreContents.Tree(tree, "", hash), hash, now);
    }
}
