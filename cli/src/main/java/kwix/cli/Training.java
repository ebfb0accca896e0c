package kwix.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the ahead-of-time cache is made from: one JVM that runs the usual commands, often enough for the cache to learn which code is
 * hot. Its only argument is the folder of the examples.
 */
final class Training {

    private static final int ROUNDS = 5;
    private static final int COPIES = 20;

    private record Command(int status, List<String> arguments) {}

    private Training() {}

    public static void main(String[] arguments) throws IOException {
        String examples = arguments[0];
        Path folder = Files.createTempDirectory("kwix-training");
        try {
            for (int round = 0; round < ROUNDS; round++) {
                for (Command command : commands(examples, program(folder, round), large(folder))) {
                    run(command, folder);
                }
            }
        } finally {
            delete(folder);
        }
    }

    /** Puts a program there that the cache of parsed files does not know, and that is large enough for it. */
    private static String program(Path folder, int round) throws IOException {
        try (InputStream text = Training.class.getResourceAsStream("training.kx")) {
            byte[] program = Objects.requireNonNull(text, "training.kx").readAllBytes();
            String comments = ("# round " + round + "\n").repeat(1000);
            return Files.writeString(
                            folder.resolve("training.kx"), comments + new String(program, StandardCharsets.UTF_8))
                    .toString();
        }
    }

    /** The same program many times over, of which nothing is evaluated: what trains the front end. */
    private static String large(Path folder) throws IOException {
        String program = Files.readString(folder.resolve("training.kx"));
        return Files.writeString(
                        folder.resolve("large.kx"),
                        "{ entry = 1; others = [" + ("(" + program + "\n)").repeat(COPIES) + "]; }")
                .toString();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static List<Command> commands(String examples, String program, String large) {
        String coredns = examples + "/coredns/default.kx";
        String cluster = examples + "/coredns/cluster.kx";
        return List.of(
                new Command(ExitStatus.SUCCESS, List.of("version")),
                new Command(ExitStatus.SUCCESS, List.of("eval", "-E", "1 + 1")),
                new Command(ExitStatus.SUCCESS, List.of("eval", "--stream", coredns)),
                new Command(ExitStatus.SUCCESS, List.of("eval", "--json", coredns)),
                new Command(ExitStatus.SUCCESS, List.of("eval", "--module", "--env", "production", cluster)),
                new Command(ExitStatus.SUCCESS, List.of("render", cluster)),
                new Command(
                        ExitStatus.SUCCESS,
                        List.of("eval", "--arg", "a", "1", "--argstr", "b", "2", "-E", "{ a, b }: { inherit a b; }")),
                new Command(ExitStatus.SUCCESS, List.of("eval", "--nix", "--strict", "-E", "{ a = [ 1 \"b\" ]; }")),
                new Command(ExitStatus.SUCCESS, List.of("eval", "--raw", "-")),
                new Command(
                        ExitStatus.SUCCESS,
                        List.of("nix-instantiate", "--eval", "--strict", "--json", "-E", "{ a = [ 1 \"b\" ]; }")),
                new Command(ExitStatus.SUCCESS, List.of("explain", "KX0106")),
                new Command(ExitStatus.SUCCESS, List.of("parse", program)),
                new Command(ExitStatus.SUCCESS, List.of("eval", program)),
                new Command(ExitStatus.SUCCESS, List.of("eval", "--json", program)),
                new Command(ExitStatus.SUCCESS, List.of("eval", "--xml", "-A", "sets.1", program)),
                new Command(ExitStatus.SUCCESS, List.of("nix-instantiate", "--eval", "-A", "lists", program)),
                new Command(ExitStatus.SUCCESS, List.of("eval", "-A", "entry", large)),
                new Command(ExitStatus.SUCCESS, List.of("nix-instantiate", "--parse", large)),
                new Command(ExitStatus.SUCCESS, List.of("parse", large)),
                new Command(ExitStatus.FAILED, List.of("eval", "-E", "let a = 1; in { b = a.c; }")),
                new Command(ExitStatus.SUCCESS, List.of("eval", "--help")),
                new Command(ExitStatus.USAGE, List.of("evla")));
    }

    /** An example may be broken while somebody works on it; that is for the log, and trains what is left. */
    private static void run(Command command, Path caches) {
        var errors = new ByteArrayOutputStream();
        int status = Main.run(
                command.arguments().toArray(String[]::new),
                new ByteArrayInputStream("\"x\"".getBytes(StandardCharsets.UTF_8)),
                OutputStream.nullOutputStream(),
                errors,
                Map.of("XDG_CACHE_HOME", caches.toString()));
        if (status != command.status()) {
            System.err.println(
                    command.arguments() + " ended with " + status + ": " + errors.toString(StandardCharsets.UTF_8));
        }
    }
}
