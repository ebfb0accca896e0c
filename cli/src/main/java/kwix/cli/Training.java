package kwix.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the ahead-of-time cache is made from: one JVM that runs the usual commands, often enough for the cache to learn which code is
 * hot. Its only argument is the folder of the examples.
 */
final class Training {

    private static final int ROUNDS = 5;

    private record Command(int status, List<String> arguments) {}

    private Training() {}

    public static void main(String[] arguments) {
        String examples = arguments[0];
        for (int round = 0; round < ROUNDS; round++) {
            for (Command command : commands(examples)) {
                run(command);
            }
        }
    }

    private static List<Command> commands(String examples) {
        String coredns = examples + "/coredns/default.kx";
        return List.of(
                new Command(ExitStatus.SUCCESS, List.of("version")),
                new Command(ExitStatus.SUCCESS, List.of("eval", "-E", "1 + 1")),
                new Command(ExitStatus.SUCCESS, List.of("eval", "--stream", coredns)),
                new Command(ExitStatus.SUCCESS, List.of("eval", "--json", coredns)),
                new Command(ExitStatus.SUCCESS, List.of("eval", "--nix", "--strict", "-E", "{ a = [ 1 \"b\" ]; }")),
                new Command(ExitStatus.SUCCESS, List.of("eval", "--raw", "-")),
                new Command(
                        ExitStatus.SUCCESS,
                        List.of("nix-instantiate", "--eval", "--strict", "--json", "-E", "{ a = [ 1 \"b\" ]; }")),
                new Command(ExitStatus.FAILED, List.of("eval", "-E", "let a = 1; in { b = a.c; }")),
                new Command(ExitStatus.SUCCESS, List.of("eval", "--help")),
                new Command(ExitStatus.USAGE, List.of("evla")));
    }

    /** An example may be broken while somebody works on it; that is for the log, and trains what is left. */
    private static void run(Command command) {
        var errors = new ByteArrayOutputStream();
        int status = Main.run(
                command.arguments().toArray(String[]::new),
                new ByteArrayInputStream("\"x\"".getBytes(StandardCharsets.UTF_8)),
                OutputStream.nullOutputStream(),
                errors);
        if (status != command.status()) {
            System.err.println(
                    command.arguments() + " ended with " + status + ": " + errors.toString(StandardCharsets.UTF_8));
        }
    }
}
