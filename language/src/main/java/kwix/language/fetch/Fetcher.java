package kwix.language.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.module.EvaluationStore;
import kwix.language.module.Machine;
import kwix.language.value.Budget;
import kwix.language.value.Describe;
import kwix.store.Archive;
import kwix.store.Hash;
import kwix.store.HashAlgorithm;
import kwix.store.HashFormat;
import kwix.store.StoreContents;
import kwix.store.StorePaths;
import org.jspecify.annotations.Nullable;

/** Brings sources into the store. */
public final class Fetcher {

    private final FetchBounds bounds;

    public Fetcher(Machine machine, Budget budget) {
        bounds = new FetchBounds(machine, budget);
    }

    FetchBounds bounds() {
        return bounds;
    }

    Machine machine() {
        return bounds.machine();
    }

    Budget budget() {
        return bounds.budget();
    }

    private EvaluationStore store() {
        return machine().store();
    }

    /**
     * A single file, as {@code fetchurl} takes it.
     *
     * @param expected its SHA-256, if it is known
     */
    public String file(String url, String name, @Nullable Hash expected) {
        boolean anywhere = bounds.admits(url) || expected != null && bounds.readsAnywhere();
        if (expected != null) {
            String known = StorePaths.NIX.fixedOutput(false, expected, name);
            if (store().has(known)) {
                store().use(known);
                return known;
            }
        } else if (machine().pure()) {
            throw Refusal.unlocked("fetchurl", url, "sha256", url.startsWith("file:") ? fileHash(url) : null);
        }
        try (LoadedFile loaded = LoadedFile.of(url, bounds, anywhere)) {
            Hash hash = HashAlgorithm.SHA256.hash(loaded.bytes());
            if (expected != null && !expected.equals(hash)) {
                throw Refusal.mismatch(url, "sha256", expected, hash, HashFormat.NIX32);
            }
            String path = StorePaths.NIX.fixedOutput(false, hash, name);
            keep(path, new StoreContents.Flat(loaded.tree(), loaded.path(), hash), loaded.temporary() != null);
            return path;
        }
    }

    private @Nullable Hash fileHash(String url) {
        try (LoadedFile loaded = LoadedFile.of(url, bounds, false)) {
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

    /** An archive's contents, as {@code fetchTarball} takes them. */
    public String archive(String url, String name, @Nullable Hash expected) {
        boolean anywhere = bounds.admits(url) || expected != null && bounds.readsAnywhere();
        if (expected != null) {
            String known = StorePaths.NIX.source(expected, name);
            if (store().has(known)) {
                store().use(known);
                return known;
            }
        } else if (machine().pure()) {
            throw Refusal.unlocked(
                    "fetchTarball", url, "sha256", url.startsWith("file:") ? archiveHash(url, name) : null);
        }
        return unpacked(url, name, expected, "sha256", HashFormat.NIX32, anywhere)
                .storePath();
    }

    private @Nullable Hash archiveHash(String url, String name) {
        try {
            return unpacked(url, name, null, "sha256", HashFormat.NIX32, false).hash();
        } catch (KwixException unreadable) {
            return null;
        }
    }

    private record Unpacked(String storePath, Hash hash, long lastModified) {}

    private Unpacked unpacked(
            String url, String name, @Nullable Hash expected, String attribute, HashFormat format, boolean anywhere) {
        try (LoadedFile loaded = LoadedFile.of(url, bounds, anywhere)) {
            Path folder = Objects.requireNonNull(store().physical().temporary().getParent());
            try (var tree = new UnpackedTree(folder, UnpackedTree.Limits.USUAL)) {
                Path archive = loaded.temporary();
                Path file = archive == null ? Files.createTempFile(folder, ".archive-", "") : archive;
                long modified;
                try {
                    if (archive == null) {
                        Files.write(file, loaded.bytes());
                    }
                    modified = Unpacker.unpack(file, tree, budget());
                } finally {
                    if (archive == null) {
                        Files.delete(file);
                    }
                }
                Hash hash = Archive.hash(tree, "");
                if (expected != null && !expected.equals(hash)) {
                    throw Refusal.mismatch(url, attribute, expected, hash, format);
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
        boolean locked = isLocked(source);
        boolean anywhere = bounds.admits(request.text(), request.isInBounds()) || locked && bounds.readsAnywhere();
        if (machine().pure() && !locked) {
            throw Refusal.unlocked(
                    request.builtin(), request.text(), isRepository(source) ? "rev" : "narHash", pureHash(source));
        }
        FetchedTree fetched = switch (InputScheme.of(source)) {
            case PathScheme ignored -> new PathSource(this, source, anywhere).fetch();
            case CurlScheme curl -> curl.unpacks() ? tarball(source, anywhere) : single(source, anywhere);
            case GitScheme ignored -> new GitRepository(this, source, anywhere).fetch();
            case MercurialScheme ignored -> new MercurialRepository(this, source, anywhere).fetch();
            case ForgeScheme forge -> tarball(forge.asArchive(source), anywhere);
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
            throw Refusal.mismatch(request.text(), "narHash", expected, found, HashFormat.SRI);
        }
        return fetched;
    }

    private static boolean isLocked(InputAttributes source) {
        return source.has("narHash") || isRepository(source) && source.has("rev");
    }

    private static boolean isRepository(InputAttributes source) {
        return InputScheme.of(source) instanceof GitScheme || InputScheme.of(source) instanceof MercurialScheme;
    }

    private @Nullable Hash pureHash(InputAttributes source) {
        try {
            return InputScheme.of(source) instanceof PathScheme
                    ? new PathSource(this, source, false).fetch().source().narHash()
                    : null;
        } catch (KwixException unreadable) {
            return null;
        }
    }

    FetchedTree stored(InputAttributes source, StoreContents contents, Hash hash, boolean now) {
        String path = StorePaths.NIX.source(hash, name(source));
        keep(path, contents, now);
        return new FetchedTree(path, source.with("narHash", hash.text(HashFormat.SRI)));
    }

    private static String name(InputAttributes source) {
        String name = source.string("name");
        if (name == null) {
            return "source";
        }
        FetchedTree.checkName(source.needed("url"), name);
        return name;
    }

    private FetchedTree single(InputAttributes source, boolean anywhere) {
        try (LoadedFile loaded = LoadedFile.of(source.needed("url"), bounds, anywhere)) {
            var tree = new PlainFile(loaded.bytes());
            Hash hash = Archive.hash(tree, "");
            return stored(source, new StoreContents.Tree(tree, "", hash), hash, true);
        }
    }

    private FetchedTree tarball(InputAttributes source, boolean anywhere) {
        Hash expected = source.narHash();
        Unpacked unpacked = unpacked(source.needed("url"), name(source), expected, "narHash", HashFormat.SRI, anywhere);
        InputAttributes complete = source.with("narHash", unpacked.hash().text(HashFormat.SRI));
        if (unpacked.lastModified() != 0 && !source.has("lastModified")) {
            complete = complete.with("lastModified", unpacked.lastModified());
        }
        return new FetchedTree(unpacked.storePath(), complete);
    }
}
