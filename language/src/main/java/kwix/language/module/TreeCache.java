package kwix.language.module;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import kwix.grammar.binary.StoredTree;
import kwix.grammar.scope.Scopes;
import kwix.grammar.source.SourceText;
import kwix.grammar.tree.SyntaxTree;
import org.jspecify.annotations.Nullable;

/**
 * The trees of the user's sources, a file each. An entry holds all of its source, so that no other can be taken for it, and the build
 * of Kwix that made it. It appears under its name when it is whole. Whatever is wrong with the folder or an entry, the source is
 * parsed; nobody is told.
 *
 * <p>An entry is written when a source is parsed for the second time, of which the first left an empty file: who changes a file before
 * each run would pay for entries that nobody reads.
 */
public final class TreeCache implements TreeStore {

    /** Parsing less than this takes no longer than looking for its tree. */
    static final int SMALLEST = 8_000;

    private static final int MAGIC = 0x4B775463;
    private static final int HEAD = 6 * Integer.BYTES;

    /** A tree takes no more bytes than this for one of its source. */
    private static final int LARGEST_GROWTH = 16;

    /** An empty file takes room too. */
    private static final int LEAST_ROOM = 4096;

    private static final String SEEN = ".seen";

    private final Supplier<@Nullable Path> place;
    private final Supplier<byte @Nullable []> maker;
    private final long bound;
    private boolean asked;
    private @Nullable Path folder;
    private byte[] build = {};
    private long unchecked;

    /**
     * Nothing is asked for before there is a source that is large enough.
     *
     * @param place the folder; null for no cache
     * @param maker the identity of the build of Kwix; null for no cache
     * @param bound how many bytes the folder may hold
     */
    public TreeCache(Supplier<@Nullable Path> place, Supplier<byte @Nullable []> maker, long bound) {
        this.place = place;
        this.maker = maker;
        this.bound = bound;
        // So that the first entry finds out how full the folder is.
        unchecked = bound;
    }

    private @Nullable Path folder() {
        if (!asked) {
            asked = true;
            byte[] identity = maker.get();
            if (identity != null) {
                build = identity;
                folder = place.get();
            }
        }
        return folder;
    }

    private Path entry(Path folder, byte[] content) {
        int maker = ContentKey.checksum(build, 0, build.length);
        return folder.resolve(Long.toHexString(ContentKey.of(content)) + "-" + Integer.toHexString(maker));
    }

    @Override
    public @Nullable StoredTree find(SourceText source, String file, byte[] content) {
        Path where = content.length < SMALLEST ? null : folder();
        byte[] entry = where == null ? null : read(entry(where, content), content.length);
        return entry == null || !isOf(content, entry)
                ? null
                : StoredTree.read(source, entry, HEAD + build.length + content.length);
    }

    private byte @Nullable [] read(Path file, int contentLength) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            long most = HEAD + build.length + (1L + LARGEST_GROWTH) * contentLength;
            return attributes.isRegularFile() && attributes.size() >= HEAD && attributes.size() <= most
                    ? Files.readAllBytes(file)
                    : null;
        } catch (IOException | SecurityException unreadable) {
            return null;
        }
    }

    private boolean isOf(byte[] content, byte[] entry) {
        ByteBuffer head = ByteBuffer.wrap(entry);
        int contentStart = HEAD + build.length;
        int treeStart = contentStart + content.length;
        return head.getInt() == MAGIC
                && head.getInt() == StoredTree.VERSION
                && head.getInt() == ContentKey.checksum(entry, 3 * Integer.BYTES, entry.length - 3 * Integer.BYTES)
                && head.getInt() == build.length
                && head.getInt() == content.length
                && head.getInt() == entry.length - treeStart
                && Arrays.equals(entry, HEAD, contentStart, build, 0, build.length)
                && Arrays.equals(entry, contentStart, treeStart, content, 0, content.length);
    }

    @Override
    public void keep(SyntaxTree tree, Scopes scopes, String file, byte[] content) {
        Path where = content.length < SMALLEST ? null : folder();
        if (where == null) {
            return;
        }
        Path entry = entry(where, content);
        try {
            Files.createDirectories(where);
            Path seen = entry.resolveSibling(entry.getFileName() + SEEN);
            if (Files.deleteIfExists(seen)) {
                write(entry, tree, scopes, content);
            } else {
                makeRoom(where, LEAST_ROOM);
                Files.createFile(seen);
            }
        } catch (IOException | SecurityException unwritable) {
            // Also where another run was faster.
            return;
        }
    }

    private void write(Path file, SyntaxTree tree, Scopes scopes, byte[] content) throws IOException {
        byte[] stored = StoredTree.write(tree, scopes);
        if (stored == null || stored.length > (long) LARGEST_GROWTH * content.length) {
            return;
        }
        ByteBuffer entry = ByteBuffer.allocate(HEAD + build.length + content.length + stored.length);
        entry.position(3 * Integer.BYTES);
        entry.putInt(build.length).putInt(content.length).putInt(stored.length);
        entry.put(build).put(content).put(stored);
        entry.putInt(0, MAGIC).putInt(Integer.BYTES, StoredTree.VERSION);
        entry.putInt(
                2 * Integer.BYTES,
                ContentKey.checksum(entry.array(), 3 * Integer.BYTES, entry.limit() - 3 * Integer.BYTES));
        if (entry.limit() <= bound / 4) {
            makeRoom(Objects.requireNonNull(file.getParent()), entry.limit());
            write(file, entry.array());
        }
    }

    private static void write(Path file, byte[] entry) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + "." + Long.toHexString(System.nanoTime()));
        try {
            Files.write(unfinished, entry, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            Files.deleteIfExists(unfinished);
            throw failure;
        }
    }

    /** Before so many bytes are written. The whole folder is looked at only now and then. */
    private void makeRoom(Path where, long bytes) throws IOException {
        unchecked += bytes;
        if (unchecked > bound / 4) {
            evict(where, bound / 4 * 3);
            unchecked = bytes;
        }
    }

    /** @param size the room that it takes */
    private record Entry(Path file, long size, long written) {}

    /** Deletes the oldest entries, and what an interrupted run left, until the rest takes no more than this. */
    private static void evict(Path where, long most) throws IOException {
        List<Entry> entries = new ArrayList<>();
        long size = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(where)) {
            for (Path file : files) {
                Entry entry = entry(file);
                if (entry != null) {
                    entries.add(entry);
                    size += entry.size;
                }
            }
        }
        entries.sort(Comparator.comparingLong(Entry::written));
        for (Entry entry : entries) {
            if (size <= most) {
                return;
            }
            Files.deleteIfExists(entry.file);
            size -= entry.size;
        }
    }

    /** Null for what another run has just deleted. */
    private static @Nullable Entry entry(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return new Entry(
                    file,
                    Math.max(attributes.size(), LEAST_ROOM),
                    attributes.lastModifiedTime().toMillis());
        } catch (IOException gone) {
            return null;
        }
    }
}
