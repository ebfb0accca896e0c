package kwix.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code kwix nix-instantiate} is asked for.
 *
 * @param standardInput whether the first program is on standard input
 * @param arguments files, expressions or names, in order
 * @param attributes paths to select, at least one
 * @param root where links to derivations go; null for nowhere
 * @param writing whether all that is put into the store is written, derivations included
 * @param warnings what is wrong with settings
 */
record InstantiateRequest(
        Task task,
        boolean standardInput,
        boolean expressions,
        List<String> arguments,
        List<String> attributes,
        List<EvalRequest.Argument> topLevel,
        OutputFormat format,
        boolean strict,
        boolean locations,
        @Nullable String root,
        boolean writing,
        List<String> includes,
        Settings settings,
        List<String> warnings) {

    enum Task {
        INSTANTIATE,
        EVALUATE,
        PARSE,
        FIND,
        VERSION,
        HELP
    }
}
