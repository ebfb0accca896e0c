package kwix.cli;

import java.util.List;
import java.util.Map;

/**
 * Arguments of {@code kwix eval}, taken apart but not yet understood.
 *
 * @param options what each option was given, all parameters of all its uses in order; of a flag, nothing
 * @param files the arguments that belong to no option
 */
record ParsedArguments(Map<EvalOption, List<String>> options, List<String> files) {

    boolean has(EvalOption option) {
        return options.containsKey(option);
    }

    List<String> values(EvalOption option) {
        return options.getOrDefault(option, List.of());
    }
}
