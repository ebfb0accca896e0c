package kwix.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveReaderTest {

    @TempDir
    Path folder;

    /** Forgets what it is given, but reads it. */
    private static final TreeSink NOTHING = new TreeSink() {
        @Override
        public void file(String path, boolean executable, InputStream contents, long length) throws IOException {
            contents.readAllBytes();
        }

        @Override
        public void folder(String path) {}

        @Override
        public void link(String path, String target) {}
    };

    private static byte[] archive(String... words) {
        var out = new ByteArrayOutputStream();
        for (String word : words) {
            byte[] bytes = word.getBytes(StandardCharsets.ISO_8859_1);
            out.writeBytes(length(bytes.length));
            out.writeBytes(bytes);
            out.writeBytes(new byte[(8 - bytes.length % 8) % 8]);
        }
        return out.toByteArray();
    }

    private static byte[] length(long length) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .array();
    }

    private static byte[] folderOf(String... names) {
        var words = new java.util.ArrayList<>(java.util.List.of("nix-archive-1", "(", "type", "directory"));
        for (String name : names) {
            words.addAll(java.util.List.of(
                    "entry", "(", "name", name, "node", "(", "type", "regular", "contents", "x", ")", ")"));
        }
        words.add(")");
        return archive(words.toArray(new String[0]));
    }

    private static String refusal(byte[] archive) {
        return String.valueOf(assertThrows(
                        InvalidArchiveException.class,
                        () -> ArchiveReader.read(new ByteArrayInputStream(archive), NOTHING))
                .getMessage());
    }

    @Test
    void restoresWhatWasWritten() throws IOException {
        Path source = Files.createDirectory(folder.resolve("source"));
        Files.writeString(source.resolve("plain"), "hello");
        Path script = Files.writeString(source.resolve("run"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createSymbolicLink(source.resolve("link"), Path.of("../plain"));
        Files.createDirectories(source.resolve("sub/empty"));
        Files.createFile(FileNames.path(FileNames.bytes(source) + "/sub/\u00ff\u00c3\u00a9"));
        Files.createSymbolicLink(source.resolve("odd"), FileNames.linkTarget("sub/\u00ff\u00c3\u00a9"));
        var written = new ByteArrayOutputStream();
        Archive.write(new FolderTree(source), "", written);
        Path copy = folder.resolve("copy");
        ArchiveReader.read(new ByteArrayInputStream(written.toByteArray()), new FolderSink(copy));
        var again = new ByteArrayOutputStream();
        Archive.write(new FolderTree(copy), "", again);
        assertArrayEquals(written.toByteArray(), again.toByteArray());
        assertTrue(Files.isExecutable(copy.resolve("run")));
        assertFalse(new FolderTree(copy).executable("/plain"));
    }

    @Test
    void refusesNamesThatLeadElsewhere() {
        for (String name : new String[] {"", ".", "..", "a/b", "/etc", "../x", "a\0b"}) {
            assertTrue(refusal(folderOf(name)).endsWith("is not the name of a file"), name);
        }
        assertEquals("a name is longer than 255 bytes", refusal(folderOf("x".repeat(256))));
    }

    @Test
    void refusesNamesTwiceOrOutOfOrder() throws IOException {
        ArchiveReader.read(new ByteArrayInputStream(folderOf("B", "a", "a-b", "a.b")), NOTHING);
        assertEquals("the name 'a' comes twice or out of order", refusal(folderOf("a", "a")));
        assertEquals("the name 'B' comes twice or out of order", refusal(folderOf("a", "B")));
    }

    @Test
    void refusesEveryTruncationAndEveryThingAfterTheEnd() throws IOException {
        byte[] whole = folderOf("a", "b");
        ArchiveReader.read(new ByteArrayInputStream(whole), NOTHING);
        for (int length = 0; length < whole.length; length++) {
            assertEquals("it ends too early", refusal(Arrays.copyOf(whole, length)), "after " + length + " bytes");
        }
        assertEquals("something follows the end of the archive", refusal(Arrays.copyOf(whole, whole.length + 1)));
    }

    @Test
    void refusesOtherPadding() {
        byte[] archive = folderOf("a");
        archive[archive.length - 1 - 16] = 1;
        assertEquals("the padding is not of zeros", refusal(archive));
    }

    @Test
    void refusesOtherWordsAndImpossibleLengths() {
        assertEquals("'nix-archive-1' should stand where there is 'nix-archive-2'", refusal(archive("nix-archive-2")));
        assertEquals(
                "there is no type of file called 'socket'", refusal(archive("nix-archive-1", "(", "type", "socket")));
        assertEquals("a word is longer than 32 bytes", refusal(length(Long.MAX_VALUE)));
        assertEquals("a length is larger than anything can be", refusal(length(-1)));
        assertEquals(
                "a symbolic link says nothing, or has a null byte in it",
                refusal(archive("nix-archive-1", "(", "type", "symlink", "target", "", ")")));
    }

    @Test
    void refusesBombs() {
        var nested = new java.util.ArrayList<>(java.util.List.of("nix-archive-1"));
        for (int i = 0; i < 100_000; i++) {
            nested.addAll(java.util.List.of("(", "type", "directory", "entry", "(", "name", "a", "node"));
        }
        assertEquals(
                "there are more than 2048 folders inside of one another",
                refusal(archive(nested.toArray(new String[0]))));
        var out = new ByteArrayOutputStream();
        out.writeBytes(archive("nix-archive-1", "(", "type", "regular", "contents"));
        out.writeBytes(length(Long.MAX_VALUE - 7));
        assertEquals("it ends too early", refusal(out.toByteArray()));
    }
}
