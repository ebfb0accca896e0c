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
import java.util.concurrent.TimeUnit;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.Budget;

/** Runs a program of the machine; the end of the evaluation ends it. */
final class Program {

    private static final long POLL_MILLIS = 100;
    private static final int LONGEST_COMPLAINT = 2000;

    /** How long a program that is to end has for removing its locks and temporary files. */
    private static final long LEAVE_MILLIS = 2000;

    private final Budget budget;
    private final Set<String> unset;

    /**
     * @param unset variables of the environment that it does not get: when Kwix itself is run by such a program, they name another
     *     repository
     */
    Program(Budget budget, Set<String> unset) {
        this.budget = budget;
        this.unset = unset;
    }

    /** Takes what the program writes, while it runs. */
    interface Reader<T> {
        T read(InputStream output) throws IOException, InvalidTreeException;
    }

    /** A program's end with another status than 0. */
    static final class Failed extends Exception {

        private static final long serialVersionUID = 1L;

        private final List<String> complaints;

        Failed(String complaints) {
            super(complaints, null, false, false);
            this.complaints = complaints.lines().filter(line -> !line.isBlank()).toList();
        }

        /** The last line that it wrote for the user. */
        String complaint() {
            return complaints.isEmpty() ? "no reason given" : shortened(complaints.getLast());
        }

        /** The last line that begins so, without that; the last one of all if there is none. */
        String complaint(String beginning) {
            for (String line : complaints.reversed()) {
                if (line.startsWith(beginning)) {
                    return shortened(line.substring(beginning.length()));
                }
            }
            return complaint();
        }

        private static String shortened(String line) {
            String text = line.strip();
            return text.substring(0, Math.min(text.length(), LONGEST_COMPLAINT));
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
        builder.environment().keySet().removeAll(unset);
        builder.environment().putAll(environment);
        builder.directory(Path.of("/").toFile());
        Process process;
        try {
            process = builder.start();
        } catch (IOException absent) {
            throw new KwixException(
                            ErrorCode.UNSUPPORTED,
                            "The program `" + command.getFirst() + "` is needed, but is not installed here.")
                    .withHint("Install it, or put the folder that it is in on the PATH.");
        }
        Thread watch = Thread.ofVirtual().start(() -> watch(process));
        try {
            CompletableFuture<String> complaints = CompletableFuture.supplyAsync(() -> complaints(process));
            Thread.ofVirtual().start(() -> feed(process, input));
            T result = reader.read(process.getInputStream());
            int status = process.waitFor();
            budget.poll();
            if (status != 0) {
                throw new Failed(complaints.join());
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
            end(process);
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
            end(process);
        }
    }

    private static void end(Process process) {
        process.destroy();
        try {
            process.waitFor(LEAVE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }

    private static void feed(Process process, byte[] input) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input);
        } catch (IOException gone) {
            // It ended without reading everything; its status says whether that was right.
            process.isAlive();
        }
    }

    private static String complaints(Process process) {
        try (InputStream errors = process.getErrorStream()) {
            return new String(errors.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            return "";
        }
    }
}
