package kwix.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kwix.grammar.source.SourceText;
import kwix.language.api.Evaluation;
import kwix.language.error.ErrorCode;
import kwix.language.error.ErrorPrinter;
import kwix.language.error.KwixException;
import kwix.language.module.EntryFile;
import kwix.language.module.HostMachine;
import kwix.language.module.Machine;
import kwix.language.module.Project;
import kwix.language.value.AttributeSet;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.ByteBuilder;
import kwix.language.value.Expect;
import kwix.language.value.Functions;
import kwix.language.value.ListValue;
import kwix.language.value.PathValue;
import kwix.language.value.Thunk;

/** {@code kwix eval}. */
final class EvalCommand {

    private static final String LIBRARY = "import <kwix/lib>";

    private static final Set<String> OF_MODULES =
            Set.of("options", "config", "imports", "disabledModules", "freeformType", "meta", "key", "_class", "_file");

    private final EvalRequest request;
    private final Invocation invocation;
    private final PathValue directory;
    private final Machine machine;
    private final Evaluation evaluation;

    /** @param warnings prints findings about sources */
    private EvalCommand(EvalRequest request, Invocation invocation, ErrorPrinter warnings) {
        this.request = request;
        this.invocation = invocation;
        directory = invocation.workingDirectory();
        Settings settings = request.settings();
        var access = new Access(settings, request.includes(), invocation);
        machine = new HostMachine(
                settings.pure(),
                access.bounds(start(), request.restrictions()),
                access.visibleEnvironment(),
                access.searchPath(),
                line -> invocation.reportBytes(line + "\n"),
                access::store,
                access.conduct(warnings, true, !request.restrictions().isEmpty()));
        evaluation = Evaluation.open(new Evaluation.Settings(machine, settings.callDepth(), invocation.execution()));
    }

    /** Evaluates, and then writes the result. */
    static void run(EvalRequest request, Invocation invocation, ErrorPrinter printer) {
        request.warnings().forEach(warning -> invocation.report("kwix eval: warning: " + warning + "\n"));
        SelectionPath path = SelectionPath.parse(request.attribute());
        var command = new EvalCommand(request, invocation, printer);
        ByteBuilder result;
        invocation.phases().begin(PhaseWatch.Phase.EVALUATION);
        try (var deadline = Deadline.start(request.timeout(), command.evaluation);
                var memory = MemoryWatch.start(request.memory(), command.evaluation)) {
            result = command.evaluation.run(() -> command.result(path));
        } finally {
            invocation.phases().end();
        }
        Output.write(result, request.output(), invocation);
    }

    private ByteBuilder result(SelectionPath path) {
        Object value = applied(value(path));
        try {
            var printer = new ResultPrinter(evaluation.context());
            ByteBuilder text = printer.print(value, request);
            invocation.phases().again(() -> printer.print(value, request));
            return text;
        } catch (KwixException failure) {
            if (failure.code() == ErrorCode.NOT_REPRESENTABLE && !request.modules() && isModule(value)) {
                throw failure.withHint("This looks like a module: evaluate it with `kwix eval --module FILE`.");
            }
            throw failure;
        }
    }

    private Object applied(Object value) {
        String apply = request.apply();
        if (apply == null) {
            return value;
        }
        Object function = evaluation.evaluate(new SourceText("«--apply»", apply), directory);
        return Thunk.force(Functions.call(Expect.function(function), value));
    }

    /** Whether a value that cannot be printed has the attributes of a module that declares options, and no others. */
    private static boolean isModule(Object value) {
        if (!(value instanceof AttributeSet set) || !set.has("options")) {
            return false;
        }
        for (int i = 0; i < set.size(); i++) {
            if (!OF_MODULES.contains(set.name(i))) {
                return false;
            }
        }
        return true;
    }

    private Object value(SelectionPath path) {
        AttributeSet arguments = arguments();
        if (request.modules()) {
            return path.select(config(arguments), value -> value);
        }
        boolean likeReference = request.format() == OutputFormat.NIX;
        var call = new TopLevelCall(arguments, likeReference ? null : this::library);
        Object value = path.select(program(), call::apply);
        return likeReference && arguments.isEmpty() ? value : call.apply(value);
    }

    // Switches over types cost some milliseconds the first time, which is why there is none on the way of every
    // evaluation.
    private Object program() {
        if (request.source() instanceof EvalRequest.Expression expression) {
            return evaluation.evaluate(new SourceText("«string»", expression.text()), directory);
        }
        if (request.source() instanceof EvalRequest.Files files) {
            return file(files.names().getFirst());
        }
        return evaluation.evaluate(new SourceText("«stdin»", SourceText.decode(invocation.readInput())), directory);
    }

    /** As in the reference a name in angle brackets is looked up on the search path. */
    private Object file(String name) {
        return name.startsWith("<") && name.endsWith(">")
                ? evaluation.evaluate(new SourceText("«" + name + "»", "import " + name), directory)
                : evaluation.importFile(invocation.path(name));
    }

    private Object library() {
        return evaluation.evaluate(new SourceText("«lib»", LIBRARY), directory);
    }

    private AttributeSet arguments() {
        return new TopLevelArguments(evaluation, machine, directory, invocation).values(request.arguments());
    }

    private Object config(AttributeSet arguments) {
        var parameters = new AttributeSetBuilder()
                .put("modules", ListValue.of(modules()))
                .put("specialArgs", arguments)
                .build();
        Object evaluate =
                evaluation.evaluate(new SourceText("«--module»", "(" + LIBRARY + ").modules.evalProject"), directory);
        return Objects.requireNonNull(
                Expect.set(Functions.call(evaluate, parameters)).forced("config"), "evalProject gives a config");
    }

    private List<Object> modules() {
        var modules = new ArrayList<Object>();
        if (request.source() instanceof EvalRequest.Files files) {
            for (String name : files.names()) {
                modules.add(readable(invocation.path(name)));
            }
        } else {
            modules.add(program());
        }
        boolean ofProject = modules.isEmpty();
        String environment = request.environment();
        if (ofProject || environment != null) {
            Project project = project();
            List<Project.Module> named =
                    ofProject ? project.modules(environment) : project.environment(String.valueOf(environment));
            if (named.isEmpty()) {
                throw new UsageException(
                        "the project's " + Project.FILE_NAME + " names no modules", "name some, or give a FILE");
            }
            named.forEach(module -> modules.add(entry(module)));
        }
        return modules;
    }

    private PathValue entry(Project.Module module) {
        try {
            return readable(module.path());
        } catch (KwixException missing) {
            throw missing.at(module.place());
        }
    }

    /** A module's file. That it cannot be read is said here, before the module system is on the way to it. */
    private PathValue readable(PathValue path) {
        PathValue file = EntryFile.of(machine, path);
        machine.readBytes(file);
        return file;
    }

    /** Where the search for a project begins: the first file, else the working directory. */
    private PathValue start() {
        return request.source() instanceof EvalRequest.Files files
                        && !files.names().isEmpty()
                ? invocation.path(files.names().getFirst())
                : invocation.workingDirectory();
    }

    private Project project() {
        Project project = Project.around(start());
        if (project == null) {
            throw new UsageException(
                    request.environment() != null
                            ? "--env names an environment of a project, and there is no " + Project.FILE_NAME
                            : "nothing to evaluate: no FILE, no -E EXPR, and no project around the working directory",
                    "a project is a folder with " + Project.FILE_NAME);
        }
        return project;
    }
}
