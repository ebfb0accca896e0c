package kwix.language.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.Budget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {

    @TempDir
    private Path folder;

    private final Budget budget = new Budget(100);
    private final Program program = new Program(budget, Set.of("PATH"));

    private String run(String... command) throws Program.Failed, IOException {
        return new String(program.run(List.of(command), Map.of("KWIX_GIVEN", "x"), "in".getBytes()));
    }

    @Test
    void aProgramThatIsNotThereIsNamed() {
        var failure = assertThrows(KwixException.class, () -> run("kwix-no-such-program"));
        assertEquals(ErrorCode.UNSUPPORTED, failure.code());
        assertTrue(
                failure.getMessage().contains("`kwix-no-such-program` is needed, but is not installed"),
                failure.getMessage());
    }

    @Test
    void itGetsItsInputAndEnvironment() throws Exception {
        assertEquals(
                "in:x:",
                run("/bin/sh", "-c", "/bin/cat; echo -n :$KWIX_GIVEN:$PATH").replaceFirst(":/.*", ":"));
    }

    @Test
    void itsComplaintIsKept() {
        var failed = assertThrows(
                Program.Failed.class,
                () -> run("/bin/sh", "-c", "echo 'abort: no reason' >&2; echo '(try again)' >&2; exit 3"));
        assertEquals("(try again)", failed.complaint());
        assertEquals("no reason", failed.complaint("abort: "));
        assertEquals("(try again)", failed.complaint("error: "));
        assertEquals(
                "no reason given",
                assertThrows(Program.Failed.class, () -> run("/bin/sh", "-c", "exit 3"))
                        .complaint("abort: "));
    }

    @Test
    void aProgramThatIsStoppedMayTidyUp() throws IOException {
        Path started = folder.resolve("started");
        Path tidied = folder.resolve("tidied");
        Thread.ofVirtual().start(() -> {
            while (!Files.exists(started)) {
                Thread.onSpinWait();
            }
            budget.stop(ErrorCode.TIMEOUT, "late");
        });
        String script = "trap 'echo > " + tidied + "; exit 1' TERM; echo > " + started
                + "; while true; do /bin/sleep 0.05; done";
        var failure = assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> assertThrows(KwixException.class, () -> run("/bin/sh", "-c", script)));
        assertEquals(ErrorCode.TIMEOUT, failure.code());
        assertTrue(Files.exists(tidied));
    }

    @Test
    void aScratchFolderIsGoneInTheEnd() throws IOException {
        Path path;
        try (ScratchFolder scratch = ScratchFolder.create()) {
            path = scratch.path();
            Files.createSymbolicLink(path.resolve("link"), folder);
            Path file =
                    Files.writeString(Files.createDirectory(path.resolve("d")).resolve("f"), "x");
            assertTrue(file.toFile().setWritable(false));
        }
        assertFalse(Files.exists(path));
        assertTrue(Files.exists(folder));
    }
}
