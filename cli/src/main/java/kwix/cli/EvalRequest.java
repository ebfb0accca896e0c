package kwix.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code kwix eval} is asked for.
 *
 * @param modules evaluate as modules, not as a value
 * @param attribute the path of {@code -A}; empty selects the value itself
 * @param apply an expression
 * @param locations whether XML says where attributes and functions are defined
 */
record EvalRequest(
        Source source,
        boolean modules,
        @Nullable String environment,
        String attribute,
        List<Argument> arguments,
        @Nullable String apply,
        OutputFormat format,
        boolean strict,
        boolean locations,
        boolean stream,
        boolean plaintextSecrets,
        @Nullable String output,
        Conditions conditions) {

    /** Where the program comes from. */
    sealed interface Source {}

    record Files(List<String> names) implements Source {}

    record Expression(String text) implements Source {}

    record StandardInput() implements Source {}

    /** A value for top-level functions; what the text is, the kind says. */
    record Argument(String name, String text, Kind kind) {

        enum Kind {
            EXPRESSION,
            STRING,
            FILE,
            STANDARD_INPUT
        }
    }

    private static final Map<EvalOption, OutputFormat> SHORT_FORMATS = new EnumMap<>(Map.of(
            EvalOption.YAML, OutputFormat.YAML,
            EvalOption.JSON, OutputFormat.JSON,
            EvalOption.NIX, OutputFormat.NIX,
            EvalOption.XML, OutputFormat.XML,
            EvalOption.RAW, OutputFormat.RAW));

    private static final Map<EvalOption, Argument.Kind> ARGUMENT_KINDS = new EnumMap<>(Map.of(
            EvalOption.ARG, Argument.Kind.EXPRESSION,
            EvalOption.ARGSTR, Argument.Kind.STRING,
            EvalOption.ARG_FROM_FILE, Argument.Kind.FILE,
            EvalOption.ARG_FROM_STDIN, Argument.Kind.STANDARD_INPUT));

    /** Understands the arguments, or refuses them. */
    static EvalRequest of(ParsedArguments parsed) {
        OutputFormat format = format(parsed);
        boolean stream = parsed.has(EvalOption.STREAM);
        if (stream && format != OutputFormat.YAML) {
            throw new UsageException(
                    "--stream prints YAML documents, so it does not go with --format " + format.text(), null);
        }
        Conditions conditions = Conditions.of(parsed);
        Source source = source(parsed);
        if (source instanceof StandardInput && parsed.has(EvalOption.ARG_FROM_STDIN)) {
            throw new UsageException("standard input cannot be both the program and an argument", null);
        }
        boolean modules = parsed.has(EvalOption.MODULE)
                || source instanceof Files files && files.names().isEmpty();
        String environment = parsed.single(EvalOption.ENVIRONMENT);
        if (environment != null && !modules) {
            throw new UsageException("--env adds modules, and no modules are evaluated", "add --module");
        }
        return new EvalRequest(
                source,
                modules,
                environment,
                parsed.values(EvalOption.ATTRIBUTE).isEmpty()
                        ? ""
                        : parsed.values(EvalOption.ATTRIBUTE).getFirst(),
                arguments(parsed),
                parsed.single(EvalOption.APPLY),
                format,
                parsed.has(EvalOption.STRICT),
                !parsed.has(EvalOption.NO_LOCATION),
                stream,
                parsed.has(EvalOption.PLAINTEXT_SECRETS),
                output(parsed.single(EvalOption.OUTPUT)),
                conditions);
    }

    private static Source source(ParsedArguments parsed) {
        List<String> files = parsed.files();
        String expression = parsed.single(EvalOption.EXPRESSION);
        if (expression != null) {
            if (!files.isEmpty()) {
                throw new UsageException(
                        "both an expression and the file `" + files.getFirst() + "` are given",
                        "import the file in the expression, or leave one out");
            }
            return new Expression(expression);
        }
        if (files.size() > 1 && !parsed.has(EvalOption.MODULE)) {
            throw new UsageException(
                    "only one file can be evaluated, but there are " + files.size(),
                    "to evaluate them together as modules, add --module");
        }
        if (files.contains("")) {
            throw new UsageException("the name of a FILE is empty", "a dot means the working directory");
        }
        if (files.contains("-")) {
            if (files.size() > 1) {
                throw new UsageException("standard input (-) cannot be evaluated together with files", null);
            }
            return new StandardInput();
        }
        return new Files(files);
    }

    private static @Nullable String output(@Nullable String file) {
        if (file != null && file.isEmpty()) {
            throw new UsageException("the name of the FILE to write is empty", null);
        }
        return file;
    }

    private static OutputFormat format(ParsedArguments parsed) {
        String named = parsed.single(EvalOption.FORMAT);
        var chosen = new ArrayList<OutputFormat>();
        if (named != null) {
            chosen.add(OutputFormat.of(named));
        }
        SHORT_FORMATS.forEach((option, format) -> {
            if (parsed.has(option) && !chosen.contains(format)) {
                chosen.add(format);
            }
        });
        if (chosen.size() > 1) {
            throw new UsageException(
                    "there is one output format, but both " + chosen.get(0).text() + " and "
                            + chosen.get(1).text() + " are given",
                    null);
        }
        return chosen.isEmpty() ? OutputFormat.YAML : chosen.getFirst();
    }

    static List<Argument> arguments(ParsedArguments parsed) {
        var arguments = new LinkedHashMap<String, Argument>();
        ARGUMENT_KINDS.forEach((option, kind) -> {
            List<String> values = parsed.values(option);
            int step = option.parameters().size();
            for (int i = 0; i < values.size(); i += step) {
                var argument = new Argument(values.get(i), values.get(i + step - 1), kind);
                if (arguments.put(argument.name(), argument) != null) {
                    throw new UsageException("the argument `" + argument.name() + "` is given twice", null);
                }
            }
        });
        return List.copyOf(arguments.values());
    }
}
