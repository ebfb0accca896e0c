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
import java.util.stream.Stream;
import kwix.kubernetes.Manifests;
import kwix.kubernetes.resource.Resource;
import kwix.kubernetes.resource.ResourceId;
import kwix.language.error.KwixException;
import org.junit.jupiter.api.Test;

class DependencyOrderTest {

    /** Resources written as {@code apps/v1 Deployment shop/web}. */
    private static List<Resource> resources(String... texts) {
        return Stream.of(texts)
                .flatMap(text -> {
                    String[] words = text.split(" ");
                    int slash = words[2].indexOf('/');
                    String namespace = slash < 0 ? "" : ", namespace: " + words[2].substring(0, slash);
                    return Manifests.of("{ apiVersion: %s, kind: %s, metadata: { name: '%s'%s } }"
                                    .formatted(words[0], words[1], words[2].substring(slash + 1), namespace))
                            .stream();
                })
                .toList();
    }

    private static List<String> names(List<Resource> resources) {
        return resources.stream().map(resource -> resource.id().toString()).toList();
    }

    private static Edge edge(List<Resource> resources, int from, int to) {
        return new Edge(resources.get(from).id(), resources.get(to).id(), Edge.Origin.REFERENCE, "spec.field" + from);
    }

    @Test
    void kindsGoByPhaseAndElseStayAsTheyWere() {
        List<Resource> resources = resources(
                "admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration hook",
                "apps/v1 Deployment shop/b",
                "example.org/v1 Thing shop/thing",
                "apps/v1 Deployment shop/a",
                "v1 Service shop/web",
                "v1 ConfigMap shop/web",
                "rbac.authorization.k8s.io/v1 RoleBinding shop/web",
                "rbac.authorization.k8s.io/v1 Role shop/web",
                "v1 ServiceAccount shop/web",
                "apiextensions.k8s.io/v1 CustomResourceDefinition things.example.org",
                "v1 Namespace shop");
        assertEquals(
                List.of(
                        "Namespace shop",
                        "CustomResourceDefinition things.example.org",
                        "ServiceAccount shop/web",
                        "Role shop/web",
                        "RoleBinding shop/web",
                        "ConfigMap shop/web",
                        "Service shop/web",
                        "Deployment shop/b",
                        "Deployment shop/a",
                        "Thing shop/thing",
                        "ValidatingWebhookConfiguration hook"),
                names(DependencyOrder.of(resources, List.of())));
    }

    /** A Service of Knative is no Service of the core group. */
    @Test
    void aKindIsThatOfItsGroup() {
        List<Resource> resources =
                resources("serving.knative.dev/v1 Service a", "apps/v1 Deployment b", "v1 Service c");
        assertEquals(
                List.of("Service c", "Deployment b", "Service a"), names(DependencyOrder.of(resources, List.of())));
    }

    @Test
    void whatIsNeededComesEarlierWhateverItsKind() {
        List<Resource> resources =
                resources("v1 ConfigMap a", "v1 Service z", "apps/v1 Deployment b", "v1 Service c", "v1 Secret d");
        List<Edge> edges = List.of(edge(resources, 0, 3), edge(resources, 3, 4));
        assertEquals(
                List.of("Secret d", "Service c", "ConfigMap a", "Service z", "Deployment b"),
                names(DependencyOrder.of(resources, edges)));
    }

    @Test
    void namespacesAndDefinitionsAreKnown() {
        List<Resource> resources = Manifests.of("""
            { apiVersion: example.org/v1, kind: Thing, metadata: { name: a, namespace: shop } }
            ---
            { apiVersion: v1, kind: Namespace, metadata: { name: shop } }
            ---
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: { name: things.example.org }
            spec: { group: example.org, scope: Namespaced, names: { kind: Thing } }
            ---
            { apiVersion: example.com/v1, kind: Thing, metadata: { name: b } }
            """);
        ResourceId thing = resources.getFirst().id();
        assertEquals(
                List.of(
                        new Edge(thing, resources.get(1).id(), Edge.Origin.NAMESPACE, "metadata.namespace"),
                        new Edge(thing, resources.get(2).id(), Edge.Origin.DEFINITION, "kind")),
                KnownEdges.of(resources));
    }

    @Test
    void aCycleIsShown() {
        List<Resource> resources = resources("v1 ConfigMap a", "v1 ConfigMap b", "v1 ConfigMap c", "v1 ConfigMap d");
        List<Edge> edges =
                List.of(edge(resources, 0, 1), edge(resources, 1, 2), edge(resources, 2, 1), edge(resources, 2, 3));
        var failure = assertThrows(KwixException.class, () -> DependencyOrder.of(resources, edges));
        String message = failure.getMessage();
        assertTrue(message.contains("ConfigMap b needs ConfigMap c (spec.field1)"), message);
        assertTrue(message.contains("ConfigMap c needs ConfigMap b (spec.field2)"), message);
        assertTrue(!message.contains("ConfigMap a") && !message.contains("ConfigMap d"), message);
    }

    @Test
    void edgesToOthersAndToOneselfChangeNothing() {
        List<Resource> resources = resources("v1 ConfigMap a", "v1 ConfigMap b");
        var other = new ResourceId("", "Secret", "", "x");
        List<Edge> edges = List.of(
                edge(resources, 0, 0),
                new Edge(resources.getFirst().id(), other, Edge.Origin.REFERENCE, "spec"),
                new Edge(other, resources.getFirst().id(), Edge.Origin.REFERENCE, "spec"));
        assertEquals(List.of("ConfigMap a", "ConfigMap b"), names(DependencyOrder.of(resources, edges)));
    }

    /** Edges that agree with some hidden order always give an order that agrees with them, and the same one each time. */
    @Test
    void randomGraphsAreOrdered() {
        var random = new Random(20260101);
        List<String> kinds = List.of("v1 ConfigMap", "apps/v1 Deployment", "v1 Service", "v1 Namespace", "a.b/v1 C");
        for (int round = 0; round < 200; round++) {
            var texts = new ArrayList<String>();
            int count = 1 + random.nextInt(20);
            for (int i = 0; i < count; i++) {
                texts.add(kinds.get(random.nextInt(kinds.size())) + " r" + i);
            }
            List<Resource> resources = resources(texts.toArray(String[]::new));
            Integer[] hidden = new Integer[count];
            Arrays.setAll(hidden, i -> i);
            Collections.shuffle(Arrays.asList(hidden), random);
            var edges = new ArrayList<Edge>();
            for (int i = random.nextInt(3 * count); i > 0; i--) {
                int one = random.nextInt(count);
                int other = random.nextInt(count);
                edges.add(edge(resources, hidden[Math.max(one, other)], hidden[Math.min(one, other)]));
            }
            List<Resource> ordered = DependencyOrder.of(resources, edges);
            List<ResourceId> places = ordered.stream().map(Resource::id).toList();
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
