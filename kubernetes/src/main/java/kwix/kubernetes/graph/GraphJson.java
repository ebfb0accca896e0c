package kwix.kubernetes.graph;

import kwix.grammar.source.SourceText;
import kwix.kubernetes.order.Edge;
import kwix.kubernetes.order.RankedResource;
import kwix.kubernetes.order.ResourceGraph;
import kwix.kubernetes.resource.ResourceId;
import kwix.language.render.JsonWriter;
import kwix.language.value.AttributeSet;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.ByteBuilder;
import kwix.language.value.EvaluationContext;
import kwix.language.value.ListValue;
import kwix.language.value.NullValue;

/** A graph for programs, on one line. */
public final class GraphJson {

    private GraphJson() {}

    public static ByteBuilder of(ResourceGraph graph, EvaluationContext evaluation) {
        AttributeSet whole = new AttributeSetBuilder()
                .put(
                        "resources",
                        ListValue.of(graph.resources().stream()
                                .map(GraphJson::resource)
                                .toList()))
                .put(
                        "edges",
                        ListValue.of(graph.edges().stream().map(GraphJson::edge).toList()))
                .build();
        return JsonWriter.print(whole, evaluation).append('\n');
    }

    private static AttributeSet resource(RankedResource resource) {
        return identity(resource.id()).put("givenName", resource.givenName()).build();
    }

    private static AttributeSet edge(Edge edge) {
        return new AttributeSetBuilder()
                .put("from", identity(edge.from()).build())
                .put("to", identity(edge.to()).build())
                .put("source", SourceText.encode(edge.origin().text()))
                .put("path", ListValue.of(edge.path()))
                .put("orders", edge.orders())
                .build();
    }

    private static AttributeSetBuilder identity(ResourceId id) {
        return new AttributeSetBuilder()
                .put("group", id.group())
                .put("kind", id.kind())
                .put("namespace", id.namespace().isEmpty() ? NullValue.NULL : id.namespace())
                .put("name", id.name());
    }
}
