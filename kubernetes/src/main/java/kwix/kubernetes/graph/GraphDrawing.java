package kwix.kubernetes.graph;

import java.util.HashMap;
import java.util.Map;
import kwix.kubernetes.order.Edge;
import kwix.kubernetes.order.RankedResource;
import kwix.kubernetes.order.ResourceGraph;
import kwix.kubernetes.resource.ResourceId;
import kwix.language.value.Describe;

/** A graph in the languages of programs that draw. What does not order is a broken line. */
public final class GraphDrawing {

    private GraphDrawing() {}

    /** For Graphviz. */
    public static String dot(ResourceGraph graph) {
        var text = new StringBuilder("digraph resources {\n  rankdir=LR;\n  node [shape=box];\n");
        Map<ResourceId, String> names = names(graph);
        for (RankedResource resource : graph.resources()) {
            ResourceId id = resource.id();
            text.append("  %s [label=\"%s\\n%s\"];\n"
                    .formatted(names.get(id), inDot(Describe.text(id.kind())), inDot(name(id))));
        }
        for (Edge edge : graph.edges()) {
            text.append("  %s -> %s [label=\"%s\\n%s\"%s];\n"
                    .formatted(
                            names.get(edge.from()),
                            names.get(edge.to()),
                            edge.origin().text(),
                            inDot(edge.field()),
                            edge.orders() ? "" : ", style=dashed"));
        }
        return text.append("}\n").toString();
    }

    /** For Mermaid. */
    public static String mermaid(ResourceGraph graph) {
        var text = new StringBuilder("flowchart LR\n");
        Map<ResourceId, String> names = names(graph);
        for (RankedResource resource : graph.resources()) {
            ResourceId id = resource.id();
            text.append("  %s[\"%s<br>%s\"]\n"
                    .formatted(names.get(id), inMermaid(Describe.text(id.kind())), inMermaid(name(id))));
        }
        for (Edge edge : graph.edges()) {
            text.append("  %s %s|\"%s<br>%s\"| %s\n"
                    .formatted(
                            names.get(edge.from()),
                            edge.orders() ? "-->" : "-.->",
                            edge.origin().text(),
                            inMermaid(edge.field()),
                            names.get(edge.to())));
        }
        return text.toString();
    }

    private static Map<ResourceId, String> names(ResourceGraph graph) {
        Map<ResourceId, String> names = new HashMap<>();
        graph.resources().forEach(resource -> names.put(resource.id(), "r" + names.size()));
        return names;
    }

    private static String name(ResourceId id) {
        return Describe.text(id.namespace().isEmpty() ? id.name() : id.namespace() + "/" + id.name());
    }

    private static String inDot(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String inMermaid(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
