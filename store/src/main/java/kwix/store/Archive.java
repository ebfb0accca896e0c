package kwix.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.TreeSet;

/**
 * The NAR format: a file tree as bytes, with nothing in it but names, contents, links and the executable bit, so that equal trees are
 * equal bytes.
 */
public final class Archive {

    private static final int ALIGNMENT = 8;

    private final FileTree tree;
    private final OutputStream out;

    private Archive(FileTree tree, OutputStream out) {
        this.tree = tree;
        this.out = out;
    }

    /** Writes what is at a path, without its own name. */
    public static void write(FileTree tree, String path, OutputStream out) throws IOException {
        var archive = new Archive(tree, out);
        archive.text("nix-archive-1");
        archive.node(path);
    }

    /** The SHA-256 of the archive of what is at a path. */
    public static Hash hash(FileTree tree, String path) {
        MessageDigest digest = HashAlgorithm.SHA256.digest();
        try {
            write(tree, path, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return Hash.of(HashAlgorithm.SHA256, digest);
    }

    private void node(String path) throws IOException {
        text("(");
        text("type");
        switch (tree.kind(path)) {
            case FILE -> {
                text("regular");
                if (tree.executable(path)) {
                    text("executable");
                    text("");
                }
                text("contents");
                bytes(tree.contents(path));
            }
            case SYMBOLIC_LINK -> {
                text("symlink");
                text("target");
                text(tree.target(path));
            }
            case FOLDER -> folder(path);
            case OTHER ->
                throw new UnsupportedFileException(path, "is neither a file nor a folder nor a symbolic link");
            case null -> throw new UnsupportedFileException(path, "does not exist");
        }
        text(")");
    }

    private void folder(String path) throws IOException {
        text("directory");
        for (String name : new TreeSet<>(tree.names(path))) {
            String entry = path.endsWith("/") ? path + name : path + "/" + name;
            if (!tree.includes(entry)) {
                continue;
            }
            text("entry");
            text("(");
            text("name");
            text(name);
            text("node");
            node(entry);
            text(")");
        }
    }

    private void text(String text) throws IOException {
        bytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void bytes(byte[] bytes) throws IOException {
        var length = new byte[ALIGNMENT];
        for (int i = 0; i < ALIGNMENT; i++) {
            length[i] = (byte) ((long) bytes.length >> 8 * i);
        }
        out.write(length);
        out.write(bytes);
        out.write(new byte[(ALIGNMENT - bytes.length % ALIGNMENT) % ALIGNMENT]);
    }
}
