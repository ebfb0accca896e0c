package kwix.kubernetes.order;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import kwix.kubernetes.resource.ResourceId;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.Describe;

/**
 * Resources in an order in which each comes after all that it needs; among those that are free, by phase, and then as they were. What
 * a resource of an early phase needs is as early.
 */
public final class DependencyOrder {

    private final List<RankedResource> resources;
    private final List<List<Need>> needs = new ArrayList<>();
    private final List<List<Integer>> neededBy = new ArrayList<>();

    /** An edge between resources by their indices. */
    private record Need(int from, int to, Edge edge) {}

    private DependencyOrder(List<RankedResource> resources, Collection<Edge> edges) {
        this.resources = resources;
        Map<ResourceId, Integer> indices = new HashMap<>();
        for (int i = 0; i < resources.size(); i++) {
            indices.put(resources.get(i).id(), i);
            needs.add(new ArrayList<>());
            neededBy.add(new ArrayList<>());
        }
        for (Edge edge : edges) {
            Integer from = indices.get(edge.from());
            Integer to = indices.get(edge.to());
            if (edge.orders() && from != null && to != null && !from.equals(to)) {
                needs.get(from).add(new Need(from, to, edge));
                neededBy.get(to).add(from);
            }
        }
    }

    /** @param edges those from or to other resources than these change nothing, and neither do those that do not order */
    public static List<RankedResource> of(List<RankedResource> resources, Collection<Edge> edges) {
        return new DependencyOrder(resources, edges).ordered();
    }

    private List<RankedResource> ordered() {
        int[] phases = phases();
        var open = new int[resources.size()];
        Comparator<Integer> byPhase = Comparator.comparingInt(index -> phases[index]);
        var free = new PriorityQueue<Integer>(byPhase.thenComparing(Comparator.naturalOrder()));
        for (int i = 0; i < open.length; i++) {
            open[i] = needs.get(i).size();
            if (open[i] == 0) {
                free.add(i);
            }
        }
        var ordered = new ArrayList<RankedResource>();
        while (!free.isEmpty()) {
            int next = free.remove();
            ordered.add(resources.get(next));
            for (int dependent : neededBy.get(next)) {
                if (--open[dependent] == 0) {
                    free.add(dependent);
                }
            }
        }
        return ordered;
    }

    /** The phase of each resource, or an earlier one that a resource which needs it has. Refuses cycles. */
    private int[] phases() {
        var phases = new int[resources.size()];
        var open = new int[resources.size()];
        var free = new ArrayDeque<Integer>();
        for (int i = 0; i < phases.length; i++) {
            phases[i] = resources.get(i).phase();
            open[i] = neededBy.get(i).size();
            if (open[i] == 0) {
                free.add(i);
            }
        }
        int done = 0;
        while (!free.isEmpty()) {
            int next = free.remove();
            done++;
            for (Need need : needs.get(next)) {
                int needed = need.to();
                phases[needed] = Math.min(phases[needed], phases[next]);
                if (--open[needed] == 0) {
                    free.add(needed);
                }
            }
        }
        if (done < phases.length) {
            throw cycle(open);
        }
        return phases;
    }

    /** @param open above zero for the resources on cycles, and for those that these need */
    private KwixException cycle(int[] open) {
        Set<Integer> onTheWay = new HashSet<>();
        int at = 0;
        while (open[at] == 0) {
            at++;
        }
        // Every open resource is needed by an open one, so that the way back never ends before it meets itself.
        while (onTheWay.add(at)) {
            at = neededBy.get(at).stream()
                    .filter(index -> open[index] > 0)
                    .findFirst()
                    .orElseThrow();
        }
        return new KwixException(ErrorCode.INVALID_VALUE, "Resources need each other in a circle: " + circle(at, open))
                .withHint("No order exists in which they can be applied. Remove one of these references; "
                        + "a string forgets whose name it holds by `builtins.unsafeDiscardStringContext`.");
    }

    private String circle(int start, int[] open) {
        List<Need> way = shortestWayBack(start, open);
        var text = new StringBuilder();
        for (int i = 0; i < way.size(); i++) {
            Edge edge = way.get(i).edge();
            text.append(edge.from()).append(" needs ").append(edge.to());
            text.append(" (").append(edge.origin().text());
            text.append(" in ").append(edge.field()).append(" at ");
            text.append(Describe.text(edge.place().get())).append(')');
            text.append(i == way.size() - 1 ? "." : ", ");
        }
        return text.toString();
    }

    private List<Need> shortestWayBack(int start, int[] open) {
        var reached = new Need[resources.size()];
        var queue = new ArrayDeque<>(List.of(start));
        while (reached[start] == null) {
            for (Need need : needs.get(queue.remove())) {
                if (open[need.to()] > 0 && reached[need.to()] == null) {
                    reached[need.to()] = need;
                    queue.add(need.to());
                }
            }
        }
        var way = new ArrayDeque<Need>();
        int at = start;
        do {
            way.addFirst(reached[at]);
            at = reached[at].from();
        } while (at != start);
        return List.copyOf(way);
    }
}
