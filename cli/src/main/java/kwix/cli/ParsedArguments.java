package kwix.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Arguments of a command, taken apart but not yet understood.
 *
 * @param options what each option was given, all parameters of all its uses in order; of a flag, nothing
 * @param files the arguments that belong to no option
 */
record ParsedArguments(Map<CommandOption, List<String>> options, List<String> files) {

    boolean has(CommandOption option) {
        return options.containsKey(option);
    }

    List<String> values(CommandOption option) {
        return options.getOrDefault(option, List.of());
    }

    /** What an option with one parameter was given, or null. */
    @Nullable
    String single(CommandOption option) {
        List<String> values = values(option);
        return values.isEmpty() ? null : values.getFirst();
    }
}
