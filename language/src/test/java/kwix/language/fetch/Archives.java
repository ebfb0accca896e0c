package kwix.language.fetch;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;

/** Archives for tests. */
final class Archives {

    /** The archive of {@link #TREE} hashes to this, says the reference. */
    static final String HASH = "sha256-ajBePaMxUz8bjRDSyQN1ZzCi4y+6hQbDhtKBjgN9DH4=";

    static final List<Entry> TREE = List.of(
            new Entry("top/", TarConstants.LF_DIR, ""),
            new Entry("top/hello", TarConstants.LF_NORMAL, "hello\n"),
            new Entry("top/run", 'x', "#!/bin/sh\n"),
            new Entry("top/link", TarConstants.LF_SYMLINK, "hello"),
            new Entry("top/sub/more", TarConstants.LF_NORMAL, "more\n"));

    private static final long SECONDS = 1_234_567_890;

    private Archives() {}

    /** @param type as in tar, or {@code x} for a program; {@code text} is a file's contents or a link's target */
    record Entry(String name, int type, String text) {}

    static Path write(Path file, List<Entry> entries) throws IOException {
        String name = file.getFileName().toString();
        try (OutputStream out = Files.newOutputStream(file)) {
            switch (name.substring(name.lastIndexOf('.'))) {
                case ".gz" -> tar(new GZIPOutputStream(out), entries);
                case ".bz2" -> tar(new BZip2CompressorOutputStream(out), entries);
                case ".xz" -> tar(new XZCompressorOutputStream(out), entries);
                case ".zst" -> tar(new ZstdOutputStream(out), entries);
                case ".zip" -> zip(out, entries);
                default -> tar(out, entries);
            }
        }
        return file;
    }

    private static void tar(OutputStream out, List<Entry> entries) throws IOException {
        try (var tar = new TarArchiveOutputStream(out, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Entry each : entries) {
                boolean program = each.type == 'x';
                var entry = new TarArchiveEntry(each.name, (byte) (program ? TarConstants.LF_NORMAL : each.type), true);
                byte[] bytes = each.text.getBytes(StandardCharsets.UTF_8);
                boolean file = program || each.type == TarConstants.LF_NORMAL;
                entry.setModTime(SECONDS * 1000);
                entry.setMode(program ? 0755 : 0644);
                if (file) {
                    entry.setSize(bytes.length);
                } else {
                    entry.setLinkName(each.text);
                }
                tar.putArchiveEntry(entry);
                if (file) {
                    tar.write(bytes);
                }
                tar.closeArchiveEntry();
            }
        }
    }

    private static void zip(OutputStream out, List<Entry> entries) throws IOException {
        try (var zip = new ZipArchiveOutputStream(out)) {
            for (Entry each : entries) {
                var entry = new ZipArchiveEntry(each.name);
                entry.setTime(SECONDS * 1000);
                entry.setUnixMode(
                        switch (each.type) {
                            case 'x' -> 0100755;
                            case TarConstants.LF_SYMLINK -> 0120777;
                            case TarConstants.LF_DIR -> 040755;
                            default -> 0100644;
                        });
                zip.putArchiveEntry(entry);
                zip.write(each.text.getBytes(StandardCharsets.UTF_8));
                zip.closeArchiveEntry();
            }
        }
    }
}
