package kwix.language.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.Describe;
import kwix.language.value.PathValue;
import kwix.store.Archive;
import kwix.store.FileNames;
import kwix.store.FileTree;
import kwix.store.Hash;
import kwix.store.StoreContents;
import kwix.store.UnsupportedFileException;

/**
 * A folder or file of this machine as a source.
 *
 * @param anywhere whether it is read wherever it is
 */
record PathSource(Fetcher fetcher, InputAttributes source, boolean anywhere) {

    FetchedTree fetch() {
        String given = source.needed("path");
        if (!given.startsWith("/")) {
            throw new KwixException(
                    ErrorCode.INVALID_VALUE,
                    "The path " + Describe.quoted(given) + " of a source must begin with a slash.");
        }
        String path = PathValue.normalised(given).path();
        FileTree tree = fetcher.bounds().files(anywhere);
        try {
            if (tree.kind(path) == null) {
                throw new UnsupportedFileException(path, "does not exist");
            }
            Hash hash = Archive.hash(tree, path);
            InputAttributes complete =
                    source.has("lastModified") ? source : source.with("lastModified", youngest(tree, path));
            return fetcher.stored(complete, new StoreContents.Tree(tree, path, hash), hash, false);
        } catch (UnsupportedFileException unsupported) {
            throw new KwixException(
                    ErrorCode.MISSING_FILE,
                    "`" + Describe.text(unsupported.path()) + "` cannot be fetched: it " + unsupported.reason() + ".");
        }
    }

    private static long youngest(FileTree tree, String path) {
        long time = 0;
        try {
            time = Files.readAttributes(FileNames.path(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .lastModifiedTime()
                    .to(TimeUnit.SECONDS);
        } catch (IOException vanished) {
            // What is in the user's store has no times of its own.
            time = 0;
        }
        if (tree.kind(path) == FileTree.Kind.FOLDER) {
            for (String name : new TreeSet<>(tree.names(path))) {
                time = Math.max(time, youngest(tree, path.endsWith("/") ? path + name : path + "/" + name));
            }
        }
        return time;
    }
}
