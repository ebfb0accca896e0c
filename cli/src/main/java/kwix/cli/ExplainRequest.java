package kwix.cli;

import java.util.List;
import kwix.kubernetes.explain.SubjectPath;
import org.jspecify.annotations.Nullable;

/**
 * What {@code kwix explain} and {@code kwix why} are asked for.
 *
 * @param files the modules; none for those of the project
 * @param namespace null when the resource's is not said, and for the one that the modules choose
 */
record ExplainRequest(
        List<String> files,
        SubjectPath subject,
        @Nullable String environment,
        List<EvalRequest.Argument> arguments,
        boolean json,
        @Nullable String namespace,
        Conditions conditions) {

    /** @param parsed the last argument says what to explain */
    static ExplainRequest of(ParsedArguments parsed) {
        if (parsed.files().isEmpty()) {
            throw new UsageException(
                    "what to explain is missing", "name an option or a resource, such as Deployment/web.spec");
        }
        List<String> files = parsed.files().subList(0, parsed.files().size() - 1);
        if (files.contains("")) {
            throw new UsageException("the name of a FILE is empty", "a dot means the working directory");
        }
        if (files.contains("-")) {
            throw new UsageException("modules are files, so they cannot be read from standard input (-)", null);
        }
        String namespace = RenderRequest.namespace(parsed.single(ExplainOption.NAMESPACE));
        return new ExplainRequest(
                files,
                subject(parsed.files().getLast()).inNamespace(namespace),
                parsed.single(EvalOption.ENVIRONMENT),
                EvalRequest.arguments(parsed),
                RenderRequest.format(parsed.single(ExplainOption.FORMAT), DiffRequest.FORMATS)
                        .equals("json"),
                namespace,
                Conditions.of(parsed));
    }

    private static SubjectPath subject(String text) {
        SubjectPath path = SubjectPath.parse(text);
        if (path == null) {
            throw new UsageException(
                    "`" + text + "` is not a path",
                    "a path is an option's, such as services.web.port, or a resource's, such as"
                            + " Deployment/web.spec.replicas; names with dots or slashes go into quotes");
        }
        return path;
    }
}
