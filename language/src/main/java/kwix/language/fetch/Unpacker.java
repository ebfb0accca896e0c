package kwix.language.fetch;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.GZIPInputStream;
import kwix.grammar.source.SourceText;
import kwix.language.value.Budget;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarUtils;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks tar archives, plain or compressed with gzip, bzip2, xz or zstd, and zip archives. What a file is its first bytes say. */
final class Unpacker {

    private static final int HEADER = 512;

    /** In KiB; what `xz -9` needs is 64 MiB. */
    private static final int XZ_MEMORY = 128 << 10;

    private static final int OWNER_MAY_RUN = 0100;

    private final UnpackedTree tree;
    private final Budget budget;
    private long lastModified;

    private Unpacker(UnpackedTree tree, Budget budget) {
        this.tree = tree;
        this.budget = budget;
    }

    /** Puts what is in the archive into the tree, and gives the time of its youngest entry in seconds since 1970. */
    static long unpack(Path archive, UnpackedTree tree, Budget budget) throws IOException, InvalidTreeException {
        var unpacker = new Unpacker(tree, budget);
        byte[] head;
        try (InputStream in = Files.newInputStream(archive)) {
            head = in.readNBytes(8);
        }
        try {
            if (starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6)) {
                unpacker.zip(archive);
            } else {
                try (InputStream in = new BufferedInputStream(Files.newInputStream(archive))) {
                    unpacker.tar(decompressed(in, head));
                }
            }
        } catch (RuntimeException broken) {
            // The library has many of its own for archives that make no sense; ours pass.
            if (broken instanceof kwix.language.error.KwixException) {
                throw broken;
            }
            throw new InvalidTreeException("is damaged (" + broken.getMessage() + ")");
        }
        tree.stripSingleFolder();
        return unpacker.lastModified;
    }

    private static InputStream decompressed(InputStream in, byte[] head) throws IOException {
        if (starts(head, 0x1F, 0x8B)) {
            return new GZIPInputStream(in);
        }
        if (starts(head, 'B', 'Z', 'h')) {
            return new BZip2CompressorInputStream(in, true);
        }
        if (starts(head, 0xFD, '7', 'z', 'X', 'Z', 0)) {
            return XZCompressorInputStream.builder()
                    .setInputStream(in)
                    .setDecompressConcatenated(true)
                    .setMemoryLimitKiB(XZ_MEMORY)
                    .get();
        }
        if (starts(head, 0x28, 0xB5, 0x2F, 0xFD)) {
            return new ZstdInputStream(in);
        }
        return in;
    }

    private static boolean starts(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private void tar(InputStream plain) throws IOException, InvalidTreeException {
        var in = new BlockCounter(new BufferedInputStream(plain));
        in.mark(HEADER + 1);
        byte[] header = in.readNBytes(HEADER);
        in.reset();
        if (header.length == 0) {
            return;
        }
        if (header.length < HEADER || !isZero(header) && !isTar(header)) {
            throw new InvalidTreeException("is neither a tar nor a zip archive");
        }
        var entries = new TarArchiveInputStream(in, "UTF-8");
        for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            budget.poll();
            String name = bytes(entry.getName());
            lastModified = Math.max(
                    lastModified, Math.floorDiv(entry.getLastModifiedTime().toMillis(), 1000L));
            if (entry.isDirectory()) {
                tree.addFolder(name);
            } else if (entry.isSymbolicLink()) {
                tree.addLink(name, bytes(entry.getLinkName()));
            } else if (entry.isLink()) {
                tree.addHardLink(name, bytes(entry.getLinkName()));
            } else if (entry.isFile() && !entry.isCharacterDevice() && !entry.isBlockDevice() && !entry.isFIFO()) {
                tree.addFile(name, (entry.getMode() & OWNER_MAY_RUN) != 0, entries);
            } else {
                throw new InvalidTreeException("has `" + name + "`, which is neither a file nor a folder nor a link");
            }
        }
        in.transferTo(OutputStream.nullOutputStream());
        if (in.count % HEADER != 0) {
            throw new InvalidTreeException("ends within a block of a tar archive");
        }
    }

    /** Archives consist of whole blocks; the library takes a part of one for the end. */
    private static final class BlockCounter extends FilterInputStream {

        private long count;
        private long marked;

        BlockCounter(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            count += Math.max(read, 0);
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = in.skip(bytes);
            count += skipped;
            return skipped;
        }

        @Override
        public synchronized void mark(int limit) {
            marked = count;
            in.mark(limit);
        }

        @Override
        public synchronized void reset() throws IOException {
            in.reset();
            count = marked;
        }
    }

    private static boolean isTar(byte[] header) {
        try {
            return TarUtils.verifyCheckSum(header);
        } catch (IllegalArgumentException noChecksum) {
            return false;
        }
    }

    private static boolean isZero(byte[] header) {
        for (byte b : header) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private void zip(Path archive) throws IOException, InvalidTreeException {
        try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
            Enumeration<ZipArchiveEntry> entries = zip.getEntriesInPhysicalOrder();
            while (entries.hasMoreElements()) {
                budget.poll();
                ZipArchiveEntry entry = entries.nextElement();
                String name = bytes(entry.getName());
                lastModified = Math.max(lastModified, Math.floorDiv(entry.getTime(), 1000L));
                if (entry.isDirectory()) {
                    tree.addFolder(name);
                } else if (entry.isUnixSymlink()) {
                    tree.addLink(name, bytes(zip.getUnixSymlink(entry)));
                } else {
                    try (InputStream contents = contents(zip, entry)) {
                        tree.addFile(name, (entry.getUnixMode() & OWNER_MAY_RUN) != 0, contents);
                    }
                }
            }
        }
    }

    private static InputStream contents(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        InputStream contents = zip.getInputStream(entry);
        return contents == null ? new ByteArrayInputStream(new byte[0]) : contents;
    }

    private static String bytes(String name) throws InvalidTreeException {
        if (name.indexOf('\uFFFD') >= 0 || name.indexOf('\0') >= 0) {
            throw new InvalidTreeException("has a name that is not UTF-8, `"
                    + new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1) + "`");
        }
        return SourceText.encode(name);
    }
}
