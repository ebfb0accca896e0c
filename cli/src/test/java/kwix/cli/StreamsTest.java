package kwix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import kwix.language.module.FileNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What transcripts cannot show: streams that fail, terminals, faults, and files left behind. */
class StreamsTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(InputStream in, OutputStream out, boolean terminal, String... arguments) {
        return Main.run(new Invocation(
                List.of(arguments),
                in,
                out,
                err,
                Map.of("XDG_CACHE_HOME", folder.toString()),
                folder,
                terminal,
                terminal));
    }

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void closedPipeIsQuiet() {
        assertEquals(141, run(InputStream.nullInputStream(), failing("Broken pipe"), false, "eval", "-E", "1"));
        assertEquals("", errors());
    }

    @Test
    void fullDiskIsAnOrdinaryError() {
        assertEquals(
                1, run(InputStream.nullInputStream(), failing("No space left on device"), false, "eval", "-E", "1"));
        assertTrue(errors().startsWith("error[KX0127]: "), errors());
        assertTrue(errors().contains("No space left on device"), errors());
    }

    @Test
    void fullDiskUnderAnOutputFileIsOneToo() {
        Path full = Path.of("/dev/full");
        if (!Files.exists(full)) {
            return;
        }
        var out = new ByteArrayOutputStream();
        assertEquals(1, run(InputStream.nullInputStream(), out, false, "eval", "-o", full.toString(), "-E", "1"));
        assertTrue(errors().startsWith("error[KX0127]: "), errors());
        assertTrue(errors().contains("No space left on device"), errors());
    }

    /** Where the evaluation is when it is stopped depends on the machine, so that a transcript cannot show it. */
    @Test
    void memoryIsLimited() {
        var out = new ByteArrayOutputStream();
        String program = "builtins.genList (x: [ x ]) 100000000";
        assertEquals(1, run(InputStream.nullInputStream(), out, false, "eval", "--max-memory", "1K", "-E", program));
        assertEquals(0, out.size());
        assertTrue(
                errors().startsWith("error[KX0126]: The evaluation needs more memory than the allowed 1K."), errors());
    }

    @Test
    void faultLeavesAReportAndOneLine() throws IOException {
        var broken = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("a fault of the test");
            }
        };
        var out = new ByteArrayOutputStream();
        assertEquals(70, run(broken, out, false, "eval", "-"));
        assertEquals(0, out.size());
        assertEquals(1, errors().lines().count(), errors());
        String file = errors().substring(errors().indexOf('/')).strip();
        assertTrue(file.startsWith(folder.toString()), file);
        assertTrue(Files.readString(Path.of(file)).contains("a fault of the test"));
    }

    @Test
    void terminalsGetColours() {
        run(InputStream.nullInputStream(), new ByteArrayOutputStream(), true, "eval", "-E", "x");
        assertTrue(errors().contains("\u001b["), errors());
        err.reset();
        run(InputStream.nullInputStream(), new ByteArrayOutputStream(), true, "eval", "--color=never", "-E", "x");
        assertFalse(errors().contains("\u001b["), errors());
    }

    @Test
    void outputKeepsPermissionsAndSymlinks() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("file"));
        assertEquals(
                0,
                run(
                        InputStream.nullInputStream(),
                        new ByteArrayOutputStream(),
                        false,
                        "eval",
                        "-o",
                        "link",
                        "-E",
                        "1"));
        assertEquals("1\n", Files.readString(file));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (var files = Files.list(folder)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void fileNamesMayHoldAnyByte() throws IOException {
        Path odd = FileNames.path(folder + "/\u00ff \u00c3\u00a9");
        Files.createDirectories(odd);
        Files.writeString(odd.resolve("default.kx"), "builtins.attrNames (builtins.readDir ./.)");
        var out = new ByteArrayOutputStream();
        assertEquals(
                0,
                run(
                        InputStream.nullInputStream(),
                        out,
                        false,
                        "eval",
                        "--json",
                        "-E",
                        "map (n: import (./. + \"/${n}\")) (builtins.attrNames (builtins.readDir ./.))"),
                this::errors);
        assertEquals("[[\"default.kx\"]]\n", out.toString(StandardCharsets.UTF_8));
    }
}
