package kwix.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import kwix.grammar.diagnostic.Diagnostic;
import kwix.grammar.source.SourceText;
import kwix.language.api.Evaluation;
import kwix.language.api.Execution;
import kwix.language.api.Instantiation;
import kwix.language.error.ErrorCode;
import kwix.language.error.ErrorPrinter;
import kwix.language.error.KwixException;
import kwix.language.error.SourceNames;
import kwix.language.module.Bounds;
import kwix.language.module.Conduct;
import kwix.language.module.HostMachine;
import kwix.language.module.LibraryFolders;
import kwix.language.module.SearchPath;
import kwix.language.module.TreeStore;
import kwix.language.render.JsonWriter;
import kwix.language.render.NixPrinter;
import kwix.language.render.XmlWriter;
import kwix.language.render.YamlWriter;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.Budget;
import kwix.language.value.ContextString;
import kwix.language.value.Describe;
import kwix.language.value.Expect;
import kwix.language.value.Functions;
import kwix.language.value.PathValue;
import kwix.language.value.Thunk;
import kwix.store.Derivation;
import kwix.store.PhysicalStore;

/** Runs programs through the embedding interface, directly as the command line does or under a Truffle engine. */
public final class ProgramEvaluator implements Evaluator {

    private static final String TRACE = "trace: ";
    private static final Pattern LIBRARY_PLACE = Pattern.compile("(<kwix/[^>\\n]+>):[0-9]+:[0-9]+");

    /** The limit of the reference, so that unbounded recursion fails soon; what Kwix allows beyond it has cases of its own. */
    private static final int REFERENCE_CALL_DEPTH = 10_000;

    /** What cases read of the store is kept between runs: it is the same whenever it has the same name. */
    private static final Path STORE = Path.of(System.getProperty("kwix.root"), "conformance-tests", "target", "store");

    private final LibraryFolders library;
    private final Execution execution;
    private final TreeStore trees;

    public ProgramEvaluator(LibraryFolders library, Execution execution) {
        this(library, execution, TreeStore.NONE);
    }

    /** @param trees of files that are imported */
    ProgramEvaluator(LibraryFolders library, Execution execution, TreeStore trees) {
        this.library = library;
        this.execution = execution;
        this.trees = trees;
    }

    @Override
    public Outcome run(ConformanceCase given) {
        String folder = SourceText.encode(given.folder().toString());
        List<String> traces = new ArrayList<>();
        Evaluation evaluation = open(given.flags(), folder, traces, depth(given));
        try {
            String text = evaluation.run(() -> {
                Object value = evaluation.importFile(new PathValue(folder + "/" + given.name() + ".kx"));
                return print(
                        given.format(),
                        given.flags(),
                        select(given.flags(), applied(given.flags(), value, evaluation, folder)),
                        evaluation);
            });
            return new Outcome.Value(Describe.text(text), List.copyOf(traces));
        } catch (KwixException failure) {
            return failure(failure, given.folder(), traces);
        }
    }

    /** The printing of an expression's value; {@code started} gets what can be stopped. */
    public Outcome run(String expression, boolean strict, Consumer<Evaluation> started) {
        String folder = SourceText.encode(library.sources());
        List<String> traces = new ArrayList<>();
        Evaluation evaluation = open(CaseFlags.NONE, folder, traces, REFERENCE_CALL_DEPTH);
        started.accept(evaluation);
        try {
            String text = evaluation.run(() -> {
                Object value = evaluation.evaluate(new SourceText("«string»", expression), new PathValue(folder));
                Budget budget = evaluation.context().budget();
                return (strict ? NixPrinter.printStrict(value, budget) : NixPrinter.print(value, budget)) + "\n";
            });
            return new Outcome.Value(Describe.text(text), List.copyOf(traces));
        } catch (KwixException failure) {
            return failure(failure, Path.of(library.sources()), traces);
        }
    }

    /** The strict printing of an expression's value. */
    String print(String expression) {
        String folder = SourceText.encode(library.sources());
        Evaluation evaluation = open(CaseFlags.NONE, folder, new ArrayList<>(), REFERENCE_CALL_DEPTH);
        return evaluation.run(() -> Describe.text(NixPrinter.printStrict(
                evaluation.evaluate(new SourceText("an example", expression), new PathValue(folder)),
                evaluation.context().budget())));
    }

    /** The value of an expression that is a string. */
    public String text(String expression) {
        String folder = SourceText.encode(library.sources());
        Evaluation evaluation = open(CaseFlags.NONE, folder, new ArrayList<>(), REFERENCE_CALL_DEPTH);
        return evaluation.run(() -> Describe.text(ContextString.text(
                evaluation.evaluate(new SourceText("an expression", expression), new PathValue(folder)))));
    }

    private static int depth(ConformanceCase given) {
        return given.authority() == ConformanceCase.Authority.REFERENCE
                ? REFERENCE_CALL_DEPTH
                : Budget.DEFAULT_CALL_DEPTH;
    }

    private Evaluation open(CaseFlags flags, String folder, List<String> traces, int depth) {
        List<String> searchPath =
                flags.searchPath().stream().map(SourceText::encode).toList();
        HostMachine machine = new HostMachine(
                false,
                Bounds.none(),
                Map.of("HOME", "/home/kwix"),
                SearchPath.of(searchPath, null, SourceText.encode(String.join(":", library.paths())), folder),
                line -> trace(Describe.text(line), traces),
                () -> PhysicalStore.in(STORE),
                Conduct.USUAL.withTrees(trees));
        return Evaluation.open(new Evaluation.Settings(machine, depth, execution));
    }

    private static void trace(String line, List<String> traces) {
        if (line.startsWith(TRACE)) {
            traces.add(line.substring(TRACE.length()));
        }
    }

    private static Object applied(CaseFlags flags, Object value, Evaluation evaluation, String folder) {
        if (flags.arguments().isEmpty() && flags.history() == null || !Functions.isCallable(value)) {
            return value;
        }
        AttributeSetBuilder arguments = new AttributeSetBuilder();
        if (flags.history() != null) {
            Path repository =
                    RepositoryHistory.repository(Path.of(Describe.text(folder)).resolve(flags.history()));
            arguments.put("repository", SourceText.encode(repository.toString()));
        }
        for (CaseFlags.Argument argument : flags.arguments()) {
            Object given = argument.literal()
                    ? SourceText.encode(argument.text())
                    : evaluation.evaluate(
                            new SourceText("--arg " + argument.name(), argument.text()), new PathValue(folder));
            arguments.put(SourceText.encode(argument.name()), given);
        }
        return Functions.call(value, arguments.build());
    }

    private static Object select(CaseFlags flags, Object value) {
        String path = flags.attribute();
        if (path == null) {
            return value;
        }
        Object selected = value;
        for (String part : path.split("\\.", -1)) {
            Object from = Thunk.force(selected);
            if (part.matches("[0-9]+")) {
                selected = Expect.list(from).force(Integer.parseInt(part));
            } else {
                Object attribute = Expect.set(from).get(SourceText.encode(part));
                if (attribute == null) {
                    throw new KwixException(ErrorCode.MISSING_ATTRIBUTE, "There is no attribute '" + part + "'.");
                }
                selected = attribute;
            }
        }
        return Thunk.force(selected);
    }

    private static String print(CaseFlags.Format format, CaseFlags flags, Object value, Evaluation evaluation) {
        return switch (format) {
            case NIX ->
                (flags.strict()
                                ? NixPrinter.printStrict(
                                        value, evaluation.context().budget())
                                : NixPrinter.print(value, evaluation.context().budget()))
                        + "\n";
            case JSON -> ContextString.text(JsonWriter.write(value, evaluation.context())) + "\n";
            case XML -> XmlWriter.print(value, flags.strict(), true, evaluation.context());
            case YAML -> YamlWriter.document(value, evaluation.context()).toString();
            case DERIVATIONS -> derivations(value, evaluation);
            case RAW -> ContextString.text(evaluation.context().coercion().interpolated(value));
        };
    }

    private static String derivations(Object value, Evaluation evaluation) {
        var store = evaluation.store();
        var text = new StringBuilder();
        SortedSet<String> needed = new TreeSet<>();
        for (Instantiation.Instantiated each : Instantiation.of(value, evaluation, any -> any)) {
            text.append(each.shown()).append('\n');
            needed.addAll(store.derivations().closure(each.derivation()));
        }
        for (String path : needed) {
            if (path.endsWith(Derivation.ENDING)) {
                text.append('\n')
                        .append(path)
                        .append('\n')
                        .append(written(store.physical().physical(path)))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static String written(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Outcome.Failure failure(KwixException failure, Path folder, List<String> traces) {
        String errorClass = failure.diagnostics().stream()
                .filter(Diagnostic::isError)
                .findFirst()
                .map(first -> first.code().errorClass())
                .orElse(failure.code().errorClass());
        ErrorPrinter printer = new ErrorPrinter(new SourceNames(folder.toString(), library.paths()), false, false);
        String subject = failure.subject();
        return new Outcome.Failure(
                errorClass,
                subject == null ? null : relative(subject, folder),
                relative(failure.getMessage(), folder),
                relative(printer.print(failure), folder),
                List.copyOf(traces));
    }

    /**
     * No text may depend on where the checkout or a repository lies, nor on the lines of the standard library, which move with every edit. What is no
     * UTF-16 becomes what a file of it would hold.
     */
    private String relative(String text, Path folder) {
        String written = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String relative = written.replace(folder + "/", "");
        for (String each : library.paths()) {
            relative = relative.replace(each + "/", "<kwix>/");
        }
        return RepositoryHistory.unnamed(LIBRARY_PLACE.matcher(relative).replaceAll("$1"));
    }
}
