package kwix.cli;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Set;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.module.FileNames;
import kwix.language.value.ByteBuilder;
import org.jspecify.annotations.Nullable;

/** Where a result goes, all of it at once. */
final class Output {

    /** Nobody reads standard output any more: no failure, but nothing left to do either. */
    static final class ClosedPipeException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ClosedPipeException() {
            super(null, null, false, false);
        }
    }

    private Output() {}

    /** @param file null for standard output */
    static void write(ByteBuilder bytes, @Nullable String file, Invocation invocation) {
        invocation.phases().begin(PhaseWatch.Phase.OUTPUT);
        try {
            if (file == null) {
                toStandardOutput(bytes, invocation);
            } else {
                toFile(bytes, file, FileNames.path(invocation.path(file).path()));
            }
        } finally {
            invocation.phases().end();
        }
    }

    private static void toStandardOutput(ByteBuilder bytes, Invocation invocation) {
        try {
            bytes.writeTo(invocation.out());
            invocation.out().flush();
        } catch (IOException failure) {
            if (String.valueOf(failure.getMessage()).contains("Broken pipe")) {
                throw new ClosedPipeException();
            }
            throw new KwixException(
                    ErrorCode.OUTPUT,
                    "The result could not be written to standard output: " + failure.getMessage() + ".");
        }
    }

    private static void toFile(ByteBuilder bytes, String shown, Path file) {
        try {
            // A symlink stays one; what it leads to is replaced.
            Path target = Files.exists(file) ? file.toRealPath() : file;
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                if (Files.isDirectory(target)) {
                    throw failed(shown, "it is a folder");
                }
                try (var stream = Files.newOutputStream(target, StandardOpenOption.WRITE)) {
                    bytes.writeTo(stream);
                }
                return;
            }
            replace(bytes, target);
        } catch (NoSuchFileException missing) {
            throw failed(shown, "its folder does not exist");
        } catch (FileSystemException refused) {
            throw failed(shown, refused.getReason() == null ? "permission denied" : refused.getReason());
        } catch (IOException failure) {
            throw failed(shown, String.valueOf(failure.getMessage()));
        }
    }

    /** Writes beside the target, then renames: whoever reads the target sees the old content or the new. */
    private static void replace(ByteBuilder bytes, Path target) throws IOException {
        Path beside = target.resolveSibling(
                "." + target.getFileName() + ".kwix-" + ProcessHandle.current().pid());
        try {
            try (var channel = Files.newByteChannel(
                            beside, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW));
                    var stream = Channels.newOutputStream(channel)) {
                bytes.writeTo(stream);
            }
            keepPermissions(target, beside);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void keepPermissions(Path target, Path replacement) throws IOException {
        var old = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        if (Files.exists(target) && old != null) {
            Files.setPosixFilePermissions(replacement, old.readAttributes().permissions());
        }
    }

    private static KwixException failed(String file, String why) {
        return new KwixException(ErrorCode.OUTPUT, "`" + file + "` could not be written: " + why + ".");
    }
}
