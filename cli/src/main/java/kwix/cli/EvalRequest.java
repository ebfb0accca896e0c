package kwix.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kwix.language.value.Budget;
import org.jspecify.annotations.Nullable;

/**
 * What {@code kwix eval} is asked for.
 *
 * @param modules evaluate as modules, not as a value
 * @param attribute the path of {@code -A}; empty selects the value itself
 * @param apply an expression
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
        boolean stream,
        @Nullable String output,
        List<String> includes,
        boolean pure,
        List<String> restrictions,
        @Nullable Duration timeout,
        int callDepth,
        boolean showTrace) {

    /** Where the program comes from. */
    sealed interface Source {}

    record Files(List<String> names) implements Source {}

    record Expression(String text) implements Source {}

    record StandardInput() implements Source {}

    /** @param expression or a plain string */
    record Argument(String name, String text, boolean expression) {}

    private static final Map<EvalOption, OutputFormat> SHORT_FORMATS = new EnumMap<>(Map.of(
            EvalOption.YAML, OutputFormat.YAML,
            EvalOption.JSON, OutputFormat.JSON,
            EvalOption.NIX, OutputFormat.NIX,
            EvalOption.XML, OutputFormat.XML,
            EvalOption.RAW, OutputFormat.RAW));

    /** Understands the arguments, or refuses them. */
    static EvalRequest of(ParsedArguments parsed) {
        OutputFormat format = format(parsed);
        boolean stream = parsed.has(EvalOption.STREAM);
        if (stream && format != OutputFormat.YAML) {
            throw new UsageException(
                    "--stream prints YAML documents, so it does not go with --format " + format.text(), null);
        }
        if (parsed.has(EvalOption.PURE) && parsed.has(EvalOption.IMPURE)) {
            throw new UsageException("--pure and --impure exclude each other", null);
        }
        Source source = source(parsed);
        boolean modules = parsed.has(EvalOption.MODULE)
                || source instanceof Files files && files.names().isEmpty();
        String environment = single(parsed, EvalOption.ENVIRONMENT);
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
                single(parsed, EvalOption.APPLY),
                format,
                parsed.has(EvalOption.STRICT),
                stream,
                output(single(parsed, EvalOption.OUTPUT)),
                parsed.values(EvalOption.INCLUDE),
                parsed.has(EvalOption.PURE),
                parsed.values(EvalOption.RESTRICT),
                timeout(single(parsed, EvalOption.TIMEOUT)),
                callDepth(single(parsed, EvalOption.MAX_CALL_DEPTH)),
                parsed.has(EvalOption.SHOW_TRACE));
    }

    private static @Nullable String single(ParsedArguments parsed, EvalOption option) {
        List<String> values = parsed.values(option);
        return values.isEmpty() ? null : values.getFirst();
    }

    private static Source source(ParsedArguments parsed) {
        List<String> files = parsed.files();
        String expression = single(parsed, EvalOption.EXPRESSION);
        if (expression != null) {
            if (!files.isEmpty()) {
                throw new UsageException(
                        "both an expression and the file '" + files.getFirst() + "' are given",
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
        String named = single(parsed, EvalOption.FORMAT);
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

    private static List<Argument> arguments(ParsedArguments parsed) {
        var arguments = new LinkedHashMap<String, Argument>();
        for (EvalOption option : List.of(EvalOption.ARG, EvalOption.ARGSTR)) {
            List<String> values = parsed.values(option);
            for (int i = 0; i < values.size(); i += 2) {
                var argument = new Argument(values.get(i), values.get(i + 1), option == EvalOption.ARG);
                if (arguments.put(argument.name(), argument) != null) {
                    throw new UsageException("the argument '" + argument.name() + "' is given twice", null);
                }
            }
        }
        return List.copyOf(arguments.values());
    }

    private static @Nullable Duration timeout(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            double seconds = Double.parseDouble(text);
            if (seconds > 0 && seconds < 1e9) {
                return Duration.ofNanos((long) (seconds * 1e9));
            }
        } catch (NumberFormatException notANumber) {
            throw wrongTimeout(text);
        }
        throw wrongTimeout(text);
    }

    private static UsageException wrongTimeout(String text) {
        return new UsageException("--timeout takes a number of seconds above zero, not '" + text + "'", null);
    }

    private static int callDepth(@Nullable String text) {
        if (text == null) {
            return Budget.DEFAULT_CALL_DEPTH;
        }
        try {
            int depth = Integer.parseInt(text);
            if (depth > 0) {
                return depth;
            }
        } catch (NumberFormatException notANumber) {
            throw wrongCallDepth(text);
        }
        throw wrongCallDepth(text);
    }

    private static UsageException wrongCallDepth(String text) {
        return new UsageException("--max-call-depth takes a whole number above zero, not '" + text + "'", null);
    }
}
