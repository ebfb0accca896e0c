package kwix.conformance.library;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import kwix.grammar.source.SourceText;

/**
 * Answers with the library of Nixpkgs under the reference implementation. One process evaluates expressions one after the other and traces
 * what each gives, until one fails in a way that nothing catches: only those cost a process each.
 */
final class ReferenceLibrary {

    private static final int EXPRESSIONS_A_PROCESS = 250;
    private static final long SECONDS_A_PROCESS = 60;
    private static final String MARK = "trace: @";

    private final Path program;
    private final Path folder;
    private final Path library;

    /**
     * @param folder where {@code show.kx} lies
     * @param library the folder {@code lib} of Nixpkgs
     */
    ReferenceLibrary(Path program, Path folder, Path library) {
        this.program = program;
        this.folder = folder;
        this.library = library;
    }

    String version() throws IOException, InterruptedException {
        return run(List.of(program.toString(), "--version")).output().strip();
    }

    /** The answers by expression; without those that took too long or crashed the process. */
    Map<String, String> ask(List<String> expressions) throws IOException, InterruptedException {
        Map<String, String> answers = new TreeMap<>();
        int next = 0;
        while (next < expressions.size()) {
            List<String> batch = expressions.subList(next, Math.min(next + EXPRESSIONS_A_PROCESS, expressions.size()));
            Finished finished = evaluate(batch);
            int answered = 0;
            for (String line : finished.errors().lines().toList()) {
                if (line.startsWith(MARK + answered + " ")) {
                    answers.put(batch.get(answered), line.substring((MARK + answered + " ").length()));
                    answered++;
                }
            }
            if (finished.status() == 127) {
                throw new IOException("the reference does not run: " + finished.errors());
            }
            if (answered < batch.size() && finished.status() == 1) {
                answers.put(batch.get(answered), Answers.FAILS);
            }
            next += Math.min(answered + 1, batch.size());
        }
        return answers;
    }

    private Finished evaluate(List<String> expressions) throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder("let show = import ")
                .append(folder.resolve("show.kx"))
                .append(" (import ")
                .append(library)
                .append("); in builtins.foldl' (done: next: builtins.seq (next null) done) null [\n");
        for (int i = 0; i < expressions.size(); i++) {
            text.append("(_: builtins.trace \"@")
                    .append(i)
                    .append(" ${show (lib: files: ")
                    .append(expressions.get(i))
                    .append(")}\" null)\n");
        }
        Path file = Files.createTempFile("expressions", ".nix");
        try {
            Files.writeString(file, SourceText.encode(text.append("]\n").toString()), StandardCharsets.ISO_8859_1);
            return run(List.of(program.toString(), "--eval", "--option", "pure-eval", "false", file.toString()));
        } finally {
            Files.delete(file);
        }
    }

    private record Finished(int status, String output, String errors) {}

    private static Finished run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("reference", ".out");
        Path errors = Files.createTempFile("reference", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            builder.environment().put("NIX_PATH", "");
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.start();
            if (!process.waitFor(SECONDS_A_PROCESS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            return new Finished(
                    process.exitValue(),
                    SourceText.decode(Files.readAllBytes(output)),
                    SourceText.decode(Files.readAllBytes(errors)));
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }
}
