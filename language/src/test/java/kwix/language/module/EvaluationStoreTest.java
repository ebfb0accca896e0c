package kwix.language.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.Budget;
import kwix.language.value.PathValue;
import kwix.store.PhysicalStore;
import kwix.store.StoreContents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationStoreTest {

    private static final String A = "/nix/store/0000000000000000000000000000000a-a";
    private static final String B = "/nix/store/0000000000000000000000000000000b-b";

    @TempDir
    Path folder;

    private HostMachine machine(Bounds bounds) {
        return new HostMachine(
                true, bounds, Map.of(), List.of(), line -> {}, () -> PhysicalStore.in(folder.resolve("store")));
    }

    private String copied(HostMachine machine, Path path) {
        return new StorePathCopier(machine, new Budget(100)).storePath(new PathValue(FileNames.bytes(path)));
    }

    @Test
    void writesNothingUntilItIsRead() {
        HostMachine machine = machine(Bounds.none());
        machine.store().add(A, new StoreContents.Text("text"));
        assertTrue(machine.store().has(A));
        assertFalse(machine.store().has(B));
        assertFalse(Files.exists(folder.resolve("store")));
        assertEquals("text", machine.readFile(new PathValue(A)));
        assertTrue(Files.exists(folder.resolve("store/0000000000000000000000000000000a-a")));
        assertTrue(machine.exists(new PathValue(A), false));
        assertFalse(machine.exists(new PathValue(A + "/below"), false));
        assertNull(machine.fileType(new PathValue(B)));
    }

    @Test
    void allowsWhatTheEvaluationAdded() throws IOException {
        Path project = Files.createDirectory(folder.resolve("project"));
        Files.writeString(project.resolve("file"), "x");
        HostMachine machine = machine(Bounds.within(List.of(project), ""));
        String copy = copied(machine, project);
        assertEquals("x", machine.readFile(new PathValue(copy + "/file")));
        assertEquals(Map.of("file", "regular"), machine.readDirectory(new PathValue(copy)));
        // The same file by another evaluation, which did not add it.
        HostMachine other = machine(Bounds.within(List.of(project), ""));
        var refused = assertThrows(KwixException.class, () -> other.readFile(new PathValue(copy + "/file")));
        assertEquals(ErrorCode.FORBIDDEN, refused.code());
        assertEquals("Reading `" + copy + "/file` is not allowed here.", refused.getMessage());
    }

    @Test
    void followsLinksToLogicalPaths() throws IOException {
        Path project = Files.createDirectory(folder.resolve("project"));
        Path secret = Files.writeString(folder.resolve("secret"), "s");
        Files.createSymbolicLink(project.resolve("toB"), Path.of(B));
        Files.createSymbolicLink(project.resolve("up"), Path.of("sub/../../0000000000000000000000000000000b-b"));
        Files.createSymbolicLink(project.resolve("out"), secret);
        Files.createSymbolicLink(project.resolve("loop"), Path.of("loop"));
        Files.createDirectory(project.resolve("sub"));
        HostMachine machine = machine(Bounds.within(List.of(project), ""));
        String copy = copied(machine, project);
        machine.store().add(B, new StoreContents.Text("text"));
        assertEquals("text", machine.readFile(new PathValue(copy + "/toB")));
        assertEquals("text", machine.readFile(new PathValue(copy + "/up")));
        assertEquals("symlink", machine.fileType(new PathValue(copy + "/toB")));
        assertEquals(B, machine.linkTarget(new PathValue(copy + "/toB")));
        assertEquals(
                ErrorCode.FORBIDDEN,
                assertThrows(KwixException.class, () -> machine.readFile(new PathValue(copy + "/out")))
                        .code());
        assertEquals(
                ErrorCode.MISSING_FILE,
                assertThrows(KwixException.class, () -> machine.readFile(new PathValue(copy + "/loop")))
                        .code());
        assertEquals("s", machine(Bounds.none()).readFile(new PathValue(copy + "/out")));
    }

    @Test
    void saysWhenTheFolderCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("store"), "a file is in the way");
        HostMachine machine = machine(Bounds.none());
        machine.store().add(A, new StoreContents.Text("text"));
        var refused = assertThrows(KwixException.class, () -> machine.readFile(new PathValue(A)));
        assertEquals(ErrorCode.OUTPUT, refused.code());
        assertTrue(refused.getMessage().startsWith("`" + A + "` cannot be written to the store ("));
    }
}
