package kwix.kubernetes.order;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kwix.kubernetes.resource.ResourceId;
import kwix.language.value.AttributeSet;
import kwix.language.value.ContextString;
import kwix.language.value.Expect;
import kwix.language.value.ListValue;
import kwix.language.value.NullValue;

/** Reads edges as modules give them in {@code kubernetes.graph}. */
public final class EdgeReader {

    private final Set<ResourceId> known;

    private EdgeReader(Set<ResourceId> known) {
        this.known = known;
    }

    /** @param resources those that edges are between */
    public static List<Edge> read(ListValue values, List<RankedResource> resources) {
        Set<ResourceId> known = new HashSet<>();
        resources.forEach(resource -> known.add(resource.id()));
        var reader = new EdgeReader(known);
        var edges = new ArrayList<Edge>();
        for (int i = 0; i < values.size(); i++) {
            edges.add(reader.edge(Expect.set(values.force(i))));
        }
        return edges;
    }

    private Edge edge(AttributeSet edge) {
        ListValue path = Expect.list(field(edge, "path"));
        var names = new ArrayList<String>();
        for (int i = 0; i < path.size(); i++) {
            names.add(ContextString.text(path.force(i)));
        }
        return new Edge(
                id(Expect.set(field(edge, "from"))),
                id(Expect.set(field(edge, "to"))),
                origin(text(edge, "source")),
                List.copyOf(names),
                () -> text(edge, "place"));
    }

    private ResourceId id(AttributeSet identity) {
        Object namespace = field(identity, "namespace");
        var id = new ResourceId(
                text(identity, "group"),
                text(identity, "kind"),
                namespace == NullValue.NULL ? "" : ContextString.text(namespace),
                text(identity, "name"));
        return known.contains(id) ? id : id.completedByCluster();
    }

    private static Edge.Origin origin(String text) {
        for (Edge.Origin origin : Edge.Origin.values()) {
            if (origin.text().equals(text)) {
                return origin;
            }
        }
        throw new IllegalArgumentException(text);
    }

    private static String text(AttributeSet set, String name) {
        return ContextString.text(field(set, name));
    }

    private static Object field(AttributeSet set, String name) {
        return Objects.requireNonNull(set.forced(name), name);
    }
}
