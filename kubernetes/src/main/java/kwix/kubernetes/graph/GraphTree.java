package kwix.kubernetes.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kwix.kubernetes.order.Edge;
import kwix.kubernetes.order.RankedResource;
import kwix.kubernetes.order.ResourceGraph;
import kwix.kubernetes.order.ResourceGraph.Direction;
import kwix.kubernetes.resource.ResourceId;

/** A graph as a tree in text. What is below a resource is shown once; where it comes again, three dots stand for it. */
public final class GraphTree {

    private static final String SEEN = " …";

    private final Map<ResourceId, List<Edge>> onward;
    private final Direction direction;
    private final Set<ResourceId> shown = new HashSet<>();
    private final StringBuilder text = new StringBuilder();

    private GraphTree(ResourceGraph graph, Direction direction) {
        this.direction = direction;
        onward = graph.edgesFrom(direction);
    }

    /** A line of the tree whose children are being written. */
    private record Branch(String indent, Iterator<Map.Entry<ResourceId, List<Edge>>> children) {}

    /** All of a graph, from the resources that nothing else needs. */
    public static String whole(ResourceGraph graph) {
        var tree = new GraphTree(graph, Direction.NEEDS);
        Map<ResourceId, List<Edge>> needing = graph.edgesFrom(Direction.NEEDED_BY);
        List<ResourceId> all =
                graph.resources().stream().map(RankedResource::id).toList();
        all.stream().filter(id -> !needing.containsKey(id)).forEach(id -> tree.root(id, ""));
        // Resources in circles that do not matter for the order, and what only these need.
        all.stream().filter(id -> !tree.shown.contains(id)).forEach(id -> tree.root(id, ""));
        return tree.text.toString();
    }

    /**
     * What is reached from some resources, each a tree of its own.
     *
     * @param heading what follows its name
     */
    public static String from(Collection<ResourceId> roots, ResourceGraph graph, Direction direction, String heading) {
        var text = new StringBuilder();
        for (ResourceId root : roots) {
            var tree = new GraphTree(graph, direction);
            tree.root(root, heading);
            text.append(tree.text);
        }
        return text.toString();
    }

    private void root(ResourceId id, String heading) {
        if (shown.contains(id)) {
            return;
        }
        text.append(id).append(heading);
        text.append(heading.isEmpty() || onward.containsKey(id) ? "\n" : " nothing\n");
        Deque<Branch> open = new ArrayDeque<>();
        open.push(branch(id, ""));
        while (!open.isEmpty()) {
            Branch branch = open.element();
            if (!branch.children().hasNext()) {
                open.pop();
                continue;
            }
            Map.Entry<ResourceId, List<Edge>> child = branch.children().next();
            boolean last = !branch.children().hasNext();
            ResourceId next = child.getKey();
            boolean again = shown.contains(next) && onward.containsKey(next);
            text.append(branch.indent()).append(last ? "└─ " : "├─ ").append(next);
            text.append(" (").append(reasons(child.getValue())).append(')');
            text.append(again ? SEEN : "").append('\n');
            if (!again) {
                open.push(branch(next, branch.indent() + (last ? "   " : "│  ")));
            }
        }
    }

    private Branch branch(ResourceId id, String indent) {
        shown.add(id);
        Map<ResourceId, List<Edge>> children = new LinkedHashMap<>();
        for (Edge edge : onward.getOrDefault(id, List.of())) {
            ResourceId other = direction == Direction.NEEDS ? edge.to() : edge.from();
            children.computeIfAbsent(other, ignored -> new ArrayList<>()).add(edge);
        }
        return new Branch(indent, children.entrySet().iterator());
    }

    private static String reasons(List<Edge> edges) {
        return edges.stream()
                .map(edge -> edge.origin().text() + " in " + edge.field())
                .collect(Collectors.joining("; "));
    }
}
