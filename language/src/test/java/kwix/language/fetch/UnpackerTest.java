package kwix.language.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.Budget;
import kwix.store.Archive;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackerTest {

    private static final int FILE = TarConstants.LF_NORMAL;
    private static final int LINK = TarConstants.LF_SYMLINK;
    private static final int HARD = TarConstants.LF_LINK;

    @TempDir
    private Path folder;

    private record Result(String hash, long lastModified, UnpackedTree tree) {}

    private Result unpack(Path archive, UnpackedTree.Limits limits) throws IOException, InvalidTreeException {
        Path scratch = Files.createDirectories(folder.resolve("scratch"));
        try (var tree = new UnpackedTree(scratch, limits)) {
            long time = Unpacker.unpack(archive, tree, new Budget(100));
            return new Result(Archive.hash(tree, "").toString(), time, tree);
        } finally {
            try (Stream<Path> left = Files.list(scratch)) {
                assertEquals(List.of(), left.toList());
            }
        }
    }

    private Path archive(Archives.Entry... entries) throws IOException {
        return Archives.write(folder.resolve("archive.tar"), List.of(entries));
    }

    private static Archives.Entry entry(String name, int type, String text) {
        return new Archives.Entry(name, type, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.tar", "a.tar.gz", "a.tar.bz2", "a.tar.xz", "a.tar.zst", "a.zip"})
    void everyFormatGivesTheSameTree(String name) throws Exception {
        Path archive = Archives.write(folder.resolve(name), Archives.TREE);
        Path renamed = Files.move(archive, folder.resolve("without-ending"));
        Result result = unpack(renamed, UnpackedTree.Limits.USUAL);
        assertEquals(Archives.HASH, result.hash());
        assertEquals(1_234_567_890, result.lastModified());
    }

    @Test
    void laterEntriesWinAndHardLinksAreFiles() throws Exception {
        Path archive = archive(
                entry("hello", FILE, "first"),
                entry("./hello", FILE, "hello\n"),
                entry("run", 'x', "#!/bin/sh\n"),
                entry("sub/x/../other", FILE, "more\n"),
                entry("sub/more", HARD, "./sub/other"),
                entry("link", LINK, "hello"));
        Path without = folder.resolve("expected.tar");
        Archives.write(
                without,
                List.of(
                        entry("link", LINK, "hello"),
                        entry("hello", FILE, "hello\n"),
                        entry("sub/more", FILE, "more\n"),
                        entry("sub/other", FILE, "more\n"),
                        entry("run", 'x', "#!/bin/sh\n")));
        assertEquals(
                unpack(without, UnpackedTree.Limits.USUAL).hash(),
                unpack(archive, UnpackedTree.Limits.USUAL).hash());
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of(List.of(entry("../evil", FILE, "x")), "leads out of it"),
                Arguments.of(List.of(entry("a/../../evil", FILE, "x")), "leads out of it"),
                Arguments.of(List.of(entry("/tmp/evil", FILE, "x")), "absolute name"),
                Arguments.of(
                        List.of(entry("l", LINK, "/tmp"), entry("l/evil", FILE, "x")), "is a file or symbolic link"),
                Arguments.of(List.of(entry("a", FILE, ""), entry("a/b", FILE, "x")), "is a file or symbolic link"),
                Arguments.of(
                        List.of(entry("a/b", FILE, ""), entry("a", FILE, "x")), "as a folder and as something else"),
                Arguments.of(List.of(entry("h", HARD, "/etc/passwd")), "absolute name"),
                Arguments.of(List.of(entry("h", HARD, "../../etc/passwd")), "leads out of it"),
                Arguments.of(List.of(entry("l", LINK, "/etc/passwd"), entry("h", HARD, "l")), "is no file in it"),
                Arguments.of(List.of(entry("h", HARD, "missing")), "is no file in it"),
                Arguments.of(List.of(entry("c", TarConstants.LF_CHR, "")), "neither a file nor a folder nor a link"),
                Arguments.of(List.of(entry("p", TarConstants.LF_FIFO, "")), "neither a file nor a folder nor a link"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileArchivesAreRefused(List<Archives.Entry> entries, String reason) throws IOException {
        Path archive = Archives.write(folder.resolve("hostile.tar"), entries);
        var failure = assertThrows(InvalidTreeException.class, () -> unpack(archive, UnpackedTree.Limits.USUAL));
        assertTrue(failure.reason().contains(reason), failure.reason());
    }

    @Test
    void linksMayLeadAnywhereAsLongAsNothingGoesThroughThem() throws Exception {
        Result result =
                unpack(archive(entry("l", LINK, "/etc/passwd"), entry("a", FILE, "")), UnpackedTree.Limits.USUAL);
        assertEquals("/etc/passwd", result.tree().target("/l"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zeros.tar.gz", "zeros.tar.zst"})
    void bombsAreRefused(String name) throws IOException {
        Path zeros = Archives.write(
                folder.resolve(name), List.of(entry("a", FILE, "\0".repeat(3 << 20)), entry("b", FILE, "")));
        var size = assertThrows(InvalidTreeException.class, () -> unpack(zeros, new UnpackedTree.Limits(2 << 20, 100)));
        assertTrue(size.reason().contains("holds more than 2 MiB"), size.reason());
        var count = assertThrows(InvalidTreeException.class, () -> unpack(zeros, new UnpackedTree.Limits(8 << 20, 1)));
        assertTrue(count.reason().contains("has more than 1 entries"), count.reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.tar", "a.tar.gz", "a.tar.bz2", "a.tar.xz", "a.tar.zst", "a.zip"})
    void cutArchivesAreRefused(String name) throws IOException {
        Path archive = Archives.write(folder.resolve(name), Archives.TREE);
        byte[] bytes = Files.readAllBytes(archive);
        for (int length : new int[] {3, 100, bytes.length / 3}) {
            Files.write(archive, java.util.Arrays.copyOf(bytes, Math.min(length, bytes.length - 60)));
            assertThrows(Exception.class, () -> unpack(archive, UnpackedTree.Limits.USUAL), name + " cut to " + length);
        }
    }

    /** The library throws a good many things for such; none may come through but ours. */
    @Test
    void damagedZstdIsRefusedOrGivesATree() throws IOException {
        Path archive = Archives.write(folder.resolve("a.tar.zst"), Archives.TREE);
        byte[] bytes = Files.readAllBytes(archive);
        for (int i = 0; i < bytes.length; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= (byte) 0xFF;
            Files.write(archive, damaged);
            try {
                unpack(archive, UnpackedTree.Limits.USUAL);
            } catch (IOException | InvalidTreeException refused) {
                assertFalse(String.valueOf(refused.getMessage()).isBlank());
            }
        }
    }

    @Test
    void whatIsNoArchiveIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "not an archive\n".repeat(100), StandardCharsets.UTF_8);
        var failure = assertThrows(InvalidTreeException.class, () -> unpack(text, UnpackedTree.Limits.USUAL));
        assertEquals("is neither a tar nor a zip archive", failure.reason());
    }

    @Test
    void canBeStopped() throws Exception {
        var budget = new Budget(100);
        budget.stop(ErrorCode.TIMEOUT, "late");
        try (var tree = new UnpackedTree(folder, UnpackedTree.Limits.USUAL)) {
            Path archive = archive(entry("a", FILE, ""));
            var failure = assertThrows(KwixException.class, () -> Unpacker.unpack(archive, tree, budget));
            assertEquals(ErrorCode.TIMEOUT, failure.code());
        }
    }
}
