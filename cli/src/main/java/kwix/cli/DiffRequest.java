package kwix.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code kwix diff} is asked for.
 *
 * @param namespace null where resources are compared as they are
 */
record DiffRequest(
        String from,
        String to,
        @Nullable String environment,
        List<EvalRequest.Argument> arguments,
        boolean json,
        @Nullable String namespace,
        Colour colour,
        Conditions conditions) {

    static final List<String> FORMATS = List.of("text", "json");

    static DiffRequest of(ParsedArguments parsed) {
        List<String> inputs = parsed.files();
        if (inputs.size() < 2) {
            throw new UsageException(
                    "what to compare `" + inputs.getFirst() + "` with is missing",
                    "`kwix diff --help` shows how it is used");
        }
        if (inputs.contains("")) {
            throw new UsageException("the name of a file is empty", "a dot means the working directory");
        }
        if (inputs.stream().allMatch("-"::equals)) {
            throw new UsageException("standard input (-) cannot be both sides of a comparison", null);
        }
        String colour = parsed.single(EvalOption.COLOR);
        return new DiffRequest(
                inputs.get(0),
                inputs.get(1),
                parsed.single(EvalOption.ENVIRONMENT),
                EvalRequest.arguments(parsed),
                RenderRequest.format(parsed.single(DiffOption.FORMAT), FORMATS).equals("json"),
                RenderRequest.namespace(parsed.single(DiffOption.NAMESPACE)),
                colour == null ? Colour.AUTO : Colour.of(colour),
                Conditions.of(parsed));
    }
}
