package kwix.language.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.module.EvaluationStore;
import kwix.language.module.Machine;
import kwix.language.module.MachineTree;
import kwix.language.value.Budget;
import kwix.language.value.Describe;
import kwix.language.value.PathValue;
import kwix.store.Archive;
import kwix.store.FileNames;
import kwix.store.FileTree;
import kwix.store.FolderTree;
import kwix.store.Hash;
import kwix.store.HashAlgorithm;
import kwix.store.HashFormat;
import kwix.store.StoreContents;
import kwix.store.StorePaths;
import kwix.store.StoreWriteException;
import kwix.store.UnsupportedFileException;
import org.jspecify.annotations.Nullable;

/** Brings sources into the store. */
public final class Fetcher {

    private final Machine machine;
    private final Budget budget;

    public Fetcher(Machine machine, Budget budget) {
        this.machine = machine;
        this.budget = budget;
    }

    Machine machine() {
        return machine;
    }

    Budget budget() {
        return budget;
    }

    private EvaluationStore store() {
        return machine.store();
    }

    /**
     * A single file, as {@code fetchurl} takes it.
     *
     * @param expected its SHA-256, if it is known
     */
    public String file(String url, String name, @Nullable Hash expected) {
        if (expected != null) {
            String known = StorePaths.NIX.fixedOutput(false, expected, name);
            if (store().has(known)) {
                store().use(known);
                return known;
            }
        } else if (machine.pure()) {
            throw unlocked("fetchurl", url, "sha256", isLocal(url) ? fileHash(url) : null);
        }
        try (Loaded loaded = load(url, expected != null)) {
            Hash hash = HashAlgorithm.SHA256.hash(loaded.bytes());
            if (expected != null && !expected.equals(hash)) {
                throw mismatch(url, "sha256", expected, hash, HashFormat.NIX32);
            }
            String path = StorePaths.NIX.fixedOutput(false, hash, name);
            keep(path, new StoreContents.Flat(loaded.tree(), loaded.path(), hash), loaded.temporary() != null);
            return path;
        }
    }

    private @Nullable Hash fileHash(String url) {
        try (Loaded loaded = load(url, false)) {
            return HashAlgorithm.SHA256.hash(loaded.bytes());
        } catch (KwixException unreadable) {
            return null;
        }
    }

    private void keep(String path, StoreContents contents, boolean now) {
        store().add(path, contents);
        if (now) {
            store().write(path);
        }
    }

    static KwixException unlocked(String builtin, String what, String attribute, @Nullable Hash hash) {
        return new KwixException(
                        ErrorCode.FORBIDDEN,
                        "Pure evaluation fetches nothing without a hash, but `builtins." + builtin + "` is to fetch `"
                                + Describe.text(what) + "`.")
                .withHint(
                        hash == null
                                ? "Add the attribute `" + attribute
                                        + "`; evaluation with --impure fetches the source and tells what it is when"
                                        + " given a wrong one."
                                : "Write `" + attribute + " = \"" + hash.text(HashFormat.SRI) + "\";`.");
    }

    static KwixException mismatch(String what, String attribute, Hash expected, Hash found, HashFormat format) {
        return new KwixException(
                        ErrorCode.INVALID_VALUE,
                        "`" + Describe.text(what) + "` has the hash `" + prefixed(found, format) + "`, not `"
                                + prefixed(expected, format) + "` as its attribute `" + attribute + "` says.")
                .withHint("If the new contents are meant, write `" + attribute + " = \""
                        + found.text(format == HashFormat.NIX32 ? HashFormat.NIX32 : HashFormat.SRI) + "\";`.");
    }

    private static String prefixed(Hash hash, HashFormat format) {
        return format == HashFormat.SRI ? hash.text(format) : hash.algorithm().id() + ":" + hash.text(format);
    }

    /** What a URL leads to: a file of the machine, or a temporary one. */
    private record Loaded(
            FileTree tree, String path, @Nullable Path temporary) implements AutoCloseable {

        byte[] bytes() {
            return tree.contents(path);
        }

        @Override
        public void close() {
            if (temporary != null) {
                try {
                    Files.deleteIfExists(temporary);
                } catch (IOException leftOver) {
                    throw new UncheckedIOException(leftOver);
                }
            }
        }
    }

    static boolean isLocal(String url) {
        return url.startsWith("file:");
    }

    /** @param locked whether a hash says what it is, so that pure evaluation may read it wherever it is */
    private Loaded load(String text, boolean locked) {
        Url url;
        String file;
        try {
            url = Url.parseLenient(text);
            file = url.fileName();
        } catch (InvalidUrlException invalid) {
            throw new KwixException(
                            ErrorCode.INVALID_VALUE,
                            "`" + Describe.text(text) + "` is not a URL: " + invalid.reason() + ".")
                    .withHint(text.startsWith("/") ? "Write `file://" + Describe.text(text) + "`." : null);
        }
        return switch (url.scheme()) {
            case "file" -> local(text, file, locked);
            case "http", "https" -> {
                requireAllowed(text);
                try {
                    Path temporary = temporary();
                    Download.load(url.withoutFragment().toString(), temporary, budget);
                    yield new Loaded(new FolderTree(temporary), "", temporary);
                } catch (IOException failure) {
                    throw unwritten(failure);
                }
            }
            case String other ->
                throw new KwixException(
                        ErrorCode.INVALID_VALUE,
                        "`" + Describe.text(text) + "` cannot be fetched: the scheme is neither `https` nor `http` nor"
                                + " `file`, but `" + Describe.text(other) + "`.");
        };
    }

    private Loaded local(String url, String file, boolean locked) {
        if (!file.startsWith("/")) {
            throw new KwixException(
                    ErrorCode.INVALID_VALUE,
                    "`" + Describe.text(url) + "` must name its file from the root on, as in `file:///folder/file`.");
        }
        String path = PathValue.normalised(file).path();
        FileTree tree = files(locked);
        FileTree.Kind kind = tree.kind(path);
        if (kind == null || kind == FileTree.Kind.FOLDER) {
            throw new KwixException(
                    ErrorCode.MISSING_FILE,
                    "`" + Describe.text(url) + "` cannot be fetched: "
                            + (kind == null ? "the file does not exist." : "it is a folder."));
        }
        return new Loaded(tree, path, null);
    }

    private FileTree files(boolean locked) {
        return locked && readsAnywhere() ? new FolderTree(Path.of("/")) : new MachineTree(machine, budget);
    }

    /** Whether what a hash or revision names may be read outside of the bounds, which are those of pure evaluation only. */
    boolean readsAnywhere() {
        return machine.pure() && !machine.conduct().fetchesInBounds();
    }

    /** Refuses what is not on this machine where the user said what may be fetched. */
    void requireAllowed(String url) {
        List<String> allowed = machine.conduct().fetchable();
        if (allowed != null && allowed.stream().noneMatch(prefix -> begins(url, prefix))) {
            throw new KwixException(
                            ErrorCode.FORBIDDEN, "Restricted evaluation does not fetch `" + Describe.text(url) + "`.")
                    .withHint("The setting `allowed-uris` lists the beginnings of what it fetches.");
        }
    }

    private static boolean begins(String url, String prefix) {
        return url.equals(prefix)
                || !prefix.isEmpty()
                        && url.startsWith(prefix)
                        && url.length() > prefix.length()
                        && (prefix.endsWith("/") || prefix.endsWith(":") || url.charAt(prefix.length()) == '/');
    }

    private Path temporary() throws IOException {
        return store().physical().temporary();
    }

    static KwixException unwritten(IOException failure) {
        String where = failure instanceof StoreWriteException refused ? "`" + Describe.text(refused.path()) + "` " : "";
        return new KwixException(
                        ErrorCode.OUTPUT, "What was fetched cannot be kept: " + where + failure.getMessage() + ".")
                .withHint("The variable KWIX_STORE names another folder.");
    }

    /** An archive's contents, as {@code fetchTarball} takes them. */
    public String archive(String url, String name, @Nullable Hash expected) {
        if (expected != null) {
            String known = StorePaths.NIX.source(expected, name);
            if (store().has(known)) {
                store().use(known);
                return known;
            }
        } else if (machine.pure()) {
            throw unlocked("fetchTarball", url, "sha256", isLocal(url) ? archiveHash(url, name) : null);
        }
        return unpacked(url, name, expected, "sha256", HashFormat.NIX32).storePath();
    }

    private @Nullable Hash archiveHash(String url, String name) {
        try {
            return unpacked(url, name, null, "sha256", HashFormat.NIX32).hash();
        } catch (KwixException unreadable) {
            return null;
        }
    }

    private record Unpacked(String storePath, Hash hash, long lastModified) {}

    private Unpacked unpacked(String url, String name, @Nullable Hash expected, String attribute, HashFormat format) {
        try (Loaded loaded = load(url, expected != null)) {
            Path folder = Objects.requireNonNull(temporary().getParent());
            try (var tree = new UnpackedTree(folder, UnpackedTree.Limits.USUAL)) {
                Path archive = loaded.temporary();
                Path file = archive == null ? Files.createTempFile(folder, ".archive-", "") : archive;
                long modified;
                try {
                    if (archive == null) {
                        Files.write(file, loaded.bytes());
                    }
                    modified = Unpacker.unpack(file, tree, budget);
                } finally {
                    if (archive == null) {
                        Files.delete(file);
                    }
                }
                Hash hash = Archive.hash(tree, "");
                if (expected != null && !expected.equals(hash)) {
                    throw mismatch(url, attribute, expected, hash, format);
                }
                String path = StorePaths.NIX.source(hash, name);
                keep(path, new StoreContents.Tree(tree, "", hash), true);
                return new Unpacked(path, hash, modified);
            }
        } catch (InvalidTreeException invalid) {
            throw new KwixException(
                    ErrorCode.INVALID_VALUE,
                    "The archive `" + Describe.text(url) + "` " + Describe.text(invalid.reason()) + ".");
        } catch (IOException failure) {
            throw new KwixException(
                    ErrorCode.INVALID_VALUE,
                    "The archive `" + Describe.text(url) + "` cannot be unpacked: " + failure.getMessage() + ".");
        }
    }

    /** Whatever attributes name. */
    public FetchedTree tree(FetchRequest request) {
        InputAttributes source = request.source();
        if (machine.pure() && !isLocked(source)) {
            throw unlocked(
                    request.builtin(),
                    request.text(),
                    source.needed("type").equals("git") ? "rev" : "narHash",
                    pureHash(source));
        }
        FetchedTree fetched = switch (InputScheme.of(source)) {
            case PathScheme ignored -> path(source);
            case CurlScheme curl -> curl.unpacks() ? tarball(source) : single(source);
            case GitScheme ignored -> new GitRepository(this, source).fetch();
            case MercurialScheme ignored -> new MercurialRepository(this, source).fetch();
            case ForgeScheme forge -> tarball(forge.asArchive(source));
            case IndirectScheme ignored ->
                throw new KwixException(
                        ErrorCode.UNSUPPORTED,
                        "`" + Describe.text(request.text())
                                + "` is a name that a registry of flakes would know, and Kwix has none.");
            case null ->
                throw new KwixException(
                        ErrorCode.INVALID_VALUE, "The source " + source + " has a type that is unknown.");
        };
        Hash expected = source.narHash();
        Hash found = fetched.source().narHash();
        if (expected != null && found != null && !expected.equals(found)) {
            throw mismatch(request.text(), "narHash", expected, found, HashFormat.SRI);
        }
        return fetched;
    }

    private static boolean isLocked(InputAttributes source) {
        return source.has("narHash")
                || InputScheme.of(source) instanceof GitScheme && source.has("rev")
                || InputScheme.of(source) instanceof MercurialScheme && source.has("rev");
    }

    private @Nullable Hash pureHash(InputAttributes source) {
        try {
            return source.needed("type").equals("path") ? path(source).source().narHash() : null;
        } catch (KwixException unreadable) {
            return null;
        }
    }

    private FetchedTree path(InputAttributes source) {
        String given = source.needed("path");
        if (!given.startsWith("/")) {
            throw new KwixException(
                    ErrorCode.INVALID_VALUE,
                    "The path " + Describe.quoted(given) + " of a source must begin with a slash.");
        }
        String path = PathValue.normalised(given).path();
        FileTree tree = files(source.has("narHash"));
        try {
            if (tree.kind(path) == null) {
                throw new UnsupportedFileException(path, "does not exist");
            }
            Hash hash = Archive.hash(tree, path);
            InputAttributes complete =
                    source.has("lastModified") ? source : source.with("lastModified", youngest(tree, path));
            return stored(complete, new StoreContents.Tree(tree, path, hash), hash, false);
        } catch (UnsupportedFileException unsupported) {
            throw new KwixException(
                    ErrorCode.MISSING_FILE,
                    "`" + Describe.text(unsupported.path()) + "` cannot be fetched: it " + unsupported.reason() + ".");
        }
    }

    FetchedTree stored(InputAttributes source, StoreContents contents, Hash hash, boolean now) {
        String name = source.string("name");
        String path = StorePaths.NIX.source(hash, name == null ? "source" : name);
        keep(path, contents, now);
        return new FetchedTree(path, source.with("narHash", hash.text(HashFormat.SRI)));
    }

    private static long youngest(FileTree tree, String path) {
        long time = 0;
        try {
            time = Files.readAttributes(FileNames.path(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .lastModifiedTime()
                    .to(java.util.concurrent.TimeUnit.SECONDS);
        } catch (IOException vanished) {
            // What is in the user's store has no times of its own.
            time = 0;
        }
        if (tree.kind(path) == FileTree.Kind.FOLDER) {
            for (String name : new TreeSet<>(tree.names(path))) {
                time = Math.max(time, youngest(tree, path.endsWith("/") ? path + name : path + "/" + name));
            }
        }
        return time;
    }

    private FetchedTree single(InputAttributes source) {
        try (Loaded loaded = load(source.needed("url"), source.has("narHash"))) {
            var tree = new PlainFile(loaded.bytes());
            Hash hash = Archive.hash(tree, "");
            return stored(source, new StoreContents.Tree(tree, "", hash), hash, true);
        }
    }

    private FetchedTree tarball(InputAttributes source) {
        String name = source.string("name");
        Hash expected = source.narHash();
        Unpacked unpacked =
                unpacked(source.needed("url"), name == null ? "source" : name, expected, "narHash", HashFormat.SRI);
        InputAttributes complete = source.with("narHash", unpacked.hash().text(HashFormat.SRI));
        if (unpacked.lastModified() != 0 && !source.has("lastModified")) {
            complete = complete.with("lastModified", unpacked.lastModified());
        }
        return new FetchedTree(unpacked.storePath(), complete);
    }

    /** A file that is not executable, whatever it was before. */
    private record PlainFile(byte[] bytes) implements FileTree {

        @Override
        public Kind kind(String path) {
            return Kind.FILE;
        }

        @Override
        public byte[] contents(String path) {
            return bytes;
        }

        @Override
        public boolean executable(String path) {
            return false;
        }

        @Override
        public String target(String path) {
            throw new IllegalStateException("not a link");
        }

        @Override
        public List<String> names(String path) {
            throw new IllegalStateException("not a folder");
        }
    }
}
