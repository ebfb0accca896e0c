package kwix.language.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.Budget;
import org.jspecify.annotations.Nullable;

/** Runs a program of the machine; the end of the evaluation ends it. */
final class Program {

    private static final long POLL_MILLIS = 100;
    private static final int LONGEST_COMPLAINT = 2000;

    private static final Set<String> OF_GIT = Set.of(
            "GIT_DIR",
            "GIT_WORK_TREE",
            "GIT_INDEX_FILE",
            "GIT_COMMON_DIR",
            "GIT_OBJECT_DIRECTORY",
            "GIT_ALTERNATE_OBJECT_DIRECTORIES",
            "GIT_NAMESPACE",
            "GIT_PREFIX");

    private final Budget budget;

    Program(Budget budget) {
        this.budget = budget;
    }

    /** Takes what the program writes, while it runs. */
    interface Reader<T> {
        T read(InputStream output) throws IOException, InvalidTreeException;
    }

    /** A program's end with another status than 0. */
    static final class Failed extends Exception {

        private static final long serialVersionUID = 1L;

        private final String complaint;

        Failed(String complaint) {
            super(complaint, null, false, false);
            this.complaint = complaint;
        }

        /** The last line that it wrote for the user. */
        String complaint() {
            return complaint;
        }
    }

    byte[] run(List<String> command, Map<String, String> environment, byte[] input) throws Failed, IOException {
        try {
            return run(command, environment, input, InputStream::readAllBytes);
        } catch (InvalidTreeException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    <T> T run(List<String> command, Map<String, String> environment, byte[] input, Reader<T> reader)
            throws Failed, IOException, InvalidTreeException {
        var builder = new ProcessBuilder(command);
        // When Kwix itself is run by git, these name another repository.
        builder.environment().keySet().removeAll(OF_GIT);
        builder.environment().putAll(environment);
        builder.directory(Path.of("/").toFile());
        Process process;
        try {
            process = builder.start();
        } catch (IOException absent) {
            throw new KwixException(
                            ErrorCode.UNSUPPORTED,
                            "The program `" + command.getFirst() + "` is needed, but cannot be run.")
                    .withHint("Install it, or put it on the PATH.");
        }
        Thread watch = Thread.ofVirtual().start(() -> watch(process));
        try {
            CompletableFuture<String> complaint = CompletableFuture.supplyAsync(() -> complaint(process));
            Thread.ofVirtual().start(() -> feed(process, input));
            T result = reader.read(process.getInputStream());
            int status = process.waitFor();
            budget.poll();
            if (status != 0) {
                throw new Failed(complaint.join());
            }
            return result;
        } catch (InterruptedException interrupted) {
            budget.poll();
            Thread.currentThread().interrupt();
            throw new KwixException(ErrorCode.CANCELLED, "`" + command.getFirst() + "` was interrupted.");
        } catch (IOException failure) {
            budget.poll();
            throw failure;
        } finally {
            process.destroyForcibly();
            watch.interrupt();
        }
    }

    private void watch(Process process) {
        try {
            while (process.isAlive()) {
                Thread.sleep(POLL_MILLIS);
                budget.poll();
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        } catch (KwixException stopped) {
            process.destroyForcibly();
        }
    }

    private static void feed(Process process, byte[] input) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input);
        } catch (IOException gone) {
            // It ended without reading everything; its status says whether that was right.
            process.isAlive();
        }
    }

    private static String complaint(Process process) {
        try (InputStream errors = process.getErrorStream()) {
            @Nullable String last = null;
            String text = new String(errors.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                last = line.isBlank() ? last : line.strip();
            }
            return last == null ? "no reason given" : last.substring(0, Math.min(last.length(), LONGEST_COMPLAINT));
        } catch (IOException gone) {
            return "no reason given";
        }
    }
}
