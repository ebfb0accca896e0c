package kwix.conformance.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import kwix.store.Archive;
import kwix.store.ArchiveReader;
import kwix.store.FolderTree;
import kwix.store.TreeSink;

/** The reader of NAR archives. */
record ArchiveTarget(List<String> samples) implements Target {

    /** Samples made from a folder. */
    static ArchiveTarget of(Path folder) throws IOException {
        var out = new ByteArrayOutputStream();
        Archive.write(new FolderTree(folder), "", out);
        return new ArchiveTarget(List.of(out.toString(StandardCharsets.ISO_8859_1)));
    }

    @Override
    public String name() {
        return "NAR";
    }

    @Override
    public void read(String input) {
        try {
            ArchiveReader.read(new ByteArrayInputStream(input.getBytes(StandardCharsets.ISO_8859_1)), new Discarding());
        } catch (IOException ordinary) {
            // Bytes that are no archive.
        }
    }

    @Override
    public void stop() {}

    private static final class Discarding implements TreeSink {
        @Override
        public void file(String path, boolean executable, InputStream contents, long length) throws IOException {
            contents.transferTo(java.io.OutputStream.nullOutputStream());
        }

        @Override
        public void folder(String path) {}

        @Override
        public void link(String path, String target) {}
    }
}
