package kwix.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Writes a tree to the machine as the store keeps it: files read-only and one second younger than 1970, so that whoever compares times
 * sees no difference between machines. Folders stay writable for their owner, who so can remove them. Nothing that exists is
 * overwritten or followed.
 */
final class FolderSink implements TreeSink {

    private static final FileTime TIME = FileTime.fromMillis(1000);
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("r--r--r--");
    private static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("r-xr-xr-x");

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwxr-xr-x");

    private final Path root;

    /** @param root absolute; must not exist */
    FolderSink(Path root) {
        this.root = root;
    }

    private Path at(String path) {
        return path.isEmpty() ? root : FileNames.path(FileNames.bytes(root) + path);
    }

    @Override
    public void file(String path, boolean executable, InputStream contents, long length) throws IOException {
        Path file = at(path);
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            contents.transferTo(out);
        }
        settle(file, executable);
    }

    @Override
    public void folder(String path) throws IOException {
        Files.createDirectory(at(path));
    }

    @Override
    public void link(String path, String target) throws IOException {
        Files.createSymbolicLink(at(path), FileNames.linkTarget(target));
    }

    static void settleFolder(Path folder) throws IOException {
        var permissions = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (permissions != null) {
            permissions.setPermissions(FOLDER);
        }
    }

    /** Gives a file the permissions and the time that the store's files have. */
    static void settle(Path file, boolean executable) throws IOException {
        Files.getFileAttributeView(file, BasicFileAttributeView.class).setTimes(TIME, null, null);
        var permissions = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (permissions != null) {
            permissions.setPermissions(executable ? PROGRAM : FILE);
        }
    }
}
