package kwix.language.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.PathValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostMachineTest {

    @TempDir
    Path folder;

    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void fill() throws IOException {
        Files.createDirectories(folder.resolve("in/sub"));
        Files.createDirectories(folder.resolve("out"));
        Files.write(folder.resolve("in/file"), new byte[] {'a', (byte) 0xC3, (byte) 0xA9, (byte) 0xFF});
        Files.writeString(folder.resolve("out/secret"), "s");
        Files.createSymbolicLink(folder.resolve("in/leak"), Path.of("../out/secret"));
        Files.createSymbolicLink(folder.resolve("in/leaks"), folder.resolve("out"));
        Files.createSymbolicLink(folder.resolve("in/alias"), Path.of("sub"));
        Files.createSymbolicLink(folder.resolve("in/nowhere"), Path.of("gone"));
        Files.createSymbolicLink(folder.resolve("in/circle"), Path.of("circle"));
        Files.createSymbolicLink(folder.resolve("door"), folder.resolve("in"));
    }

    private PathValue path(String name) {
        return PathValue.normalised(FileNames.bytes(folder) + "/" + name);
    }

    private HostMachine open() {
        return new HostMachine(false, Bounds.none(), Map.of("A", "b"), List.of(), lines::add);
    }

    private HostMachine bounded(String root) {
        Bounds bounds = Bounds.within(List.of(folder.resolve(root)), "Only 'in' is.");
        return new HostMachine(true, bounds, Map.of("A", "b"), List.of(), lines::add);
    }

    private static KwixException refused(ErrorCode code, Runnable read) {
        var error = assertThrows(KwixException.class, read::run);
        assertEquals(code, error.code(), error.getMessage());
        return error;
    }

    @Test
    void readsBytes() {
        assertEquals("aÃ©ÿ", open().readFile(path("in/file")));
    }

    @Test
    void namesAreBytes() throws IOException {
        Machine machine = open();
        Path odd = FileNames.path(path("in/sub/\u00ff\u00c3\u00a9 %.kx").path());
        Files.writeString(odd, "1");
        assertEquals(Map.of("\u00ff\u00c3\u00a9 %.kx", "regular"), machine.readDirectory(path("in/sub")));
        assertEquals("1", machine.readFile(path("in/sub/\u00ff\u00c3\u00a9 %.kx")));
        assertEquals(path("in/sub/\u00ff\u00c3\u00a9 %.kx").path(), FileNames.bytes(odd));
        Files.createSymbolicLink(folder.resolve("in/link"), odd.getFileName());
        assertEquals("\u00ff\u00c3\u00a9 %.kx", machine.linkTarget(path("in/link")));
    }

    @Test
    void directoryListsKindsWithoutFollowing() {
        assertEquals(
                "{alias=symlink, circle=symlink, file=regular, leak=symlink, leaks=symlink, nowhere=symlink,"
                        + " sub=directory}",
                open().readDirectory(path("in")).toString());
        assertEquals("symlink", open().fileType(path("in/nowhere")));
        assertNull(open().fileType(path("in/none")));
        assertNull(open().fileType(path("in/file/below")));
    }

    @Test
    void linkThatLeadsNowhereExistsButIsNoFolder() {
        assertTrue(open().exists(path("in/nowhere"), false));
        assertFalse(open().exists(path("in/nowhere"), true));
        assertTrue(open().exists(path("in/alias"), true));
        assertFalse(open().exists(path("in/none"), false));
    }

    @Test
    void unreadableThingsAreOrdinaryErrors() {
        assertTrue(refused(ErrorCode.MISSING_FILE, () -> open().readFile(path("in")))
                .getMessage()
                .endsWith("is a folder, not a file."));
        assertEquals(
                "Did you mean `file`?",
                refused(ErrorCode.MISSING_FILE, () -> open().readFile(path("in/fil")))
                        .hint());
        assertEquals(
                "There is no folder `" + folder + "/on` either.",
                refused(ErrorCode.MISSING_FILE, () -> open().readFile(path("on/fil")))
                        .hint());
        refused(ErrorCode.MISSING_FILE, () -> open().readFile(path("in/file/below")));
        refused(ErrorCode.MISSING_FILE, () -> open().readFile(path("in/circle")));
        refused(ErrorCode.MISSING_FILE, () -> open().readFile(new PathValue("/a\0b")));
        refused(ErrorCode.MISSING_FILE, () -> open().readDirectory(path("in/file")));
        refused(ErrorCode.MISSING_FILE, () -> open().linkTarget(path("in/file")));
    }

    @Test
    void endlessDeviceIsTooLarge() {
        assumeTrue(Files.exists(Path.of("/dev/zero")));
        assertTrue(refused(ErrorCode.MISSING_FILE, () -> open().readFile(new PathValue("/dev/zero")))
                .getMessage()
                .contains("too large"));
        assertEquals("", open().readFile(new PathValue("/dev/null")));
    }

    @Test
    void hugeFileIsTooLarge() throws IOException {
        try (var file = new java.io.RandomAccessFile(folder.resolve("huge").toFile(), "rw")) {
            file.setLength(3L << 30);
        }
        assertTrue(refused(ErrorCode.MISSING_FILE, () -> open().readFile(path("huge")))
                .getMessage()
                .contains("too large"));
    }

    @Test
    void boundsFollowSymlinks() {
        Machine machine = bounded("in");
        assertEquals("aÃ©ÿ", machine.readFile(path("in/file")));
        assertEquals("aÃ©ÿ", machine.readFile(path("door/file")));
        assertEquals(Map.of(), machine.readDirectory(path("in/alias")));
        assertEquals(
                "It is a symbolic link that leads out. Only 'in' is.",
                refused(ErrorCode.FORBIDDEN, () -> machine.readFile(path("in/leak")))
                        .hint());
        refused(ErrorCode.FORBIDDEN, () -> machine.readFile(path("in/leaks/secret")));
        refused(ErrorCode.FORBIDDEN, () -> machine.readDirectory(path("in/leaks")));
        refused(ErrorCode.FORBIDDEN, () -> machine.readFile(path("out/secret")));
        refused(ErrorCode.FORBIDDEN, () -> machine.readFile(path("out/none")));
        refused(ErrorCode.FORBIDDEN, () -> machine.fileType(path("out/secret")));
        refused(ErrorCode.MISSING_FILE, () -> machine.readFile(path("in/none")));
        refused(ErrorCode.MISSING_FILE, () -> machine.readFile(path("in/nowhere")));
        assertFalse(machine.exists(path("out/secret"), false));
        assertFalse(machine.exists(path("in/leaks"), true));
        assertTrue(machine.exists(path("in/leaks"), false));
    }

    @Test
    void rootMayItselfBeReachedByLink() {
        assertEquals("aÃ©ÿ", bounded("door").readFile(path("in/file")));
    }

    @Test
    void pureMachineHasNoEnvironment() {
        assertEquals("b", open().environment("A"));
        assertNull(bounded("in").environment("A"));
    }

    @Test
    void entryFileOfFolders() throws IOException {
        Machine machine = open();
        refused(ErrorCode.MISSING_FILE, () -> EntryFile.of(machine, path("in/sub")));
        Files.writeString(folder.resolve("in/sub/default.nix"), "1");
        assertEquals(path("in/sub/default.nix"), EntryFile.of(machine, path("in/alias")));
        Files.writeString(folder.resolve("in/sub/default.kx"), "2");
        assertEquals(path("in/sub/default.kx"), EntryFile.of(machine, path("in/sub")));
        assertEquals(path("out/secret"), EntryFile.of(machine, path("in/leak")));
        refused(ErrorCode.MISSING_FILE, () -> EntryFile.of(machine, path("in/circle")));
    }
}
