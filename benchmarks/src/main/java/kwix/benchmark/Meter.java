package kwix.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/** Runs processes and says what they took. Bash's {@code time} measures to the millisecond, time(1) tells the memory. */
final class Meter {

    private static final String CLOCKED =
            "TIMEFORMAT='%3R %3U %3S'; times=$1; shift; { time \"$@\" 2>&3; } 3>&2 2>\"$times\"";
    private static final Path NOWHERE = Path.of("/dev/null");
    private static final int LIMIT_SECONDS = 600;

    private final Path scratch;
    private final Optional<Path> time;
    private final boolean gnu;

    Meter(Path scratch) {
        this.scratch = scratch;
        time = Programs.onPath("time");
        gnu = time.isPresent() && succeeds(List.of(time.get().toString(), "-f", "%M", "true"));
    }

    /** Runs a command for what it prints. */
    Path output(List<String> command, String name) {
        Path file = scratch.resolve(name);
        run(command, file);
        return file;
    }

    Sample clock(List<String> command) {
        Path times = scratch.resolve("times");
        var clocked = new ArrayList<>(List.of("bash", "-c", CLOCKED, "bash", times.toString()));
        clocked.addAll(command);
        run(clocked, NOWHERE);
        String[] words = text(times).strip().split(" ", -1);
        return new Sample(Double.parseDouble(words[0]), Double.parseDouble(words[1]) + Double.parseDouble(words[2]));
    }

    /** The peak of a run's resident memory in MB, where this machine can tell. */
    OptionalDouble memory(List<String> command) {
        if (time.isEmpty()) {
            return OptionalDouble.empty();
        }
        Path told = scratch.resolve("memory");
        var measured = new ArrayList<String>();
        measured.add(time.get().toString());
        measured.addAll(gnu ? List.of("-f", "%M", "-o", told.toString()) : List.of("-l", "-o", told.toString()));
        measured.addAll(command);
        run(measured, NOWHERE);
        if (gnu) {
            return OptionalDouble.of(Double.parseDouble(text(told).strip()) / 1024);
        }
        for (String line : text(told).split("\n", -1)) {
            if (line.contains("maximum resident set size")) {
                return OptionalDouble.of(Double.parseDouble(line.strip().split(" ", 2)[0]) / (1024 * 1024));
            }
        }
        return OptionalDouble.empty();
    }

    /** Runs a command with more variables in its environment. */
    void run(List<String> command, Map<String, String> variables) {
        run(command, NOWHERE, variables);
    }

    private void run(List<String> command, Path output) {
        run(command, output, Map.of());
    }

    private void run(List<String> command, Path output, Map<String, String> variables) {
        Path errors = scratch.resolve("errors");
        try {
            var builder = new ProcessBuilder(command);
            // What is measured is the parsing of large sources, not the reading of what an earlier run has kept.
            builder.environment().put("KWIX_NO_CACHE", "1");
            builder.environment().putAll(variables);
            Process process = builder.redirectInput(NOWHERE.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new BenchmarkException("took more than " + LIMIT_SECONDS + " s: " + String.join(" ", command));
            }
            if (process.exitValue() != 0) {
                throw new BenchmarkException("exit status %d: %s%n%s"
                        .formatted(process.exitValue(), String.join(" ", command), text(errors)));
            }
        } catch (IOException failure) {
            throw new BenchmarkException(String.valueOf(failure.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("interrupted");
        }
    }

    private boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException failure) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new BenchmarkException(String.valueOf(failure.getMessage()));
        }
    }
}
