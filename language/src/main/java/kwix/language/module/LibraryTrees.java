package kwix.language.module;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import kwix.grammar.binary.StoredTree;
import kwix.grammar.scope.Scopes;
import kwix.grammar.source.SourceText;
import kwix.grammar.tree.SyntaxTree;
import org.jspecify.annotations.Nullable;

/**
 * The trees of the standard library, which were made with this build of Kwix, in one file: a head, a row for each source in the order of
 * their keys, the trees. A source that was changed since has no row. Anything wrong with the file, and there are no trees.
 */
public final class LibraryTrees implements TreeStore {

    private static final int MAGIC = 0x4B775472;
    private static final int HEAD = 3 * Integer.BYTES;
    private static final int ROW = Long.BYTES + 4 * Integer.BYTES;

    private final LibraryFolders library;
    private final String file;
    private @Nullable ByteBuffer bytes;
    private int count;

    /**
     * @param library the folders of the standard library, as bytes
     * @param file the trees, as bytes; read when they are needed
     */
    public LibraryTrees(LibraryFolders library, String file) {
        this.library = library;
        this.file = file;
    }

    @Override
    public @Nullable StoredTree find(SourceText source, String path, byte[] content) {
        if (!library.holds(path)) {
            return null;
        }
        ByteBuffer all = bytes;
        if (all == null) {
            all = open();
            bytes = all;
        }
        int row = row(all, ContentKey.of(content));
        if (row < 0 || all.getInt(row + 8) != content.length) {
            return null;
        }
        int start = all.getInt(row + 12);
        int length = all.getInt(row + 16);
        boolean whole = start >= 0
                && length >= 0
                && length <= all.limit() - start
                && ContentKey.checksum(all.array(), start, length) == all.getInt(row + 20);
        return whole ? StoredTree.read(source, all.array(), start) : null;
    }

    @Override
    public void keep(SyntaxTree tree, Scopes scopes, String path, byte[] content) {}

    private ByteBuffer open() {
        try {
            ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(FileNames.path(file)));
            if (all.limit() >= HEAD && all.getInt(0) == MAGIC && all.getInt(4) == StoredTree.VERSION) {
                int rows = all.getInt(8);
                count = rows >= 0 && rows <= (all.limit() - HEAD) / ROW ? rows : 0;
            }
            return all;
        } catch (IOException missing) {
            return ByteBuffer.allocate(0);
        }
    }

    private int row(ByteBuffer all, long key) {
        int from = 0;
        int to = count;
        while (from < to) {
            int middle = (from + to) >>> 1;
            long found = all.getLong(HEAD + middle * ROW);
            if (found == key) {
                return HEAD + middle * ROW;
            }
            if (found < key) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return -1;
    }

    /** Puts such a file together. The same sources give the same bytes. */
    public static final class Writer {

        private record Entry(byte[] content, byte[] tree) {}

        private final Map<Long, Entry> entries = new TreeMap<>();

        /** @return whether the tree has a stored form */
        public boolean add(SyntaxTree tree, Scopes scopes, byte[] content) {
            byte[] stored = StoredTree.write(tree, scopes);
            if (stored != null) {
                Entry other = entries.put(ContentKey.of(content), new Entry(content, stored));
                if (other != null && !java.util.Arrays.equals(other.content, content)) {
                    throw new IllegalStateException("two sources of the library have the same key");
                }
            }
            return stored != null;
        }

        public void write(Path file) throws IOException {
            var trees = new ByteArrayOutputStream();
            ByteBuffer head = ByteBuffer.allocate(HEAD + entries.size() * ROW);
            head.putInt(MAGIC).putInt(StoredTree.VERSION).putInt(entries.size());
            entries.forEach((key, entry) -> {
                head.putLong(key)
                        .putInt(entry.content.length)
                        .putInt(head.capacity() + trees.size())
                        .putInt(entry.tree.length)
                        .putInt(ContentKey.checksum(entry.tree, 0, entry.tree.length));
                trees.writeBytes(entry.tree);
            });
            var all = new ByteArrayOutputStream();
            all.writeBytes(head.array());
            trees.writeTo(all);
            Files.write(file, all.toByteArray());
        }
    }
}
