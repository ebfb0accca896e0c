package kwix.cli;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kwix.language.value.Budget;
import org.jspecify.annotations.Nullable;

/** The settings that arguments of {@code kwix eval} ask for: first those of {@code --option}, then the options of their own. */
final class RequestedSettings {

    private static final Map<EvalOption, String> FLAGS = Map.of(
            EvalOption.PURE, "pure-eval",
            EvalOption.RESTRICT_EVAL, "restrict-eval",
            EvalOption.SHOW_TRACE, "show-trace",
            EvalOption.TRACE_VERBOSE, "trace-verbose",
            EvalOption.ABORT_ON_WARN, "abort-on-warn");

    private static final Map<EvalOption, String> CANCELLING =
            Map.of(EvalOption.IMPURE, "pure-eval", EvalOption.NO_SHOW_TRACE, "show-trace");

    private static final Map<EvalOption, String> VALUES = Map.of(
            EvalOption.SYSTEM, "eval-system",
            EvalOption.LINT_URL, "lint-url-literals",
            EvalOption.LINT_SHORT_PATH, "lint-short-path-literals",
            EvalOption.LINT_ABSOLUTE_PATH, "lint-absolute-path-literals");

    private static final List<EvalOption> ALL = List.of(
            EvalOption.OPTION,
            EvalOption.PURE,
            EvalOption.IMPURE,
            EvalOption.RESTRICT_EVAL,
            EvalOption.SYSTEM,
            EvalOption.MAX_CALL_DEPTH,
            EvalOption.SHOW_TRACE,
            EvalOption.NO_SHOW_TRACE,
            EvalOption.TRACE_VERBOSE,
            EvalOption.ABORT_ON_WARN,
            EvalOption.LINT_URL,
            EvalOption.LINT_SHORT_PATH,
            EvalOption.LINT_ABSOLUTE_PATH);

    private RequestedSettings() {}

    /** @param warnings gets what is wrong with a setting of {@code --option}, which then changes nothing */
    static Settings of(ParsedArguments parsed, Consumer<String> warnings) {
        // The names of all settings need not be loaded for most evaluations.
        if (ALL.stream().noneMatch(parsed::has)) {
            return Settings.USUAL;
        }
        var reader = new SettingsReader(Budget.DEFAULT_CALL_DEPTH);
        List<String> options = parsed.values(EvalOption.OPTION);
        for (int i = 0; i < options.size(); i += 2) {
            String wrong = reader.set(options.get(i), options.get(i + 1));
            if (wrong != null) {
                warnings.accept(wrong);
            }
        }
        FLAGS.forEach((option, setting) -> {
            if (parsed.has(option)) {
                reader.set(setting, "true");
            }
        });
        CANCELLING.forEach((option, setting) -> {
            if (parsed.has(option)) {
                reader.set(setting, "false");
            }
        });
        VALUES.forEach((option, setting) -> {
            if (parsed.has(option)) {
                require(reader.set(setting, parsed.values(option).getFirst()));
            }
        });
        if (parsed.has(EvalOption.MAX_CALL_DEPTH)) {
            require(reader.set(
                    "max-call-depth",
                    depth(parsed.values(EvalOption.MAX_CALL_DEPTH).getFirst())));
        }
        return reader.settings();
    }

    private static void require(@Nullable String wrong) {
        if (wrong != null) {
            throw new UsageException(wrong, null);
        }
    }

    private static String depth(String text) {
        if (!text.matches("0*[1-9][0-9]*[KMGTkmgt]?")) {
            throw new UsageException("--max-call-depth takes a whole number above zero, not `" + text + "`", null);
        }
        return text;
    }
}
