package kwix.cli;

import java.util.List;
import java.util.Locale;
import kwix.kubernetes.order.ResourceGraph.Direction;
import org.jspecify.annotations.Nullable;

/**
 * What {@code kwix graph} is asked for.
 *
 * @param selections which resources to begin with, all when there are none
 * @param directions which way to go from these
 * @param version of Kubernetes; null for the one that the project or its modules choose
 */
record GraphRequest(
        Rendering rendering,
        Format format,
        List<ResourcePattern> selections,
        List<Direction> directions,
        @Nullable String version,
        Conditions conditions) {

    static final List<String> DIRECTIONS = List.of("needs", "needed-by", "both");

    enum Format {
        TEXT,
        DOT,
        MERMAID,
        JSON;

        static List<String> texts() {
            return List.of("text", "dot", "mermaid", "json");
        }
    }

    static GraphRequest of(ParsedArguments parsed) {
        String direction = parsed.single(GraphOption.DIRECTION);
        List<String> selections = parsed.values(GraphOption.SELECT);
        if (direction != null && selections.isEmpty()) {
            throw new UsageException("--direction needs --select: the whole graph has no direction", null);
        }
        List<String> versions = RenderRequest.versions(parsed.single(GraphOption.KUBERNETES_VERSION));
        if (versions.size() > 1) {
            throw new UsageException("--kubernetes-version takes one version here", null);
        }
        String format = RenderRequest.format(parsed.single(GraphOption.FORMAT), Format.texts());
        return new GraphRequest(
                new Rendering(
                        RenderRequest.modules(parsed),
                        parsed.single(EvalOption.ENVIRONMENT),
                        EvalRequest.arguments(parsed),
                        RenderRequest.namespace(parsed.single(RenderOption.NAMESPACE))),
                Format.valueOf(format.toUpperCase(Locale.ROOT)),
                selections.stream().map(ResourcePattern::of).toList(),
                directions(direction),
                versions.isEmpty() ? null : versions.getFirst(),
                Conditions.of(parsed));
    }

    private static List<Direction> directions(@Nullable String text) {
        return switch (text) {
            case null -> List.of(Direction.NEEDS);
            case "needs" -> List.of(Direction.NEEDS);
            case "needed-by" -> List.of(Direction.NEEDED_BY);
            case "both" -> List.of(Direction.NEEDS, Direction.NEEDED_BY);
            default ->
                throw new UsageException("`" + text + "` is no direction", "there are needs, needed-by and both");
        };
    }
}
