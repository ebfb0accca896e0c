package kwix.cli;

import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import kwix.grammar.print.PrintedBytes;
import kwix.grammar.print.ReferencePrinter;
import kwix.grammar.source.SourceText;
import kwix.language.api.Evaluation;
import kwix.language.api.Instantiation;
import kwix.language.error.ErrorPrinter;
import kwix.language.module.HostMachine;
import kwix.language.module.Reading;
import kwix.language.render.JsonWriter;
import kwix.language.render.NixPrinter;
import kwix.language.render.XmlWriter;
import kwix.language.value.AttributeSet;
import kwix.language.value.ByteBuilder;
import kwix.language.value.ContextString;
import kwix.language.value.Describe;
import kwix.language.value.EvaluationContext;
import kwix.language.value.Functions;
import kwix.language.value.PathValue;
import kwix.language.value.Thunk;

/**
 * {@code kwix nix-instantiate}: for scripts that call the reference's program of this name. Each result is printed as soon as it is
 * whole, as there, so that a failure leaves those before it.
 */
final class InstantiateCommand {

    private final InstantiateRequest request;
    private final Invocation invocation;
    private final PathValue directory;
    private final HostMachine machine;
    private final Evaluation evaluation;

    private InstantiateCommand(InstantiateRequest request, Invocation invocation, ErrorPrinter warnings) {
        this.request = request;
        this.invocation = invocation;
        directory = invocation.workingDirectory();
        Settings settings = request.settings();
        var access = new Access(settings, request.includes(), invocation);
        machine = new HostMachine(
                settings.pure(),
                access.referenceBounds(),
                access.visibleEnvironment(),
                access.referenceSearchPath(),
                line -> invocation.reportBytes(line + "\n"),
                access::store,
                access.conduct(warnings, false, false));
        evaluation = Evaluation.open(new Evaluation.Settings(machine, settings.callDepth(), invocation.execution()));
    }

    static void run(InstantiateRequest request, Invocation invocation, ErrorPrinter printer) {
        request.warnings().forEach(warning -> invocation.report("warning: " + warning + "\n"));
        var command = new InstantiateCommand(request, invocation, printer);
        invocation.phases().begin(PhaseWatch.Phase.EVALUATION);
        try {
            command.evaluation.run(() -> {
                command.run();
                return "";
            });
        } finally {
            invocation.phases().end();
        }
    }

    private void run() {
        if (request.writing()) {
            evaluation.store().writeAtOnce();
        }
        switch (request.task()) {
            case VERSION -> version();
            case FIND -> request.arguments().forEach(this::find);
            case PARSE -> parse();
            case EVALUATE -> values(this::print);
            case INSTANTIATE -> {
                var roots = new DerivationRoots(request.root(), evaluation.store(), invocation);
                values((value, call) -> instantiate(value, call, roots));
            }
            case HELP -> throw new IllegalStateException("help is no task of an evaluation");
        }
    }

    private void version() {
        Object version = evaluation.evaluate(new SourceText("«version»", "builtins.nixVersion"), directory);
        put("nix-instantiate (Nix) " + ContextString.text(version) + "\n");
    }

    private void find(String name) {
        Object find = evaluation.evaluate(new SourceText("«--find-file»", "__findFile __nixPath"), directory);
        Object found = Thunk.force(Functions.call(find, SourceText.encode(name)));
        put(((PathValue) found).path() + "\n");
    }

    private void parse() {
        if (request.standardInput()) {
            put(parsed(evaluation.read(standardInput(), directory)));
        }
        for (String argument : request.arguments()) {
            put(parsed(
                    request.expressions()
                            ? evaluation.read(new SourceText("«string»", argument), directory)
                            : evaluation.readFile(file(argument))));
        }
    }

    private ByteBuilder parsed(Reading reading) {
        String home = Objects.requireNonNullElse(machine.environment("HOME"), "/");
        PrintedBytes printed = ReferencePrinter.print(
                reading.tree(), reading.scopes(), Describe.text(reading.directory()), Describe.text(home));
        return ByteBuilder.of(printed.bytes(), printed.size()).append('\n');
    }

    /** What each path selects from each program, one after another. */
    private void values(BiConsumer<Object, TopLevelCall> consumer) {
        AttributeSet arguments =
                new TopLevelArguments(evaluation, machine, directory, invocation).values(request.topLevel());
        var call = new TopLevelCall(arguments, null);
        if (request.standardInput()) {
            select(evaluation.evaluate(standardInput(), directory), call, consumer);
        }
        for (String argument : request.arguments()) {
            Object program = request.expressions()
                    ? evaluation.evaluate(new SourceText("«string»", argument), directory)
                    : evaluation.importFile(file(argument));
            select(program, call, consumer);
        }
    }

    private void select(Object program, TopLevelCall call, BiConsumer<Object, TopLevelCall> consumer) {
        for (String attribute : request.attributes()) {
            Object value = SelectionPath.parseAsReference(attribute).select(program, call::apply);
            consumer.accept(value, call);
        }
    }

    private void instantiate(Object value, TopLevelCall call, DerivationRoots roots) {
        List<Instantiation.Instantiated> found = request.writing()
                ? Instantiation.of(value, evaluation, call::apply)
                : Instantiation.find(value, evaluation, call::apply);
        found.forEach(each -> put(roots.shown(each) + "\n"));
    }

    private void print(Object selected, TopLevelCall call) {
        Object value = request.topLevel().isEmpty() ? selected : call.apply(selected);
        EvaluationContext context = evaluation.context();
        boolean strict = request.strict();
        Output.write(
                switch (request.format()) {
                    case NIX, YAML ->
                        ByteBuilder.of(
                                        strict
                                                ? NixPrinter.printStrict(value, context.budget())
                                                : NixPrinter.print(value, context.budget()))
                                .append('\n');
                    case JSON ->
                        (strict ? JsonWriter.print(value, context) : JsonWriter.printEvaluated(value, context))
                                .append('\n');
                    case XML -> ByteBuilder.of(XmlWriter.print(value, strict, request.locations(), context));
                    case RAW ->
                        ByteBuilder.of(ContextString.text(context.coercion().interpolated(value)));
                },
                null,
                invocation);
    }

    private SourceText standardInput() {
        return new SourceText("«stdin»", SourceText.decode(invocation.readInput()));
    }

    /** As in the reference a name in angle brackets is looked up on the search path. */
    private PathValue file(String name) {
        if (name.startsWith("<") && name.endsWith(">") && name.length() > 2) {
            Object find = evaluation.evaluate(new SourceText("«" + name + "»", "__findFile __nixPath"), directory);
            String wanted = name.substring(1, name.length() - 1);
            return (PathValue) Thunk.force(Functions.call(find, SourceText.encode(wanted)));
        }
        return invocation.path(name);
    }

    private void put(String bytes) {
        put(ByteBuilder.of(bytes));
    }

    private void put(ByteBuilder bytes) {
        Output.write(bytes, null, invocation);
    }
}
