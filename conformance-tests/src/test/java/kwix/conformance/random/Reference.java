package kwix.conformance.random;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import kwix.grammar.source.SourceText;
import org.jspecify.annotations.Nullable;

/**
 * The reference implementation, asked about many programs at a time: one process evaluates one after the other until one fails, so that
 * only failures cost a process each.
 *
 * <p>It goes through the attributes of a set in the order in which it met their names in its life, so that what a program fails of first
 * may depend on others before it. A process here meets first all the names that programs may use, in the order of names, which is ours.
 */
public final class Reference {

    private static final int PROGRAMS_A_PROCESS = 100;
    private static final long SECONDS_A_PROCESS = 60;
    private static final String MARK = "kwix-program-";

    /**
     * @param text as {@code .exp} files have it: the value and a line feed, or {@code error[class]: reason}
     * @param traces first lines of what was traced
     */
    record Answer(String text, List<String> traces) {}

    private final Path program;
    private final Path script;
    private final Path folder;
    private final String names;

    private Reference(Path program, Path script, Path folder) {
        this.program = program;
        this.folder = folder;
        StringBuilder set = new StringBuilder("{ ");
        for (String name : Literals.allNames()) {
            set.append('"')
                    .append(name.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\$"))
                    .append("\" = null; ");
        }
        names = set + "}";
        this.script = script;
    }

    /**
     * {@code $KWIX_ORACLE}, else what lies beside the checkout, else the first on the PATH.
     *
     * @param folder against which relative paths resolve
     */
    static Optional<Reference> find(Path root, Path folder) {
        return program(root).map(found -> new Reference(found, root.resolve("conformance-tests/reference"), folder));
    }

    /** The program, looked for in the same places. */
    public static Optional<Path> program(Path root) {
        List<Path> places = new ArrayList<>();
        String named = System.getenv("KWIX_ORACLE");
        if (named != null) {
            places.add(Path.of(named));
        }
        places.add(root.resolveSibling("shared").resolve("oracle/nix-instantiate"));
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            places.add(Path.of(folder, "nix-instantiate"));
        }
        return places.stream().filter(Files::isExecutable).findFirst();
    }

    /** An answer for each program; null where it took too long or crashed. */
    List<@Nullable Answer> ask(List<String> programs, boolean strict) throws IOException, InterruptedException {
        List<@Nullable Answer> answers = new ArrayList<>();
        List<Integer> failed = new ArrayList<>();
        List<String> complaints = new ArrayList<>();
        while (answers.size() < programs.size()) {
            int first = answers.size();
            List<String> batch = programs.subList(first, Math.min(first + PROGRAMS_A_PROCESS, programs.size()));
            Finished finished = run(command(batch, strict), "");
            List<String> values = sections(finished.output, "\"" + MARK, batch.size());
            List<String> said = sections(finished.errors, "trace: " + MARK, batch.size());
            int succeeded = finished.status == 0 ? batch.size() : values.size() - 1;
            for (int i = 0; i < succeeded; i++) {
                answers.add(new Answer(values.get(i), traces(said.get(i))));
            }
            if (finished.status == 1) {
                failed.add(answers.size());
                complaints.add(said.getLast());
                answers.add(null);
            } else if (finished.status != 0) {
                answers.add(null);
            }
        }
        List<String> classes = classify(complaints);
        for (int i = 0; i < failed.size(); i++) {
            answers.set(failed.get(i), new Answer(classes.get(i) + "\n", traces(complaints.get(i))));
        }
        return answers;
    }

    private List<String> command(List<String> batch, boolean strict) {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--eval",
                "--show-trace",
                "--option",
                "pure-eval",
                "false",
                "--extra-experimental-features",
                "pipe-operators"));
        if (strict) {
            command.add("--strict");
        }
        command.add("-E");
        command.add(names);
        for (int i = 0; i < batch.size(); i++) {
            String mark = "\"" + MARK + i + "\"";
            command.add("builtins.trace " + mark + " " + mark);
            command.add(batch.get(i));
        }
        return command;
    }

    /** The pieces between the lines that begin with the mark. */
    private static List<String> sections(String text, String mark, int atMost) {
        List<String> sections = new ArrayList<>();
        int at = text.startsWith(mark) ? 0 : text.indexOf("\n" + mark) + 1;
        while (at >= 0 && text.startsWith(mark, at) && sections.size() < atMost) {
            int start = text.indexOf('\n', at) + 1;
            int next = start == 0 || text.startsWith(mark, start) ? start - 1 : text.indexOf("\n" + mark, start);
            sections.add(next < 0 ? text.substring(start) : text.substring(start, next + 1));
            at = next < 0 ? -1 : next + 1;
        }
        return sections;
    }

    private static List<String> traces(String said) {
        return said.lines()
                .takeWhile(line -> !line.startsWith("error:"))
                .filter(line -> line.startsWith("trace: "))
                .map(line -> line.substring("trace: ".length()))
                .toList();
    }

    private List<String> classify(List<String> complaints) throws IOException, InterruptedException {
        if (complaints.isEmpty()) {
            return List.of();
        }
        Finished finished = run(List.of("bash", script.toString(), "--classify"), String.join("\0", complaints) + "\0");
        List<String> classes = finished.output.lines().toList();
        if (classes.size() != complaints.size()) {
            throw new IOException("the script classified " + classes.size() + " of " + complaints.size() + " failures: "
                    + finished.errors);
        }
        return classes;
    }

    private record Finished(int status, String output, String errors) {}

    private Finished run(List<String> command, String input) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("NIX_PATH", "");
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        Thread reader = Thread.ofVirtual().start(() -> copy(process, errors));
        Thread writer = Thread.ofVirtual().start(() -> send(process, input));
        Thread watch = Thread.ofVirtual().start(() -> limit(process));
        byte[] output = process.getInputStream().readAllBytes();
        int status = process.waitFor();
        watch.interrupt();
        reader.join();
        writer.join();
        return new Finished(status, SourceText.decode(output), SourceText.decode(errors.toByteArray()));
    }

    private static void copy(Process process, OutputStream into) {
        try {
            process.getErrorStream().transferTo(into);
        } catch (IOException closed) {
            // The process ended.
        }
    }

    private static void send(Process process, String input) {
        try (OutputStream out = process.getOutputStream()) {
            out.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException closed) {
            // The process ended before it read everything.
        }
    }

    private static void limit(Process process) {
        try {
            if (!process.waitFor(SECONDS_A_PROCESS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException finished) {
            Thread.currentThread().interrupt();
        }
    }
}
