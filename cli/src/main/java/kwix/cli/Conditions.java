package kwix.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Under which conditions a command evaluates, whatever it evaluates.
 *
 * @param memory how much values may take; null for as much as there is
 * @param warnings what is wrong with the command line, but not enough to refuse it
 */
record Conditions(
        List<String> includes,
        List<String> restrictions,
        @Nullable Duration timeout,
        @Nullable MemorySize memory,
        Settings settings,
        List<String> warnings) {

    /** The options that they come from; {@code --color} is not asked here, but belongs to every command that evaluates. */
    static final List<CommandOption> OPTIONS = List.of(
            EvalOption.INCLUDE,
            EvalOption.PURE,
            EvalOption.IMPURE,
            EvalOption.RESTRICT,
            EvalOption.RESTRICT_EVAL,
            EvalOption.SYSTEM,
            EvalOption.TIMEOUT,
            EvalOption.MAX_CALL_DEPTH,
            EvalOption.MAX_MEMORY,
            EvalOption.SHOW_TRACE,
            EvalOption.NO_SHOW_TRACE,
            EvalOption.TRACE_VERBOSE,
            EvalOption.ABORT_ON_WARN,
            EvalOption.OPTION,
            EvalOption.COLOR);

    static Conditions of(ParsedArguments parsed) {
        exclude(parsed, EvalOption.PURE, EvalOption.IMPURE);
        exclude(parsed, EvalOption.SHOW_TRACE, EvalOption.NO_SHOW_TRACE);
        var warnings = new ArrayList<String>();
        return new Conditions(
                parsed.values(EvalOption.INCLUDE),
                parsed.values(EvalOption.RESTRICT),
                timeout(parsed.single(EvalOption.TIMEOUT)),
                memory(parsed.single(EvalOption.MAX_MEMORY)),
                RequestedSettings.of(parsed, warnings::add),
                warnings);
    }

    private static void exclude(ParsedArguments parsed, EvalOption one, EvalOption other) {
        if (parsed.has(one) && parsed.has(other)) {
            throw new UsageException(
                    one.names().getFirst() + " and " + other.names().getFirst() + " exclude each other", null);
        }
    }

    private static @Nullable MemorySize memory(@Nullable String text) {
        MemorySize size = text == null ? null : MemorySize.of(text);
        if (text != null && size == null) {
            throw new UsageException("--max-memory takes a size such as 512M or 2G, not `" + text + "`", null);
        }
        return size;
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
        return new UsageException("--timeout takes a number of seconds above zero, not `" + text + "`", null);
    }
}
