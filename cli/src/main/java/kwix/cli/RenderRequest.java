package kwix.cli;

import java.util.Arrays;
import java.util.List;
import kwix.language.value.Suggestions;
import org.jspecify.annotations.Nullable;

/**
 * What {@code kwix render} is asked for.
 *
 * @param json whether to print JSON instead of YAML
 * @param output the folder to write into; null for standard output
 * @param selections which resources to print, all when there are none
 * @param namespace null for the one that the modules choose
 * @param versions of Kubernetes; none for the one that the project or its modules choose
 */
record RenderRequest(
        List<String> files,
        @Nullable String environment,
        List<EvalRequest.Argument> arguments,
        boolean json,
        @Nullable String output,
        List<ResourcePattern> selections,
        @Nullable String namespace,
        List<String> versions,
        boolean plaintextSecrets,
        boolean watch,
        Conditions conditions) {

    static final List<String> FORMATS = List.of("yaml", "json");

    static RenderRequest of(ParsedArguments parsed) {
        List<String> files = modules(parsed);
        String output = parsed.single(RenderOption.OUTPUT);
        if (output != null && output.isEmpty()) {
            throw new UsageException("the name of the DIR to write into is empty", null);
        }
        List<String> selections = parsed.values(RenderOption.SELECT);
        if (output != null && !selections.isEmpty()) {
            throw new UsageException(
                    "--select and --output exclude each other: the folder would lose all other resources", null);
        }
        return new RenderRequest(
                files,
                parsed.single(EvalOption.ENVIRONMENT),
                EvalRequest.arguments(parsed),
                format(parsed.single(RenderOption.FORMAT), FORMATS).equals("json"),
                output,
                selections.stream().map(ResourcePattern::of).toList(),
                namespace(parsed.single(RenderOption.NAMESPACE)),
                versions(parsed.single(RenderOption.KUBERNETES_VERSION)),
                parsed.has(RenderOption.PLAINTEXT_SECRETS),
                parsed.has(RenderOption.WATCH),
                Conditions.of(parsed));
    }

    /** The modules that are named. */
    static List<String> modules(ParsedArguments parsed) {
        List<String> files = parsed.files();
        if (files.contains("")) {
            throw new UsageException("the name of a FILE is empty", "a dot means the working directory");
        }
        if (files.contains("-")) {
            throw new UsageException("modules are files, so they cannot be read from standard input (-)", null);
        }
        return files;
    }

    /** The format that was named, or the first of those that there are. */
    static String format(@Nullable String named, List<String> formats) {
        if (named == null || formats.contains(named)) {
            return named == null ? formats.getFirst() : named;
        }
        List<String> near = Suggestions.near(named, formats);
        throw new UsageException(
                "`" + named + "` is not an output format",
                near.isEmpty()
                        ? "there are " + String.join(", ", formats.subList(0, formats.size() - 1)) + " and "
                                + formats.getLast()
                        : "did you mean `" + String.join("` or `", near) + "`?");
    }

    /** A name of a namespace as the API takes it. */
    static @Nullable String namespace(@Nullable String text) {
        if (text != null && !text.matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")) {
            throw new UsageException(
                    "`" + text + "` cannot be the name of a namespace",
                    "such a name has at most 63 lower case letters, digits and dashes between them");
        }
        return text;
    }

    static List<String> versions(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        List<String> versions = Arrays.stream(text.split(",", -1))
                .map(version -> version.startsWith("v") ? version.substring(1) : version)
                .toList();
        for (String version : versions) {
            if (!version.matches("[0-9]{1,4}\\.[0-9]{1,4}(\\.[0-9]{1,4})?")) {
                throw new UsageException(
                        "--kubernetes-version takes versions such as 1.34, not `" + version + "`", null);
            }
        }
        return versions.stream().distinct().toList();
    }
}
