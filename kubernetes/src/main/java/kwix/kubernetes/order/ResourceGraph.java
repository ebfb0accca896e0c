package kwix.kubernetes.order;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kwix.kubernetes.resource.Resource;
import kwix.kubernetes.resource.ResourceId;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.Describe;

/**
 * All resources of modules and what is known to be between them.
 *
 * @param resources in an order in which they can be applied
 * @param edges between them, in their order
 */
public record ResourceGraph(List<RankedResource> resources, List<Edge> edges) {

    /** Which way edges are followed. */
    public enum Direction {
        /** To what a resource needs. */
        NEEDS,
        /** To what needs it. */
        NEEDED_BY
    }

    /** Orders the resources; refuses two with one identity, and those that need each other in a circle. */
    public static ResourceGraph of(List<RankedResource> resources, List<Edge> edges) {
        Map<ResourceId, RankedResource> known = new HashMap<>();
        for (RankedResource resource : resources) {
            RankedResource before = known.putIfAbsent(resource.id(), resource);
            if (before != null) {
                throw twice(before, resource);
            }
        }
        List<Edge> between = edges.stream()
                .filter(edge -> known.containsKey(edge.from())
                        && known.containsKey(edge.to())
                        && !edge.from().equals(edge.to()))
                .toList();
        List<RankedResource> ordered = DependencyOrder.of(resources, between);
        Map<ResourceId, Integer> places = new HashMap<>();
        ordered.forEach(resource -> places.put(resource.id(), places.size()));
        return new ResourceGraph(
                ordered,
                between.stream()
                        .sorted(Comparator.comparingInt(edge -> places.getOrDefault(edge.from(), 0)))
                        .toList());
    }

    private static KwixException twice(RankedResource first, RankedResource second) {
        return new KwixException(
                        ErrorCode.INVALID_VALUE,
                        "The resource " + first.id() + " is there twice: it is defined in "
                                + Describe.text(first.place().get())
                                + " and in "
                                + Describe.text(second.place().get()) + ".")
                .withHint("Give one of them another name or namespace, or leave one out.");
    }

    /** The resources alone. */
    public List<Resource> plain() {
        return resources.stream().map(RankedResource::resource).toList();
    }

    /** By resource, the edges that lead from it in a direction. */
    public Map<ResourceId, List<Edge>> edgesFrom(Direction direction) {
        Function<Edge, ResourceId> end = switch (direction) {
            case NEEDS -> Edge::from;
            case NEEDED_BY -> Edge::to;
        };
        return edges.stream().collect(Collectors.groupingBy(end));
    }

    /** These resources, and what can be reached from them in a direction. */
    public Set<ResourceId> reached(Collection<ResourceId> starts, Direction direction) {
        Map<ResourceId, List<Edge>> onward = edgesFrom(direction);
        var reached = new LinkedHashSet<>(starts);
        var open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (Edge edge : onward.getOrDefault(open.remove(), List.of())) {
                ResourceId next = direction == Direction.NEEDS ? edge.to() : edge.from();
                if (reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached;
    }

    /** The part of it with these resources only. */
    public ResourceGraph only(Set<ResourceId> kept) {
        return new ResourceGraph(
                resources.stream()
                        .filter(resource -> kept.contains(resource.id()))
                        .toList(),
                edges.stream()
                        .filter(edge -> kept.contains(edge.from()) && kept.contains(edge.to()))
                        .toList());
    }
}
