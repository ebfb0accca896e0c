package kwix.kubernetes.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kwix.kubernetes.Manifests;
import kwix.kubernetes.resource.ResourceId;
import kwix.language.error.KwixException;
import org.junit.jupiter.api.Test;

class DependencyOrderTest {

    /** ConfigMaps, written as a phase and a name. */
    private static List<RankedResource> resources(String... texts) {
        return Stream.of(texts)
                .map(text -> {
                    String[] words = text.split(" ");
                    return new RankedResource(
                            Manifests.of("{ apiVersion: v1, kind: ConfigMap, metadata: { name: '%s' } }"
                                            .formatted(words[1]))
                                    .getFirst(),
                            words[1],
                            Integer.parseInt(words[0]),
                            () -> "file");
                })
                .toList();
    }

    private static String names(List<RankedResource> resources) {
        return resources.stream().map(resource -> resource.id().name()).collect(Collectors.joining(" "));
    }

    private static Edge edge(List<RankedResource> resources, int from, int to) {
        return edge(resources, from, to, Edge.Origin.REFERENCE);
    }

    private static Edge edge(List<RankedResource> resources, int from, int to, Edge.Origin origin) {
        return new Edge(
                resources.get(from).id(),
                resources.get(to).id(),
                origin,
                List.of("spec", "field" + from),
                () -> "file:" + from);
    }

    @Test
    void resourcesGoByPhaseAndElseStayAsTheyWere() {
        List<RankedResource> resources = resources("3 d", "1 b", "0 z", "1 a", "2 c");
        assertEquals("z b a c d", names(DependencyOrder.of(resources, List.of())));
    }

    @Test
    void whatIsNeededComesEarlierWhateverItsPhase() {
        List<RankedResource> resources = resources("1 a", "2 z", "3 b", "2 c", "1 d");
        List<Edge> edges = List.of(edge(resources, 0, 3), edge(resources, 3, 4));
        assertEquals("d c a z b", names(DependencyOrder.of(resources, edges)));
    }

    /** A Service selects pods whose workload may name the Service. */
    @Test
    void whatIsSelectedNeedNotBeThere() {
        List<RankedResource> resources = resources("1 service", "2 workload");
        List<Edge> edges = List.of(edge(resources, 0, 1, Edge.Origin.SELECTOR), edge(resources, 1, 0));
        assertEquals("service workload", names(DependencyOrder.of(resources, edges)));
    }

    @Test
    void aCycleIsShown() {
        List<RankedResource> resources = resources("0 a", "0 b", "0 c", "0 d");
        List<Edge> edges =
                List.of(edge(resources, 0, 1), edge(resources, 1, 2), edge(resources, 2, 1), edge(resources, 2, 3));
        var failure = assertThrows(KwixException.class, () -> DependencyOrder.of(resources, edges));
        String message = failure.getMessage();
        assertTrue(
                message.contains("ConfigMap b needs ConfigMap c (name reference in spec.field1 at file:1)"), message);
        assertTrue(
                message.contains("ConfigMap c needs ConfigMap b (name reference in spec.field2 at file:2)"), message);
        assertTrue(!message.contains("ConfigMap a") && !message.contains("ConfigMap d"), message);
    }

    @Test
    void edgesToOthersAndToOneselfChangeNothing() {
        List<RankedResource> resources = resources("0 a", "0 b", "0 x");
        List<Edge> edges = List.of(edge(resources, 0, 0), edge(resources, 0, 2), edge(resources, 2, 0));
        assertEquals("a b", names(DependencyOrder.of(resources.subList(0, 2), edges)));
    }

    /** Edges that agree with some hidden order always give an order that agrees with them, and the same one each time. */
    @Test
    void randomGraphsAreOrdered() {
        var random = new Random(20260101);
        for (int round = 0; round < 200; round++) {
            var texts = new ArrayList<String>();
            int count = 1 + random.nextInt(20);
            for (int i = 0; i < count; i++) {
                texts.add(random.nextInt(5) + " r" + i);
            }
            List<RankedResource> resources = resources(texts.toArray(String[]::new));
            Integer[] hidden = new Integer[count];
            Arrays.setAll(hidden, i -> i);
            Collections.shuffle(Arrays.asList(hidden), random);
            var edges = new ArrayList<Edge>();
            for (int i = random.nextInt(3 * count); i > 0; i--) {
                int one = random.nextInt(count);
                int other = random.nextInt(count);
                edges.add(edge(resources, hidden[Math.max(one, other)], hidden[Math.min(one, other)]));
            }
            List<RankedResource> ordered = DependencyOrder.of(resources, edges);
            List<ResourceId> places = ordered.stream().map(RankedResource::id).toList();
            assertEquals(count, Set.copyOf(places).size());
            for (Edge edge : edges) {
                assertTrue(
                        edge.from().equals(edge.to()) || places.indexOf(edge.from()) > places.indexOf(edge.to()),
                        edge::toString);
            }
            Collections.shuffle(edges, random);
            assertEquals(ordered, DependencyOrder.of(resources, edges));
        }
    }
}
