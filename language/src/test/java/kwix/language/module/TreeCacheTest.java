package kwix.language.module;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import kwix.grammar.binary.StoredTree;
import kwix.grammar.parse.Parser;
import kwix.grammar.scope.GlobalNames;
import kwix.grammar.scope.ScopeAnalysis;
import kwix.grammar.scope.Scopes;
import kwix.grammar.source.SourceText;
import kwix.grammar.tree.SyntaxTree;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeCacheTest {

    private static final GlobalNames GLOBALS = new GlobalNames(Set.of("builtins", "true"));
    private static final long LARGE = 1 << 30;
    private static final byte[] SOURCE = source(0);

    @TempDir
    private Path temporary;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] source(int number) {
        String text = "{ a ? " + number + " }:\n[" + "(x: x + a)\n".repeat(TreeCache.SMALLEST / 10) + "]";
        return bytes(text);
    }

    private static byte[] form(byte[] content) {
        SyntaxTree tree = Parser.parse(new SourceText("it", content));
        byte[] form = StoredTree.write(tree, ScopeAnalysis.analyse(tree, GLOBALS));
        assertNotNull(form);
        return form;
    }

    private Path folder() {
        return temporary.resolve("trees");
    }

    private TreeCache cache(String build, long bound) {
        return new TreeCache(this::folder, () -> bytes(build), bound);
    }

    private TreeCache cache() {
        return cache("a build", LARGE);
    }

    private static @Nullable StoredTree find(TreeCache cache, byte[] content) {
        return cache.find(new SourceText("it", content), "/a.kx", content);
    }

    private static void keep(TreeCache cache, byte[] content) {
        SyntaxTree tree = Parser.parse(new SourceText("it", content));
        Scopes scopes = ScopeAnalysis.analyse(tree, GLOBALS);
        cache.keep(tree, scopes, "/a.kx", content);
    }

    private static void keepTwice(TreeCache cache, byte[] content) {
        keep(cache, content);
        keep(cache, content);
    }

    /** @return whether there was one */
    private static boolean isRightOrNone(TreeCache cache, byte[] content) {
        StoredTree found = find(cache, content);
        if (found != null) {
            assertArrayEquals(form(content), StoredTree.write(found.tree(), found.scopes()));
        }
        return found != null;
    }

    private List<Path> files() throws IOException {
        if (Files.notExists(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.sorted().toList();
        }
    }

    private Path onlyFile() throws IOException {
        assertEquals(1, files().size(), files().toString());
        return files().getFirst();
    }

    @Test
    void aSourceIsStoredWhenItIsParsedAgain() throws IOException {
        assertNull(find(cache(), SOURCE));
        keep(cache(), SOURCE);
        assertNull(find(cache(), SOURCE));
        assertEquals(0, Files.size(onlyFile()));
        keep(cache(), SOURCE);
        assertTrue(isRightOrNone(cache(), SOURCE));
        assertTrue(Files.size(onlyFile()) > SOURCE.length);
    }

    @Test
    void anotherSourceIsNotTakenForIt() throws IOException {
        keepTwice(cache(), SOURCE);
        Path first = onlyFile();
        byte[] other = source(1);
        assertNull(find(cache(), other));
        keepTwice(cache(), other);
        Path second =
                files().stream().filter(file -> !file.equals(first)).findFirst().orElseThrow();
        // As if both had the same key.
        Files.write(second, Files.readAllBytes(first));
        assertNull(find(cache(), other));
        assertTrue(isRightOrNone(cache(), SOURCE));
    }

    @Test
    void aTreeOfAnotherBuildIsNotUsed() throws IOException {
        keepTwice(cache("one", LARGE), SOURCE);
        Path one = onlyFile();
        assertNull(find(cache("two", LARGE), SOURCE));
        keepTwice(cache("two", LARGE), SOURCE);
        Path two =
                files().stream().filter(file -> !file.equals(one)).findFirst().orElseThrow();
        Files.write(two, Files.readAllBytes(one));
        assertNull(find(cache("two", LARGE), SOURCE));
        assertTrue(isRightOrNone(cache("one", LARGE), SOURCE));
    }

    @Test
    void smallSourcesAndBuildsWithoutIdentityLeaveNoTrace() throws IOException {
        keepTwice(cache(), bytes("1 + 1"));
        keepTwice(new TreeCache(this::folder, () -> null, LARGE), SOURCE);
        keepTwice(new TreeCache(() -> null, () -> bytes("a build"), LARGE), SOURCE);
        assertEquals(List.of(), files());
    }

    @Test
    void aDamagedEntryHasTheTreeOrNoneAndIsReplaced() throws IOException {
        keepTwice(cache(), SOURCE);
        Path file = onlyFile();
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i += i < 64 ? 1 : 97) {
            byte[] damaged = whole.clone();
            damaged[i] ^= (byte) 0x81;
            Files.write(file, damaged);
            assertFalse(isRightOrNone(cache(), SOURCE), "byte " + i);
        }
        keepTwice(cache(), SOURCE);
        assertTrue(isRightOrNone(cache(), SOURCE));
    }

    @Test
    void anEntryThatEndsEarlyOrLateHasNoTree() throws IOException {
        keepTwice(cache(), SOURCE);
        Path file = onlyFile();
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += length < 64 ? 1 : 97) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertFalse(isRightOrNone(cache(), SOURCE), "length " + length);
        }
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        assertFalse(isRightOrNone(cache(), SOURCE));
        Files.delete(file);
        Files.createDirectory(file);
        assertFalse(isRightOrNone(cache(), SOURCE));
        keepTwice(cache(), SOURCE);
    }

    @Test
    void severalRunsAtOnceDoNotDisturbEachOther() throws Exception {
        List<byte[]> sources = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            sources.add(source(i));
        }
        try (ExecutorService runs = Executors.newFixedThreadPool(8)) {
            List<Future<?>> all = new ArrayList<>();
            for (int run = 0; run < 8; run++) {
                all.add(runs.submit(() -> {
                    for (int round = 0; round < 10; round++) {
                        for (byte[] source : sources) {
                            if (!isRightOrNone(cache(), source)) {
                                keep(cache(), source);
                            }
                        }
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        for (byte[] source : sources) {
            keepTwice(cache(), source);
            assertTrue(isRightOrNone(cache(), source));
        }
        for (Path file : files()) {
            assertTrue(file.toString().matches(".*/[0-9a-f]+-[0-9a-f]+(\\.seen)?"), file.toString());
        }
    }

    @Test
    void theFolderStaysWithinItsBoundAndTheOldestGo() throws IOException {
        long bound = 20L * SOURCE.length;
        for (int i = 0; i < 60; i++) {
            keepTwice(i % 2 == 0 ? cache("a build", bound) : cache("another", bound), source(i));
            long size = 0;
            for (Path file : files()) {
                size += Files.size(file);
                Files.setLastModifiedTime(
                        file,
                        FileTime.fromMillis(Math.min(
                                i * 1000L, Files.getLastModifiedTime(file).toMillis())));
            }
            assertTrue(size <= bound, size + " after " + i);
        }
        assertTrue(isRightOrNone(cache("another", bound), source(59)));
        assertTrue(isRightOrNone(cache("a build", bound), source(58)));
        assertFalse(isRightOrNone(cache("a build", bound), source(0)));
    }

    @Test
    void whatDoesNotFitTheBoundIsNotStored() throws IOException {
        keepTwice(cache("a build", SOURCE.length), SOURCE);
        assertNull(find(cache("a build", SOURCE.length), SOURCE));
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoProblem() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");
        var below = new TreeCache(() -> file.resolve("trees"), () -> bytes("a build"), LARGE);
        assertNull(find(below, SOURCE));
        keepTwice(below, SOURCE);
        assertNull(find(below, SOURCE));

        keepTwice(cache(), SOURCE);
        Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assertTrue(isRightOrNone(cache(), SOURCE));
            keepTwice(cache(), source(1));
            isRightOrNone(cache(), source(1));
        } finally {
            Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void whatHasNoStoredFormIsParsedForEver() throws IOException {
        byte[] home = bytes("[" + "~/a\n".repeat(TreeCache.SMALLEST) + "]");
        keepTwice(cache(), home);
        assertNull(find(cache(), home));
        assertEquals(List.of(), files());
    }
}
