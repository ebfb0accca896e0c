package kwix.kubernetes.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kwix.kubernetes.resource.DefinedKind;
import kwix.kubernetes.resource.Resource;
import kwix.kubernetes.resource.ResourceId;

/** The edges that are known of any resources, whoever wrote them. */
public final class KnownEdges {

    private KnownEdges() {}

    public static List<Edge> of(List<Resource> resources) {
        Map<String, ResourceId> namespaces = new HashMap<>();
        Map<String, ResourceId> definitions = new HashMap<>();
        for (Resource resource : resources) {
            ResourceId id = resource.id();
            if (id.qualifiedKind().equals("Namespace")) {
                namespaces.put(id.name(), id);
            }
            DefinedKind defined = DefinedKind.of(resource);
            if (defined != null) {
                definitions.put(defined.qualified(), id);
            }
        }
        var edges = new ArrayList<Edge>();
        for (Resource resource : resources) {
            ResourceId id = resource.id();
            ResourceId namespace = namespaces.get(id.namespace());
            if (namespace != null && !namespace.equals(id)) {
                edges.add(new Edge(id, namespace, Edge.Origin.NAMESPACE, "metadata.namespace"));
            }
            ResourceId definition = definitions.get(id.qualifiedKind());
            if (definition != null) {
                edges.add(new Edge(id, definition, Edge.Origin.DEFINITION, "kind"));
            }
        }
        return edges;
    }
}
