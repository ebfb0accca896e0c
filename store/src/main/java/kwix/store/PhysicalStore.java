package kwix.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the contents of store paths are: in the machine's own store when it has one, else in a folder of the user's, which alone is
 * written to. The folder is made when something is written for the first time.
 *
 * <p>What has its final name is whole: it is written under a temporary name in the same folder and then renamed, so that neither a
 * crash nor another process leaves or sees a part.
 */
public final class PhysicalStore {

    private static final String TEMPORARY = ".new-";

    private final StorePaths logical = StorePaths.NIX;
    private final @Nullable Path folder;

    private PhysicalStore(@Nullable Path folder) {
        this.folder = folder;
    }

    /** A store in this folder, which need not exist. */
    public static PhysicalStore in(Path folder) {
        return new PhysicalStore(folder.toAbsolutePath().normalize());
    }

    /** A store that cannot be written to: only the machine's own store is read. */
    public static PhysicalStore none() {
        return new PhysicalStore(null);
    }

    /**
     * The user's store: {@code $KWIX_STORE}, else {@code $XDG_DATA_HOME/kwix/store}, else {@code ~/.local/share/kwix/store}.
     *
     * @param environment names and values as bytes, one char each
     */
    public static PhysicalStore of(Map<String, String> environment) {
        String named = environment.getOrDefault("KWIX_STORE", "");
        if (!named.isEmpty()) {
            return in(named.startsWith("/") ? FileNames.path(named) : Path.of(named));
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        String home = environment.getOrDefault("HOME", "");
        // A relative XDG folder is to be ignored, says that specification.
        if (data.startsWith("/")) {
            return in(FileNames.path(data + "/kwix/store"));
        }
        return home.startsWith("/") ? in(FileNames.path(home + "/.local/share/kwix/store")) : none();
    }

    /** The user's folder; null when nothing can be written. */
    public @Nullable Path folder() {
        return folder;
    }

    /** Whether a store path, without anything below it, has its contents on this machine. */
    public boolean has(String storePath) {
        String base = base(storePath);
        return exists(FileNames.path(storePath)) || folder != null && exists(folder.resolve(base));
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Where a store path's contents are; where they would be written if they are nowhere. */
    public Path physical(String storePath) {
        Path machines = FileNames.path(storePath);
        return folder == null || exists(machines) ? machines : ours(storePath);
    }

    private Path ours(String storePath) {
        return Objects.requireNonNull(folder).resolve(base(storePath));
    }

    private String base(String storePath) {
        if (!storePath.equals(logical.object(storePath))) {
            throw new IllegalArgumentException(storePath + " is no store path");
        }
        return storePath.substring(logical.folder().length() + 1);
    }

    /**
     * Writes what belongs at a store path unless it is there, and says where it is.
     *
     * @throws StoreWriteException also when the contents are not what they were when the path was computed
     */
    public Path add(String storePath, StoreContents contents) throws IOException {
        if (has(storePath)) {
            return physical(storePath);
        }
        Path temporary = temporary();
        try {
            write(contents, new FolderSink(temporary));
            verify(storePath, contents, temporary);
            return publish(temporary, storePath);
        } catch (UncheckedIOException failure) {
            abandon(temporary, failure);
            throw failure.getCause();
        } catch (Throwable failure) {
            abandon(temporary, failure);
            throw failure;
        }
    }

    /** A name in the store's folder that nothing has yet, for what is built up there to be {@link #adopt adopted}. */
    public Path temporary() throws IOException {
        if (folder == null) {
            throw new StoreWriteException(
                    logical.folder(),
                    "cannot be written to: none of KWIX_STORE, XDG_DATA_HOME and HOME names a folder");
        }
        Files.createDirectories(folder);
        return folder.resolve(TEMPORARY + UUID.randomUUID());
    }

    /** Writes an archive's tree to a {@link #temporary} name, for it to be adopted or discarded. */
    public void restore(InputStream archive, Path temporary) throws IOException {
        ArchiveReader.read(archive, new FolderSink(temporary));
    }

    /** Makes a tree at a {@link #temporary} name the contents of a store path, or discards it when that is there already. */
    public Path adopt(Path temporary, String storePath) throws IOException {
        try {
            settle(temporary);
            return publish(temporary, storePath);
        } catch (Throwable failure) {
            abandon(temporary, failure);
            throw failure;
        }
    }

    private void abandon(Path temporary, Throwable failure) {
        try {
            discard(temporary);
        } catch (IOException leftOver) {
            failure.addSuppressed(leftOver);
        }
    }

    private Path publish(Path temporary, String storePath) throws IOException {
        Path place = ours(storePath);
        if (!has(storePath)) {
            try {
                Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
                return place;
            } catch (FileSystemException failure) {
                // Another process may have been first, with the same contents.
                if (!exists(place)) {
                    throw failure;
                }
            }
        }
        discard(temporary);
        return physical(storePath);
    }

    private static void write(StoreContents contents, FolderSink sink) throws IOException {
        switch (contents) {
            case StoreContents.Text text -> file(sink, text.text().getBytes(StandardCharsets.ISO_8859_1));
            case StoreContents.Tree tree -> sink.take(tree.tree(), tree.path());
            case StoreContents.Flat flat -> file(sink, flat.tree().contents(flat.path()));
        }
    }

    private static void file(FolderSink sink, byte[] bytes) throws IOException {
        sink.file("", false, new ByteArrayInputStream(bytes), bytes.length);
    }

    private static void verify(String storePath, StoreContents contents, Path written) throws IOException {
        boolean same = switch (contents) {
            case StoreContents.Text ignored -> true;
            case StoreContents.Tree tree ->
                Archive.hash(new FolderTree(written), "").equals(tree.archive());
            case StoreContents.Flat flat ->
                flat.contents().algorithm().hash(Files.readAllBytes(written)).equals(flat.contents());
        };
        if (!same) {
            throw new StoreWriteException(
                    storePath, "cannot be written: the files that it is made from changed meanwhile");
        }
    }

    private static void settle(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
                FolderSink.settleFolder(visited);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    FolderSink.settle(file, new FolderTree(file).executable(""));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Removes what is at a temporary name, if anything. */
    public void discard(Path temporary) throws IOException {
        if (!exists(temporary)) {
            return;
        }
        Files.walkFileTree(temporary, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
