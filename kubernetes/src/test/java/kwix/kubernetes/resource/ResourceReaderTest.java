package kwix.kubernetes.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kwix.kubernetes.Manifests;
import kwix.language.error.KwixException;
import kwix.language.error.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceReaderTest {

    private static List<String> names(String yaml) {
        return Manifests.of(yaml).stream()
                .map(resource -> resource.id().qualifiedKind() + " " + resource.id())
                .toList();
    }

    @Test
    void identityComesFromApiKindAndMetadata() {
        assertEquals(List.of("Deployment.apps Deployment shop/web", "Namespace Namespace shop"), names("""
            apiVersion: apps/v1
            kind: Deployment
            metadata: { name: web, namespace: shop }
            ---
            # nothing in this document
            ---
            { "apiVersion": "v1", "kind": "Namespace", "metadata": { "name": "shop" } }
            """));
    }

    @Test
    void listsAreTakenApart() {
        assertEquals(List.of("ConfigMap ConfigMap a", "ConfigMap ConfigMap b"), names("""
            apiVersion: v1
            kind: List
            items:
            - { apiVersion: v1, kind: ConfigMap, metadata: { name: a } }
            - apiVersion: v1
              kind: ConfigMapList
              items: [ { apiVersion: v1, kind: ConfigMap, metadata: { name: b } } ]
            """));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        [ 1 ]                                             | is a list of 1 element, not a resource
        { kind: A, metadata: { name: a } }                | it has no `apiVersion`
        { apiVersion: v1, metadata: { name: a } }         | it has no `kind`
        { apiVersion: v1, kind: A }                       | it has no `metadata`
        { apiVersion: v1, kind: A, metadata: {} }         | it has no `name`
        { apiVersion: v1, kind: A, metadata: { name: 1 }} | its `name` is the integer 1
        { apiVersion: 1, kind: A, metadata: { name: a } } | its `apiVersion` is the integer 1
        { apiVersion: v1, kind: '', metadata: {name: a} } | its `kind` is the string ""
        """)
    void whatIsNoResourceIsRefused(String yaml, String message) {
        var failure = assertThrows(KwixException.class, () -> Manifests.of(yaml));
        assertTrue(failure.getMessage().contains(message), failure.getMessage());
    }

    @Test
    void twoOfOneIdentityAreRefusedWithBothPlaces() {
        List<Resource> twice = Manifests.of("""
            { apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: { name: a, namespace: n } }
            ---
            { apiVersion: networking.k8s.io/v1beta1, kind: Ingress, metadata: { name: a, namespace: n } }
            """);
        var failure = assertThrows(KwixException.class, () -> ResourceSet.of(twice));
        assertEquals(
                "The resource Ingress n/a is there twice: it is document 1 of `test.yaml` and document 2 of"
                        + " `test.yaml`.",
                failure.getMessage());
        Place second = failure.place();
        assertNotNull(second);
        assertEquals(3, second.line());
        assertEquals(1, failure.related().getFirst().place().line());
    }

    @Test
    void aDefaultNamespaceIsForThoseThatBelongToOne() {
        List<Resource> resources = DefaultNamespace.given(Manifests.of("""
            { apiVersion: v1, kind: Namespace, metadata: { name: a } }
            ---
            { apiVersion: v1, kind: Secret, metadata: { name: a } }
            ---
            { apiVersion: v1, kind: Secret, metadata: { name: a, namespace: other } }
            ---
            { apiVersion: example.org/v1, kind: Wide, metadata: { name: a } }
            ---
            { apiVersion: example.org/v1, kind: Narrow, metadata: { name: a } }
            ---
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: { name: wides.example.org }
            spec: { group: example.org, scope: Cluster, names: { kind: Wide } }
            """), "given");
        assertEquals(
                List.of(
                        "Namespace a",
                        "Secret given/a",
                        "Secret other/a",
                        "Wide a",
                        "Narrow given/a",
                        "CustomResourceDefinition wides.example.org"),
                resources.stream().map(resource -> resource.id().toString()).toList());
        assertEquals("given", resources.get(1).text("metadata", "namespace"));
    }
}
