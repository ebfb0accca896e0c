package kwix.conformance.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A program that is about to run: the command, where, and with nothing in its environment but what is said here. */
record Launch(List<String> command, Path directory, Map<String, String> environment, String input) {

    /** What became of it. */
    record Result(int status, String output, String errors) {

        @CanIgnoreReturnValue
        Result prints(String expected) {
            assertEquals(expected, output, errors);
            assertEquals(0, status, errors);
            return this;
        }

        @CanIgnoreReturnValue
        Result saysNothing() {
            assertEquals("", errors);
            return this;
        }
    }

    /** A run that is under way; its streams go to files, so that it never waits for a reader. */
    record Running(Process process, Path output, Path errors) {

        Result result() throws IOException, InterruptedException {
            assertTrue(process.waitFor(10, TimeUnit.MINUTES), "the launcher did not come back");
            return new Result(process.exitValue(), Files.readString(output), Files.readString(errors));
        }
    }

    /** With no more than a PATH: the same as under {@code env -i}, where even the locale is unset. */
    static Launch of(Path program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        return new Launch(command, Path.of("/"), Map.of("PATH", System.getenv("PATH")), "");
    }

    Launch in(Path other) {
        return new Launch(command, other, environment, input);
    }

    Launch with(String name, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(name, value);
        return new Launch(command, directory, more, input);
    }

    Launch with(String name, Path value) {
        return with(name, value.toString());
    }

    Launch reading(String text) {
        return new Launch(command, directory, environment, text);
    }

    Running start() throws IOException {
        Path output = Files.createTempFile("kwix", ".out");
        Path errors = Files.createTempFile("kwix", ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        return new Running(process, output, errors);
    }

    Result run() throws IOException, InterruptedException {
        Running running = start();
        Result result = running.result();
        Files.delete(running.output());
        Files.delete(running.errors());
        return result;
    }
}
