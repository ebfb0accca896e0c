package kwix.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhysicalStoreTest {

    private static final String PATH = "/nix/store/0000000000000000000000000000000z-a";

    @TempDir
    Path folder;

    private PhysicalStore store() {
        return PhysicalStore.in(folder.resolve("below/store"));
    }

    private List<String> stored() throws IOException {
        Path place = folder.resolve("below/store");
        if (!Files.exists(place)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(place)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    private StoreContents.Tree tree(String name) {
        var tree = new FolderTree(folder.resolve(name));
        return new StoreContents.Tree(tree, "", Archive.hash(tree, ""));
    }

    @Test
    void isWhereTheEnvironmentSays() {
        assertEquals(
                Path.of("/k"),
                PhysicalStore.of(Map.of("KWIX_STORE", "/k", "HOME", "/h")).folder());
        assertEquals(
                Path.of("/d/kwix/store"),
                PhysicalStore.of(Map.of("XDG_DATA_HOME", "/d", "HOME", "/h")).folder());
        assertEquals(
                Path.of("/h/.local/share/kwix/store"),
                PhysicalStore.of(Map.of("XDG_DATA_HOME", "relative", "HOME", "/h"))
                        .folder());
        assertNull(PhysicalStore.of(Map.of()).folder());
    }

    @Test
    void makesNothingBeforeItWrites() throws IOException {
        assertFalse(store().has(PATH));
        assertEquals(folder.resolve("below/store/0000000000000000000000000000000z-a"), store().physical(PATH));
        assertFalse(Files.exists(folder.resolve("below")));
        Path written = store().add(PATH, new StoreContents.Text("hell\u00f6"));
        assertEquals(6 - 1, Files.size(written));
        assertTrue(store().has(PATH));
        assertEquals(1000, Files.getLastModifiedTime(written).toMillis());
        assertEquals("r--r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(written)));
    }

    @Test
    void keepsWhatIsThere() throws IOException {
        store().add(PATH, new StoreContents.Text("first"));
        assertEquals("first", Files.readString(store().add(PATH, new StoreContents.Text("second"))));
        assertEquals(List.of("0000000000000000000000000000000z-a"), stored());
    }

    @Test
    void refusesFilesThatChangedMeanwhile() throws IOException {
        Path source = Files.createDirectory(folder.resolve("source"));
        Files.writeString(source.resolve("file"), "before");
        StoreContents.Tree contents = tree("source");
        Files.writeString(source.resolve("file"), "after");
        var refused = assertThrows(StoreWriteException.class, () -> store().add(PATH, contents));
        assertEquals("cannot be written: the files that it is made from changed meanwhile", refused.getMessage());
        assertEquals(List.of(), stored());
    }

    @Test
    void leavesNothingBehindWhenReadingFails() throws IOException {
        Files.createDirectories(folder.resolve("source/sub"));
        StoreContents.Tree contents = tree("source");
        var failing = new StoreContents.Tree(new Failing(contents.tree()), "", contents.archive());
        assertThrows(IOException.class, () -> store().add(PATH, failing));
        assertEquals(List.of(), stored());
    }

    private record Failing(FileTree tree) implements FileTree {

        @Override
        public Kind kind(String path) {
            return path.isEmpty() ? Kind.FOLDER : Kind.FILE;
        }

        @Override
        public byte[] contents(String path) {
            throw new UncheckedIOException(new IOException("the disk is gone"));
        }

        @Override
        public boolean executable(String path) {
            return false;
        }

        @Override
        public String target(String path) {
            return tree.target(path);
        }

        @Override
        public java.util.Collection<String> names(String path) {
            return List.of("a", "b");
        }
    }

    @Test
    void letsManyWriteTheSameAtOnce() throws Exception {
        Path source = Files.createDirectory(folder.resolve("source"));
        for (int i = 0; i < 20; i++) {
            Files.writeString(source.resolve("file" + i), "text " + i);
        }
        StoreContents.Tree contents = tree("source");
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Hash>> writers = IntStream.range(0, 16)
                    .<Callable<Hash>>mapToObj(i -> () -> Archive.hash(new FolderTree(store().add(PATH, contents)), ""))
                    .toList();
            for (var seen : threads.invokeAll(writers)) {
                assertEquals(contents.archive(), seen.get());
            }
        }
        assertEquals(List.of("0000000000000000000000000000000z-a"), stored());
    }

    @Test
    void adoptsATreeThatWasBuiltInIt() throws IOException {
        Path tree = store().temporary();
        Files.createDirectory(tree);
        Files.writeString(tree.resolve("file"), "x");
        Files.setPosixFilePermissions(tree, PosixFilePermissions.fromString("r-x------"));
        Path adopted = store().adopt(tree, PATH);
        assertEquals("rwxr-xr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(adopted)));
        Path again = store().temporary();
        Files.createDirectory(again);
        assertEquals(adopted, store().adopt(again, PATH));
        assertEquals(List.of("0000000000000000000000000000000z-a"), stored());
    }

    @Test
    void neverWritesElsewhere() {
        for (String path : List.of("/etc/passwd", "/nix/store/../x", PATH + "/below", "/nix/store/short-a")) {
            assertThrows(IllegalArgumentException.class, () -> store().add(path, new StoreContents.Text("x")), path);
        }
        assertThrows(StoreWriteException.class, () -> PhysicalStore.none().add(PATH, new StoreContents.Text("x")));
    }
}
