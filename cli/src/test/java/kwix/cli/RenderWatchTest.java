package kwix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kwix render --watch}, which a transcript cannot show because it does not end. */
@Timeout(300)
class RenderWatchTest {

    private static final String MODULE = "{ kubernetes.resources.ConfigMap.a.data.x = import ./value.kx; }";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final FutureTask<Integer> run = new FutureTask<>(() -> Main.run(new Invocation(
            List.of("render", "--watch", "main.kx"),
            InputStream.nullInputStream(),
            out,
            err,
            Map.of("HOME", folder.toString()),
            folder,
            false,
            false)));
    private final Thread thread = new Thread(run);
    private int changes;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(folder.resolve("main.kx"), MODULE);
        write("value.kx", "\"one\"");
        thread.start();
    }

    @AfterEach
    void end() {
        thread.interrupt();
    }

    /** Each time of change is another one, however coarse the clock of the file system is. */
    private void write(String name, String content) throws IOException {
        Path beside = Files.writeString(folder.resolve(name + ".new"), content);
        Files.setLastModifiedTime(beside, FileTime.fromMillis(1_000_000 + 10_000L * ++changes));
        Files.move(beside, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private void await(ByteArrayOutputStream stream, String text, int times) throws InterruptedException {
        while (stream.toString(StandardCharsets.UTF_8).split(text, -1).length <= times) {
            assertTrue(thread.isAlive(), () -> stream + "\n" + err);
            Thread.sleep(20);
        }
    }

    @Test
    void printsAgainWhatChanged() throws IOException, InterruptedException, ExecutionException {
        await(out, "x: one", 1);
        write("value.kx", "\"two\"");
        await(out, "x: two", 1);
        // A result that stays the same is not printed again, and a failure ends nothing.
        write("value.kx", "\"t\" + \"wo\"");
        await(err, "value.kx` has changed", 2);
        write("value.kx", "absent");
        await(err, "error\\[KX0002\\]", 1);
        write("value.kx", "\"three\"");
        await(out, "x: three", 1);
        assertEquals(3, out.toString(StandardCharsets.UTF_8).split("kind: ConfigMap", -1).length - 1);
        thread.interrupt();
        assertEquals(130, run.get());
    }
}
