package kwix.language.module;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Reads devices, pipes and the files of /proc, which do not say how long they are and may keep a reader waiting for ever: nothing
 * wakes a thread that opens a pipe which nobody writes to. So a thread of its own does it, and the caller's can be interrupted.
 */
final class WaitingRead {

    private WaitingRead() {}

    /**
     * At most this many bytes of the file.
     *
     * @throws InterruptedException if the calling thread was interrupted meanwhile; the other one is left to wait
     */
    static byte[] of(Path file, int limit) throws IOException, InterruptedException {
        var read = new FutureTask<byte[]>(() -> {
            try (InputStream stream = Files.newInputStream(file)) {
                return stream.readNBytes(limit);
            }
        });
        Thread.ofPlatform().daemon().name("kwix-read").start(read);
        try {
            return read.get();
        } catch (ExecutionException failed) {
            switch (Objects.requireNonNull(failed.getCause())) {
                case IOException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case Throwable failure -> throw new IOException(failure);
            }
        }
    }
}
