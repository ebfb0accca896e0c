package kwix.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kwix.language.api.EngineExecution;
import kwix.language.api.Execution;
import kwix.language.error.ErrorPrinter;
import kwix.language.error.KwixException;
import kwix.language.error.SourceNames;
import kwix.language.module.LibraryFolders;
import org.jspecify.annotations.Nullable;

/** The program's entry point. */
public final class Main {

    private final Invocation invocation;

    /** What the command is, for messages: {@code kwix} and its command as far as they are known. */
    private String name = "kwix";

    private Colour colour = Colour.AUTO;
    private boolean showTrace;

    private Main(Invocation invocation) {
        this.invocation = invocation;
    }

    /** Runs the command and ends the program with its exit status. */
    public static void main(String[] arguments) {
        // System.out would hide that nobody reads any more, and speaks text instead of bytes.
        var out = new FileOutputStream(FileDescriptor.out);
        var err = new FileOutputStream(FileDescriptor.err);
        end(run(arguments, new FileInputStream(FileDescriptor.in), out, err, Map.of()));
    }

    /**
     * Everything is written and nobody waits for this process's end but its caller, so that where the launcher vouches for it that
     * no agent or recording is on board, what a JVM does in an orderly exit is left out.
     */
    private static void end(int status) {
        if (Boolean.getBoolean("kwix.halt")) {
            Runtime.getRuntime().halt(status);
        }
        System.exit(status);
    }

    /**
     * Runs the command in this process's environment and working directory.
     *
     * @param changes what is different in the environment
     */
    static int run(
            String[] arguments, InputStream in, OutputStream out, OutputStream err, Map<String, String> changes) {
        Map<String, String> environment = new HashMap<>(ProcessBytes.environment(System.getenv()));
        environment.putAll(changes);
        // The launcher sets a locale for the JVM's sake and hands on the caller's own.
        String locale = System.getProperty("kwix.lc_all");
        if (locale != null) {
            environment.remove("LC_ALL");
            if (!locale.isEmpty()) {
                environment.put("LC_ALL", locale);
            }
        }
        String terminals = System.getProperty("kwix.terminals", "");
        return run(new Invocation(
                ProcessBytes.arguments(arguments),
                in,
                out,
                err,
                environment,
                ProcessBytes.directory(),
                terminals.contains("1"),
                terminals.contains("2")));
    }

    /** Runs the command. @return the exit status */
    static int run(Invocation invocation) {
        List<String> arguments = invocation.arguments();
        return arguments.isEmpty() || !arguments.getFirst().startsWith("--")
                ? new Main(invocation).run()
                : runUnusually(invocation);
    }

    private static int runUnusually(Invocation invocation) {
        List<String> arguments = invocation.arguments();
        List<LaunchOption> options = LaunchOption.before(arguments);
        boolean jit = options.contains(LaunchOption.JIT);
        Timings timings = options.contains(LaunchOption.TIMINGS) ? new Timings() : null;
        Execution execution = jit ? EngineExecution.whereCompiled() : Execution.DIRECT;
        if (jit && execution == Execution.DIRECT && !EngineExecution.isFallbackAskedFor()) {
            invocation.report("kwix: --jit has no effect: the optimizing runtime does not start on this JVM\n");
        }
        List<String> command = arguments.subList(options.size(), arguments.size());
        PhaseWatch watch = timings == null ? PhaseWatch.NONE : timings;
        boolean caching = !options.contains(LaunchOption.NO_CACHE);
        int status = new Main(invocation.with(command, watch, caching, execution)).run();
        if (timings != null) {
            invocation.report(timings.report(jit, execution != Execution.DIRECT));
        }
        return status;
    }

    private int run() {
        try {
            return dispatch(invocation.arguments());
        } catch (KwixException failure) {
            report(failure);
            return ExitStatus.FAILED;
        } catch (UsageException wrong) {
            report(wrong);
            return ExitStatus.USAGE;
        } catch (Output.ClosedPipeException closed) {
            return ExitStatus.CLOSED_PIPE;
        } catch (Throwable fault) {
            invocation.report(FaultReport.write(fault, invocation));
            return ExitStatus.INTERNAL;
        }
    }

    private int dispatch(List<String> arguments) {
        if (!arguments.isEmpty()) {
            Command command = Command.of(arguments.getFirst());
            List<String> rest = arguments.subList(1, arguments.size());
            if (command == Command.NIX_INSTANTIATE) {
                name = "nix-instantiate";
                return instantiate(rest);
            }
            if (command != null) {
                name = "kwix " + command.text();
                ParsedArguments parsed = QuickParser.parse(command, rest);
                if (parsed != null) {
                    return dispatch(command, parsed);
                }
            }
        }
        FullParser.Parsed parsed = FullParser.parse(arguments);
        if (parsed.version()) {
            return OtherCommands.version(invocation);
        }
        if (parsed.help()) {
            return OtherCommands.help(parsed.command(), invocation);
        }
        return dispatch(parsed.command(), parsed.arguments());
    }

    private int dispatch(@Nullable Command command, ParsedArguments parsed) {
        if (command == null) {
            throw new UsageException("a command is needed", "`kwix --help` lists them");
        }
        if (parsed.files().size() > command.mostArguments()) {
            throw new UsageException(
                    "`" + parsed.files().get(command.mostArguments()) + "` is one argument too many",
                    "`kwix " + command.text() + " --help` shows how it is used");
        }
        return switch (command) {
            case EVAL -> eval(parsed);
            case RENDER -> {
                understand(parsed);
                RenderRequest request = RenderRequest.of(parsed);
                showTrace = request.conditions().settings().showTrace();
                yield RenderCommand.run(request, invocation, printer(), names());
            }
            case DIFF -> {
                understand(parsed);
                DiffRequest request = DiffRequest.of(parsed);
                showTrace = request.conditions().settings().showTrace();
                yield DiffCommand.run(request, invocation, printer());
            }
            case GRAPH -> {
                understand(parsed);
                GraphRequest request = GraphRequest.of(parsed);
                showTrace = request.conditions().settings().showTrace();
                yield GraphCommand.run(request, invocation, printer());
            }
            case TEST -> {
                understand(parsed);
                TestRequest request = TestRequest.of(parsed);
                showTrace = request.conditions().settings().showTrace();
                yield TestCommand.run(request, invocation, printer());
            }
            case CRD -> {
                understand(parsed);
                CrdRequest request = CrdRequest.of(parsed);
                showTrace = request.conditions().settings().showTrace();
                yield CrdCommand.run(request, invocation, printer());
            }
            case INIT -> {
                String template = parsed.single(InitOption.TEMPLATE);
                yield InitCommand.run(
                        parsed.files().isEmpty() ? "." : parsed.files().getFirst(),
                        template == null ? ProjectTemplate.APP : ProjectTemplate.of(template),
                        invocation);
            }
            case FMT -> {
                understand(parsed);
                yield FmtCommand.run(FmtRequest.of(parsed), invocation, printer());
            }
            case NIX_INSTANTIATE -> throw new IllegalStateException("these arguments are not for picocli");
            case PARSE -> {
                understand(parsed);
                yield ParseCommand.run(parsed.files().getFirst(), invocation, printer());
            }
            case LSP -> OtherCommands.languageServer(invocation);
            case EXPLAIN -> {
                if (OtherCommands.isAboutErrors(parsed)) {
                    yield OtherCommands.explain(parsed.files(), invocation);
                }
                yield explaining(parsed).explain();
            }
            case WHY -> explaining(parsed).why();
            case OPTIONS -> {
                understand(parsed);
                yield OptionsCommand.run(parsed, invocation, printer(), names());
            }
            case COMPLETION -> OtherCommands.completion(parsed.files().getFirst(), invocation);
            case VERSION -> OtherCommands.version(invocation);
            case HELP -> OtherCommands.help(parsed.files(), invocation);
        };
    }

    private ExplainCommand explaining(ParsedArguments parsed) {
        understand(parsed);
        ExplainRequest request = ExplainRequest.of(parsed);
        showTrace = request.conditions().settings().showTrace();
        return new ExplainCommand(request, invocation, printer(), names());
    }

    private int eval(ParsedArguments parsed) {
        understand(parsed);
        EvalRequest request = EvalRequest.of(parsed);
        showTrace = request.conditions().settings().showTrace();
        EvalCommand.run(request, invocation, printer());
        return ExitStatus.SUCCESS;
    }

    /** The reference's program has one exit status for everything that is wrong. */
    private int instantiate(List<String> arguments) {
        try {
            InstantiateRequest request = InstantiateParser.parse(arguments);
            if (request.task() == InstantiateRequest.Task.HELP) {
                return OtherCommands.help(Command.NIX_INSTANTIATE, invocation);
            }
            showTrace = request.settings().showTrace();
            InstantiateCommand.run(request, invocation, printer());
            return ExitStatus.SUCCESS;
        } catch (UsageException wrong) {
            report(wrong);
            return ExitStatus.FAILED;
        }
    }

    /** Takes from the arguments what messages depend on. */
    private void understand(ParsedArguments parsed) {
        List<String> when = parsed.values(EvalOption.COLOR);
        if (!when.isEmpty()) {
            colour = Colour.of(when.getFirst());
        }
    }

    private SourceNames names() {
        return new SourceNames(
                invocation.directory().toString(),
                LibraryFolders.of(System.getProperty("kwix.stdlib", "")).paths());
    }

    private ErrorPrinter printer() {
        return new ErrorPrinter(names(), showTrace, invocation.errColours(colour));
    }

    private void report(UsageException wrong) {
        String hint = wrong.hint();
        invocation.report(name + ": " + wrong.message() + "\n" + (hint == null ? "" : "hint: " + hint + "\n"));
    }

    private void report(KwixException failure) {
        invocation.report(printer().print(failure));
        String words = name.equals("nix-instantiate") ? ReferenceWords.of(failure) : null;
        if (words != null) {
            invocation.report(words);
        }
    }
}
