package kwix.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The machine's own files, whatever an evaluation may read of them. Paths are below {@code root}: an empty one is the root itself, others
 * begin with a slash. What cannot be read is an {@link UncheckedIOException}.
 */
public record FolderTree(Path root) implements FileTree {

    private Path at(String path) {
        return path.isEmpty() ? root : FileNames.path(FileNames.bytes(root.toAbsolutePath()) + path);
    }

    @Override
    public @Nullable Kind kind(String path) {
        try {
            var attributes = Files.readAttributes(at(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isSymbolicLink()
                    ? Kind.SYMBOLIC_LINK
                    : attributes.isDirectory() ? Kind.FOLDER : attributes.isRegularFile() ? Kind.FILE : Kind.OTHER;
        } catch (NoSuchFileException missing) {
            return null;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public byte[] contents(String path) {
        try {
            return Files.readAllBytes(at(path));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public boolean executable(String path) {
        try {
            return Files.getPosixFilePermissions(at(path), LinkOption.NOFOLLOW_LINKS)
                    .contains(PosixFilePermission.OWNER_EXECUTE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String target(String path) {
        try {
            return FileNames.linkTarget(Files.readSymbolicLink(at(path)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Collection<String> names(String path) {
        var names = new ArrayList<String>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(at(path))) {
            entries.forEach(entry -> names.add(FileNames.lastName(entry)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return names;
    }
}
