package kwix.language.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.Describe;
import kwix.language.value.PathValue;
import kwix.store.FileTree;
import kwix.store.FolderTree;
import org.jspecify.annotations.Nullable;

/** What a URL leads to: a file of the machine, or a temporary one. */
record LoadedFile(FileTree tree, String path, @Nullable Path temporary) implements AutoCloseable {

    byte[] bytes() {
        return tree.contents(path);
    }

    @Override
    public void close() {
        if (temporary != null) {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException leftOver) {
                throw new UncheckedIOException(leftOver);
            }
        }
    }

    /** @param anywhere whether a file of the machine is read wherever it is */
    static LoadedFile of(String text, FetchBounds bounds, boolean anywhere) {
        Url url;
        String file;
        try {
            url = Url.parseLenient(text);
            file = url.fileName();
        } catch (InvalidUrlException invalid) {
            throw new KwixException(
                            ErrorCode.INVALID_VALUE,
                            "`" + Describe.text(text) + "` is not a URL: " + invalid.reason() + ".")
                    .withHint(text.startsWith("/") ? "Write `file://" + Describe.text(text) + "`." : null);
        }
        return switch (url.scheme()) {
            case "file" -> local(text, file, bounds.files(anywhere));
            case "http", "https" -> {
                try {
                    Path temporary = bounds.machine().store().physical().temporary();
                    Download.load(url.withoutFragment().toString(), temporary, bounds.budget());
                    yield new LoadedFile(new FolderTree(temporary), "", temporary);
                } catch (IOException failure) {
                    throw Refusal.unwritten(failure);
                }
            }
            case String other ->
                throw new KwixException(
                        ErrorCode.INVALID_VALUE,
                        "`" + Describe.text(text) + "` cannot be fetched: the scheme is neither `https` nor `http` nor"
                                + " `file`, but `" + Describe.text(other) + "`.");
        };
    }

    private static LoadedFile local(String url, String file, FileTree tree) {
        if (!file.startsWith("/")) {
            throw new KwixException(
                    ErrorCode.INVALID_VALUE,
                    "`" + Describe.text(url) + "` must name its file from the root on, as in `file:///folder/file`.");
        }
        String path = PathValue.normalised(file).path();
        FileTree.Kind kind = tree.kind(path);
        if (kind == null || kind == FileTree.Kind.FOLDER) {
            throw new KwixException(
                    ErrorCode.MISSING_FILE,
                    "`" + Describe.text(url) + "` cannot be fetched: "
                            + (kind == null ? "the file does not exist." : "it is a folder."));
        }
        return new LoadedFile(tree, path, null);
    }
}
