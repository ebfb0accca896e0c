package kwix.language.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.Budget;
import kwix.language.value.PathValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The expected paths are the reference's for the same files. */
class StorePathCopierTest {

    @TempDir
    Path folder;

    private String copy(String name) {
        return copy(name, Bounds.none());
    }

    private String copy(String name, Bounds bounds) {
        var machine = new HostMachine(false, bounds, Map.of(), List.of(), line -> {});
        return new StorePathCopier(machine, new Budget(100))
                .storePath(new PathValue(FileNames.bytes(folder) + "/" + name));
    }

    private KwixException failure(String name, Bounds bounds) {
        return assertThrows(KwixException.class, () -> copy(name, bounds));
    }

    @Test
    void copiesAsTheReferenceDoes() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "hello\n");
        Path script = Files.writeString(folder.resolve("run.sh"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createSymbolicLink(folder.resolve("link"), Path.of("a.txt"));
        Files.createSymbolicLink(folder.resolve("dangling"), Path.of("/nonexistent"));
        Files.writeString(folder.resolve(".hidden"), "h\n");
        assertEquals("/nix/store/z3n6ml62lc6l9glpaz6fq7fvi2rks9vq-a.txt", copy("a.txt"));
        assertEquals("/nix/store/78sw4kgnlwlwp82n9crq3226z2pb1g91-run.sh", copy("run.sh"));
        assertEquals("/nix/store/hsfpb0gqgq1qhwi2c1pgrb4vhawrwxld-link", copy("link"));
        assertEquals("/nix/store/kc809n9aly9ahgfbwzy6q1297v58jm1g-dangling", copy("dangling"));
        assertEquals("/nix/store/xms25y88lgpj7vpr87ysxqpj76awnxg6-.hidden", copy(".hidden"));
    }

    @Test
    void takesFoldersWithNamesOfAnyBytes() throws IOException {
        Path order = Files.createDirectory(folder.resolve("order"));
        for (String name : List.of("a", "a.b", "a-b", "B", "é", "ab")) {
            Files.createFile(order.resolve(name));
        }
        assertEquals("/nix/store/7w65w68sdjbmjv5vm0r29i80j1jcfz85-order", copy("order"));
    }

    @Test
    void readsEachFileOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "hello\n");
        var machine = new HostMachine(false, Bounds.none(), Map.of(), List.of(), line -> {});
        var copier = new StorePathCopier(machine, new Budget(100));
        var path = new PathValue(FileNames.bytes(folder) + "/a.txt");
        String before = copier.storePath(path);
        Files.writeString(file, "changed\n");
        assertEquals(before, copier.storePath(path));
    }

    @Test
    void refusesWhatIsMissingOrOutside() throws IOException {
        Files.writeString(folder.resolve("we ird"), "");
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.writeString(folder.resolve("secret"), "");
        assertEquals(ErrorCode.MISSING_FILE, failure("none", Bounds.none()).code());
        assertEquals(ErrorCode.INVALID_VALUE, failure("we ird", Bounds.none()).code());
        assertEquals(
                ErrorCode.FORBIDDEN,
                failure("secret", Bounds.within(List.of(inside), "")).code());
    }
}
