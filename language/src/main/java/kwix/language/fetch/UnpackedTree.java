package kwix.language.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import kwix.store.FileTree;
import org.jspecify.annotations.Nullable;

/**
 * What comes out of an archive. Names live in memory and contents one behind the other in a single temporary file, so that nothing an
 * archive says can lead to any other place of the machine.
 */
final class UnpackedTree implements FileTree, Closeable {

    private static final int BUFFER = 1 << 16;

    private sealed interface Node {}

    private record FolderNode(TreeMap<String, Node> entries) implements Node {}

    private record FileNode(long offset, int length, boolean executable) implements Node {}

    private record LinkNode(String target) implements Node {}

    /**
     * What an archive may come to.
     *
     * @param bytes of all contents together
     */
    record Limits(long bytes, int entries) {

        static final Limits USUAL = new Limits(8L << 30, 2_000_000);
    }

    private final FileChannel contents;
    private final Limits limits;
    private FolderNode root = new FolderNode(new TreeMap<>());
    private long size;
    private int entries;

    /** @param folder where the temporary file goes */
    UnpackedTree(Path folder, Limits limits) throws IOException {
        this.limits = limits;
        Path file = Files.createTempFile(folder, ".unpacked-", "");
        contents = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    void addFolder(String name) throws InvalidTreeException {
        folder(parts(name));
    }

    void addFile(String name, boolean executable, InputStream bytes) throws IOException, InvalidTreeException {
        List<String> parts = parts(name);
        if (parts.isEmpty()) {
            throw new InvalidTreeException("has a file without a name");
        }
        FolderNode parent = folder(parts.subList(0, parts.size() - 1));
        long offset = size;
        byte[] buffer = new byte[BUFFER];
        contents.position(offset);
        for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            contents.write(ByteBuffer.wrap(buffer, 0, read));
            size += read;
            if (size > limits.bytes || size - offset > Integer.MAX_VALUE - 8) {
                throw new InvalidTreeException(
                        "holds more than " + (limits.bytes >> 20) + " MiB, or a file above 2 GiB");
            }
        }
        put(parent, parts.getLast(), new FileNode(offset, (int) (size - offset), executable));
    }

    void addLink(String name, String target) throws InvalidTreeException {
        List<String> parts = parts(name);
        if (parts.isEmpty()) {
            throw new InvalidTreeException("has a link without a name");
        }
        put(folder(parts.subList(0, parts.size() - 1)), parts.getLast(), new LinkNode(target));
    }

    /** A second name for a file that came before. */
    void addHardLink(String name, String existing) throws InvalidTreeException {
        List<String> parts = parts(name);
        Node node = find(parts(existing));
        if (parts.isEmpty() || !(node instanceof FileNode)) {
            throw new InvalidTreeException("links `" + name + "` to `" + existing + "`, which is no file in it");
        }
        put(folder(parts.subList(0, parts.size() - 1)), parts.getLast(), node);
    }

    /** When all there is is one folder, its contents become the tree. */
    void stripSingleFolder() {
        if (root.entries.size() == 1 && root.entries.firstEntry().getValue() instanceof FolderNode only) {
            root = only;
        }
    }

    private static List<String> parts(String name) throws InvalidTreeException {
        if (name.startsWith("/")) {
            throw new InvalidTreeException("has the absolute name `" + name + "`");
        }
        var parts = new ArrayList<String>();
        for (String part : name.split("/")) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    throw new InvalidTreeException("has the name `" + name + "`, which leads out of it");
                }
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return parts;
    }

    private FolderNode folder(List<String> parts) throws InvalidTreeException {
        FolderNode folder = root;
        for (String part : parts) {
            Node next = folder.entries.get(part);
            if (next == null) {
                next = new FolderNode(new TreeMap<>());
                put(folder, part, next);
            }
            if (!(next instanceof FolderNode inner)) {
                throw new InvalidTreeException("has something below `" + String.join("/", parts) + "`, of which `"
                        + part + "` is a file or symbolic link");
            }
            folder = inner;
        }
        return folder;
    }

    private void put(FolderNode parent, String name, Node node) throws InvalidTreeException {
        if (++entries > limits.entries) {
            throw new InvalidTreeException("has more than " + limits.entries + " entries");
        }
        Node before = parent.entries.put(name, node);
        if (before instanceof FolderNode) {
            throw new InvalidTreeException("has `" + name + "` as a folder and as something else");
        }
    }

    private @Nullable Node find(List<String> parts) {
        Node node = root;
        for (String part : parts) {
            node = node instanceof FolderNode folder ? folder.entries.get(part) : null;
        }
        return node;
    }

    private @Nullable Node at(String path) {
        return find(path.isEmpty() ? List.of() : List.of(path.substring(1).split("/")));
    }

    @Override
    public @Nullable Kind kind(String path) {
        return switch (at(path)) {
            case FolderNode ignored -> Kind.FOLDER;
            case FileNode ignored -> Kind.FILE;
            case LinkNode ignored -> Kind.SYMBOLIC_LINK;
            case null -> null;
        };
    }

    private <T extends Node> T needed(String path, Class<T> kind) {
        return kind.cast(Objects.requireNonNull(at(path), path));
    }

    @Override
    public byte[] contents(String path) {
        FileNode file = needed(path, FileNode.class);
        try {
            contents.position(file.offset);
            byte[] bytes = Channels.newInputStream(contents).readNBytes(file.length);
            if (bytes.length != file.length) {
                throw new IOException("the temporary file was cut");
            }
            return bytes;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public boolean executable(String path) {
        return needed(path, FileNode.class).executable;
    }

    @Override
    public String target(String path) {
        return needed(path, LinkNode.class).target;
    }

    @Override
    public Collection<String> names(String path) {
        return Map.copyOf(needed(path, FolderNode.class).entries).keySet();
    }

    @Override
    public void close() throws IOException {
        contents.close();
    }
}
