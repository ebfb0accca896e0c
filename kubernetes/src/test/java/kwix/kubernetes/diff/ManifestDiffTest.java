package kwix.kubernetes.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import kwix.kubernetes.Manifests;
import kwix.kubernetes.resource.ResourceSet;
import kwix.language.value.Budget;
import kwix.language.value.Describe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestDiffTest {

    private static final String POD = "{ apiVersion: v1, kind: Pod, metadata: { name: a }, spec: %s }";

    private static List<ResourceChange> changes(String from, String to) {
        return ManifestDiff.of(ResourceSet.of(Manifests.of(from)), ResourceSet.of(Manifests.of(to)), new Budget(1000));
    }

    /** One line for each change of the specs of a pod. */
    private static String fields(String from, String to) {
        var lines = new StringBuilder();
        for (ResourceChange change : changes(POD.formatted(from), POD.formatted(to))) {
            for (FieldChange field : ((ResourceChange.Changed) change).fields()) {
                lines.append(lines.isEmpty() ? "" : " ")
                        .append(
                                switch (field) {
                                    case FieldChange.Added added -> "+" + added.path();
                                    case FieldChange.Removed removed -> "-" + removed.path();
                                    case FieldChange.Changed changed ->
                                        changed.path() + ":" + word(changed.from()) + ">" + word(changed.to());
                                    case FieldChange.Reordered order ->
                                        order.path() + ":" + order.from() + ">" + order.to();
                                });
            }
        }
        return lines.toString();
    }

    private static String word(Object value) {
        return Describe.value(value).replaceFirst("^the \\w+ ", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        { a: 1, b: x }                        | { b: 'x', "a": 0x1 }
        { a: 1.0 }                            | { a: 1 }
        { a: null }                           | {}
        { ports: [ { containerPort: 1 }, { containerPort: 2 } ] } | { ports: [ { containerPort: 2 }, { containerPort: 1 } ] }
        { resources: { limits: { cpu: 1000m, memory: 1Gi } } } | { resources: { limits: { cpu: 1, memory: 1024Mi } } }
        { resources: { requests: { cpu: '1' } } } | { resources: { requests: { cpu: 1.0 } } }
        { resources: { requests: { memory: 1e3 } } } | { resources: { requests: { memory: 1k } } }
        { volumes: [ { name: a }, { name: b } ] } | { volumes: [ { name: b }, { name: a } ] }
        """)
    void notationIsNoDifference(String from, String to) {
        assertEquals("", fields(from, to));
        assertEquals("", fields(to, from));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        { a: 1 }   | { a: '1' } | spec.a:1>"1"
        { a: 1 }   | { a: 2, b: { c: 1 } } | spec.a:1>2 +spec.b
        { a: {} }  | {}         | -spec.a
        { a: [] }  | { a: {} }  | spec.a:an empty list>an empty set
        { cpu: 1000m } | { cpu: '1' } | spec.cpu:"1000m">"1"
        { resources: { limits: { cpu: 1x } } } | { resources: { limits: { cpu: 1 } } } | spec.resources.limits.cpu:"1x">1
        { resources: { limits: { memory: 1M } } } | { resources: { limits: { memory: 1Mi } } } | spec.resources.limits.memory:"1M">"1Mi"
        { args: [ a, b, c ] } | { args: [ a, x, b, c ] } | +spec.args[1]
        { args: [ a, b, c ] } | { args: [ a, c ] }       | -spec.args[1]
        { args: [ a, b, c ] } | { args: [ a, x, c ] }    | spec.args[1]:"b">"x"
        { args: [ a, b ] }    | { args: [ b, a ] }       | -spec.args[0] +spec.args[1]
        { containers: [ { name: a, image: 1 }, { name: b } ] } | { containers: [ { name: c }, { name: a, image: 2 } ] } | +spec.containers[name=c] spec.containers[name=a].image:1>2 -spec.containers[name=b]
        { ports: [ { containerPort: 1, protocol: UDP } ] } | { ports: [ { containerPort: 1 } ] } | +spec.ports[containerPort=1] -spec.ports[containerPort=1,protocol=UDP]
        { env: [ { name: a }, { name: b } ] } | { env: [ { name: b }, { name: a } ] } | spec.env:[name=a, name=b]>[name=b, name=a]
        { env: [ { name: a }, { name: a } ] } | { env: [ { name: a } ] } | -spec.env[1]
        { volumeMounts: [ { mountPath: /a, name: x } ] } | { volumeMounts: [ { mountPath: /a, name: y } ] } | spec.volumeMounts[mountPath=/a].name:"x">"y"
        { hostAliases: [ { ip: 1.2.3.4, hostnames: [ a ] } ] } | { hostAliases: [ { ip: 1.2.3.4, hostnames: [ b ] } ] } | spec.hostAliases[ip=1.2.3.4].hostnames[0]:"a">"b"
        { 'a/b.c': 1 } | { 'a/b.c': 2 } | spec."a/b.c":1>2
        """)
    void fieldsAreTold(String from, String to, String told) {
        assertEquals(told, fields(from, to));
    }

    @Test
    void resourcesComeAndGoAndKeepTheirIdentityInAnotherVersion() {
        List<ResourceChange> changes = changes("""
            { apiVersion: v1, kind: ConfigMap, metadata: { name: gone } }
            ---
            { apiVersion: autoscaling/v1, kind: HorizontalPodAutoscaler, metadata: { name: a } }
            ---
            { apiVersion: v1, kind: ConfigMap, metadata: { name: stays } }
            """, """
            { apiVersion: v1, kind: ConfigMap, metadata: { name: new } }
            ---
            { apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: { name: a } }
            ---
            { apiVersion: v1, kind: ConfigMap, metadata: { name: stays } }
            """);
        assertEquals(
                List.of("Added ConfigMap new", "Changed HorizontalPodAutoscaler a", "Removed ConfigMap gone"),
                changes.stream()
                        .map(change -> change.getClass().getSimpleName() + " "
                                + change.resource().id())
                        .toList());
    }

    @Test
    void secretsShowHashesAndAreTheSameInBothNotations() {
        String encoded = """
            apiVersion: v1
            kind: Secret
            metadata: { name: s, annotations: { kubectl.kubernetes.io/last-applied-configuration: hunter2 } }
            data: { password: aHVudGVyMg== }
            """;
        String plain = """
            apiVersion: v1
            kind: Secret
            metadata: { name: s, annotations: { kubectl.kubernetes.io/last-applied-configuration: hunter2 } }
            stringData: { password: hunter2 }
            """;
        assertEquals(List.of(), changes(encoded, plain));
        for (String other :
                List.of(plain.replace("password: hunter2", "password: hunter3"), encoded.replace("Mg", "Mw"))) {
            String told = changes(encoded, other).toString();
            assertFalse(told.contains("hunter2") || told.contains("aHVudGVy"), told);
            var changed = (ResourceChange.Changed) changes(encoded, other).getFirst();
            var field = (FieldChange.Changed) changed.fields().getFirst();
            assertEquals("data.password", field.path().toString());
            assertEquals("<secret, SHA-256 f52fbd32b2b3>", field.from());
        }
    }
}
