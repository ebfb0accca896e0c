package kwix.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is left behind when Kwix itself fails: a file for its developers, and one line for the user. */
final class FaultReport {

    private FaultReport() {}

    /** Writes the report. @return the line for the user */
    static String write(Throwable fault, Invocation invocation) {
        var text = new StringWriter();
        var writer = new PrintWriter(text);
        writer.println("kwix " + Version.text() + " failed at " + Instant.now());
        writer.println("arguments: " + invocation.arguments());
        writer.println("working directory: " + invocation.directory());
        writer.println("java: " + System.getProperty("java.vm.version") + " on " + System.getProperty("os.name") + " "
                + System.getProperty("os.version") + " " + System.getProperty("os.arch"));
        fault.printStackTrace(writer);
        writer.flush();
        String what = "kwix: internal error (" + fault.getClass().getSimpleName() + "); ";
        Path file = save(text.toString(), invocation);
        return file == null
                ? what + "its report could not be written anywhere\n"
                : what + "please send its report: " + file + "\n";
    }

    private static @Nullable Path save(String text, Invocation invocation) {
        Path cache = invocation.cacheFolder();
        Path saved = cache == null ? null : save(text, cache.resolve("faults"));
        return saved == null ? save(text, Path.of(System.getProperty("java.io.tmpdir"))) : saved;
    }

    private static @Nullable Path save(String text, Path folder) {
        try {
            Files.createDirectories(folder);
            Path file = Files.createTempFile(folder, "kwix-fault-", ".txt");
            Files.writeString(file, text);
            return file;
        } catch (IOException | SecurityException unwritable) {
            return null;
        }
    }
}
