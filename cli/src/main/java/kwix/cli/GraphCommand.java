package kwix.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kwix.grammar.source.SourceText;
import kwix.kubernetes.graph.GraphDrawing;
import kwix.kubernetes.graph.GraphJson;
import kwix.kubernetes.graph.GraphTree;
import kwix.kubernetes.order.RankedResource;
import kwix.kubernetes.order.ResourceGraph;
import kwix.kubernetes.order.ResourceGraph.Direction;
import kwix.kubernetes.resource.ResourceId;
import kwix.language.error.ErrorPrinter;
import kwix.language.value.ByteBuilder;
import kwix.language.value.EvaluationContext;

/** {@code kwix graph}. */
final class GraphCommand {

    private final GraphRequest request;

    private GraphCommand(GraphRequest request) {
        this.request = request;
    }

    /** Prints the graph. @return the exit status */
    static int run(GraphRequest request, Invocation invocation, ErrorPrinter printer) {
        request.conditions().warnings().forEach(warning -> invocation.report("kwix graph: warning: " + warning + "\n"));
        var opened = OpenedEvaluation.open(
                request.conditions(), invocation, printer, request.rendering().start(invocation));
        ByteBuilder printed = opened.run(() -> new GraphCommand(request)
                .printed(
                        request.rendering().graph(opened, request.version()),
                        opened.evaluation().context()));
        Output.write(printed, null, invocation);
        return ExitStatus.SUCCESS;
    }

    private ByteBuilder printed(ResourceGraph graph, EvaluationContext evaluation) {
        List<ResourceId> selected = request.selections().isEmpty()
                ? List.of()
                : ResourcePattern.select(request.selections(), graph.resources()).stream()
                        .map(RankedResource::id)
                        .toList();
        return switch (request.format()) {
            case TEXT -> encoded(tree(graph, selected));
            case DOT -> encoded(GraphDrawing.dot(around(graph, selected)));
            case MERMAID -> encoded(GraphDrawing.mermaid(around(graph, selected)));
            case JSON -> GraphJson.of(around(graph, selected), evaluation);
        };
    }

    private String tree(ResourceGraph graph, List<ResourceId> selected) {
        if (selected.isEmpty()) {
            return GraphTree.whole(graph);
        }
        if (request.directions().size() == 1) {
            return GraphTree.from(selected, graph, request.directions().getFirst(), "");
        }
        return GraphTree.from(selected, graph, Direction.NEEDS, " needs")
                + GraphTree.from(selected, graph, Direction.NEEDED_BY, " is needed by");
    }

    private ResourceGraph around(ResourceGraph graph, List<ResourceId> selected) {
        if (selected.isEmpty()) {
            return graph;
        }
        Set<ResourceId> kept = new LinkedHashSet<>();
        request.directions().forEach(direction -> kept.addAll(graph.reached(selected, direction)));
        return graph.only(kept);
    }

    private static ByteBuilder encoded(String text) {
        return ByteBuilder.of(SourceText.encode(text));
    }
}
