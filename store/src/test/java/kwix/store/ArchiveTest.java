package kwix.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The expected paths are the reference's for the same files. */
class ArchiveTest {

    /** A tree in memory: texts are files, maps folders. */
    private record Tree(Map<String, Object> root) implements FileTree {

        record Script(String text) {}

        record Link(String target) {}

        record Device() {}

        private @Nullable Object at(String path) {
            Object here = root;
            for (String name : path.split("/")) {
                here = name.isEmpty() || here == null ? here : ((Map<?, ?>) here).get(name);
            }
            return here;
        }

        @Override
        public @Nullable Kind kind(String path) {
            return switch (at(path)) {
                case null -> null;
                case Map<?, ?> ignored -> Kind.FOLDER;
                case Link ignored -> Kind.SYMBOLIC_LINK;
                case Device ignored -> Kind.OTHER;
                default -> Kind.FILE;
            };
        }

        @Override
        public byte[] contents(String path) {
            Object file = at(path);
            String text = file instanceof Script script ? script.text() : String.valueOf(file);
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public boolean executable(String path) {
            return at(path) instanceof Script;
        }

        @Override
        public String target(String path) {
            return at(path) instanceof Link link ? link.target() : "";
        }

        @Override
        public Collection<String> names(String path) {
            return at(path) instanceof Map<?, ?> folder
                    ? folder.keySet().stream().map(String.class::cast).toList()
                    : List.of();
        }
    }

    private static final Tree.Script SCRIPT = new Tree.Script("#!/bin/sh\n");

    private static Map<String, Object> folder(Object... namesAndEntries) {
        var folder = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndEntries.length; i += 2) {
            folder.put((String) namesAndEntries[i], namesAndEntries[i + 1]);
        }
        return folder;
    }

    private static String path(String name, Object entry) {
        return StorePaths.NIX.source(Archive.hash(new Tree(Map.of(name, entry)), "/" + name), name);
    }

    @Test
    void placesFilesAndFolders() {
        assertEquals("/nix/store/z3n6ml62lc6l9glpaz6fq7fvi2rks9vq-a.txt", path("a.txt", "hello\n"));
        assertEquals("/nix/store/j9fyrzxvsry0cbxcg99dl387mx7kh3d9-zero", path("zero", ""));
        assertEquals("/nix/store/mkqb9ml360ljwikygzsfy4rga18f4pbk-big", path("big", "\0".repeat(100_000)));
        assertEquals("/nix/store/78sw4kgnlwlwp82n9crq3226z2pb1g91-run.sh", path("run.sh", SCRIPT));
        assertEquals("/nix/store/hsfpb0gqgq1qhwi2c1pgrb4vhawrwxld-link", path("link", new Tree.Link("a.txt")));
        assertEquals("/nix/store/9ljssglw74jabzzsqsl3lim4d5jgh4ya-empty", path("empty", folder()));
        assertEquals(
                "/nix/store/b0jqpv8b2n1n3gwjvc89ckbg3qk85i4q-dir",
                path(
                        "dir",
                        folder(
                                "sub",
                                folder("c", "y\n"),
                                "run.sh",
                                SCRIPT,
                                "l",
                                new Tree.Link("../a.txt"),
                                "b",
                                "x\n")));
    }

    @Test
    void putsNamesInByteOrder() {
        assertEquals(
                "/nix/store/7w65w68sdjbmjv5vm0r29i80j1jcfz85-order",
                path("order", folder("\u00c3\u00a9", "", "a", "", "B", "", "ab", "", "a.b", "", "a-b", "")));
    }

    @Test
    void padsEveryText() throws IOException {
        var bytes = new ByteArrayOutputStream();
        Archive.write(new Tree(Map.of("f", "12345678")), "/f", bytes);
        var expected = new ByteArrayOutputStream();
        for (String text : List.of("nix-archive-1", "(", "type", "regular", "contents", "12345678", ")")) {
            expected.write(text.length());
            expected.write(new byte[7]);
            expected.write(Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), (text.length() + 7) / 8 * 8));
        }
        assertEquals(List.of(box(expected.toByteArray())), List.of(box(bytes.toByteArray())));
    }

    private static String box(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }

    @Test
    void refusesWhatItCannotHold() {
        var device = assertThrows(UnsupportedFileException.class, () -> path("d", folder("p", new Tree.Device())));
        assertEquals("/d/p", device.path());
        assertThrows(UnsupportedFileException.class, () -> Archive.hash(new Tree(Map.of()), "/none"));
    }
}
