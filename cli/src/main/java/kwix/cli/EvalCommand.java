package kwix.cli;

import java.util.List;
import java.util.Set;
import kwix.grammar.source.SourceText;
import kwix.language.api.Evaluation;
import kwix.language.error.ErrorCode;
import kwix.language.error.ErrorPrinter;
import kwix.language.error.KwixException;
import kwix.language.value.AttributeSet;
import kwix.language.value.ByteBuilder;
import kwix.language.value.Expect;
import kwix.language.value.Functions;
import kwix.language.value.PathValue;
import kwix.language.value.Thunk;

/** {@code kwix eval}. */
final class EvalCommand {

    private static final Set<String> OF_MODULES =
            Set.of("options", "config", "imports", "disabledModules", "freeformType", "meta", "key", "_class", "_file");

    private static final String PRINTED =
            "import <kwix/kubernetes/printing.kx> { lib = " + OpenedEvaluation.LIBRARY + "; }";

    private final EvalRequest request;
    private final Invocation invocation;
    private final OpenedEvaluation opened;
    private final Evaluation evaluation;

    private EvalCommand(EvalRequest request, Invocation invocation, OpenedEvaluation opened) {
        this.request = request;
        this.invocation = invocation;
        this.opened = opened;
        evaluation = opened.evaluation();
    }

    /** Evaluates, and then writes the result. */
    static void run(EvalRequest request, Invocation invocation, ErrorPrinter printer) {
        Conditions conditions = request.conditions();
        conditions.warnings().forEach(warning -> invocation.report("kwix eval: warning: " + warning + "\n"));
        SelectionPath path = SelectionPath.parse(request.attribute());
        var opened = OpenedEvaluation.open(conditions, invocation, printer, start(request, invocation));
        var command = new EvalCommand(request, invocation, opened);
        ByteBuilder result = opened.run(() -> command.result(path));
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
        Object function = opened.evaluate("--apply", apply);
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
            return opened.evaluate("string", expression.text());
        }
        if (request.source() instanceof EvalRequest.Files files) {
            return file(files.names().getFirst());
        }
        return opened.evaluate("stdin", SourceText.decode(invocation.readInput()));
    }

    /** As in the reference a name in angle brackets is looked up on the search path. */
    private Object file(String name) {
        return name.startsWith("<") && name.endsWith(">")
                ? opened.evaluate(name, "import " + name)
                : evaluation.importFile(invocation.path(name));
    }

    private Object library() {
        return opened.evaluate("lib", OpenedEvaluation.LIBRARY);
    }

    private AttributeSet arguments() {
        return opened.arguments(request.arguments());
    }

    private Object config(AttributeSet arguments) {
        var sources = new ModuleSources(opened, start(request, invocation), request.environment());
        List<Object> modules = request.source() instanceof EvalRequest.Files files
                ? sources.ofFiles(files.names())
                : sources.withProject(List.of(program()));
        AttributeSet config = sources.config(modules, arguments);
        return config.has("kubernetes")
                ? Thunk.force(Functions.call(opened.evaluate("--module", PRINTED), config))
                : config;
    }

    private static PathValue start(EvalRequest request, Invocation invocation) {
        return ModuleSources.start(
                request.source() instanceof EvalRequest.Files files ? files.names() : List.of(), invocation);
    }
}
