package kwix.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tables as they are made of the client on the class path. */
class TablesTest {

    private static final List<FieldType> STRINGS =
            List.of(FieldType.Scalar.STRING, new FieldType.ListOf(FieldType.Scalar.STRING));

    private static JarFile jar;
    private static SortedMap<String, Model> models;
    private static List<Kind> kinds;
    private static Facts facts;

    @BeforeAll
    static void read() throws IOException {
        String entry = List.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator)).stream()
                .filter(each -> Path.of(each).getFileName().toString().startsWith("client-java-api-"))
                .findFirst()
                .orElseThrow();
        jar = new JarFile(entry);
        models = Models.read(jar);
        kinds = Kinds.read(jar);
        facts = Facts.read(models.keySet());
    }

    private static Map<String, Model.Field> fields(String model) {
        return Objects.requireNonNull(models.get(model), model).fields();
    }

    @AfterAll
    static void close() throws IOException {
        jar.close();
    }

    @Test
    void aModelHasFieldsWithTypesAndDescriptions() {
        Model port = Objects.requireNonNull(models.get("V1ServicePort"));
        assertEquals(
                List.of("appProtocol", "name", "nodePort", "port", "protocol", "targetPort"),
                List.copyOf(port.fields().keySet()));
        Model.Field number = Objects.requireNonNull(port.fields().get("port"));
        assertEquals(FieldType.Scalar.INTEGER, number.type());
        assertTrue(number.required());
        assertEquals("The port that will be exposed by this service.", number.description());
        Model.Field target = Objects.requireNonNull(port.fields().get("targetPort"));
        assertEquals(FieldType.Scalar.INT_OR_STRING, target.type());
        assertFalse(target.required());
    }

    @Test
    void mostFieldsAreDescribed() {
        long all = models.values().stream()
                .mapToLong(model -> model.fields().size())
                .sum();
        long described = models.values().stream()
                .flatMap(model -> model.fields().values().stream())
                .filter(field -> !field.description().isEmpty())
                .count();
        assertTrue(all > 3000, "fields: " + all);
        assertTrue(described > all * 2 / 3, described + " of " + all);
    }

    @Test
    void aFieldOfAnUnknownTypeIsRefused() {
        var failure = org.junit.jupiter.api.Assertions.assertThrows(
                IllegalArgumentException.class, () -> FieldType.of("java.util.Optional<java.lang.String>"));
        assertTrue(String.valueOf(failure.getMessage()).contains("java.util.Optional"));
    }

    @Test
    void kindsKnowTheirGroupsVersionsAndScopes() {
        assertTrue(kinds.contains(new Kind("Deployment", "apps", "v1", "deployments", true, "V1Deployment")));
        assertTrue(kinds.contains(new Kind("Namespace", "", "v1", "namespaces", false, "V1Namespace")));
        assertTrue(kinds.contains(new Kind("Event", "events.k8s.io", "v1", "events", true, "EventsV1Event")));
        assertTrue(kinds.contains(new Kind(
                "HorizontalPodAutoscaler",
                "autoscaling",
                "v2",
                "horizontalpodautoscalers",
                true,
                "V2HorizontalPodAutoscaler")));
        assertTrue(kinds.stream().map(Kind::name).distinct().count() >= 65, kinds.toString());
    }

    @Test
    void whatIsNeverKeptIsNoKind() {
        List<String> names = kinds.stream().map(Kind::name).toList();
        for (String name : List.of("TokenReview", "SubjectAccessReview", "Binding", "Eviction")) {
            assertFalse(names.contains(name), name);
        }
    }

    @Test
    void factsAboutListsNameListsAndKeysThatExist() {
        var problems = new ArrayList<String>();
        facts.lists()
                .forEach((name, fields) -> fields.forEach((field, list) -> {
                    Model.Field known = fields(name).get(field);
                    if (known == null || !(known.type() instanceof FieldType.ListOf(FieldType element))) {
                        problems.add(name + "." + field + " is no list");
                    } else if (list.keys().isEmpty()) {
                        if (!(element instanceof FieldType.Scalar)) {
                            problems.add(name + "." + field + " is a set of objects");
                        }
                    } else if (!(element instanceof FieldType.Reference(String of))) {
                        problems.add(name + "." + field + " has no objects");
                    } else {
                        list.keys().keySet().stream()
                                .filter(key -> !fields(of).containsKey(key))
                                .forEach(key -> problems.add(of + " has no field " + key));
                    }
                }));
        assertEquals(List.of(), problems);
        assertTrue(facts.lists().values().stream()
                        .mapToInt(fields -> fields.size())
                        .sum()
                > 80);
    }

    @Test
    void factsAboutChoicesNameStringsThatExist() {
        var problems = new ArrayList<String>();
        facts.enums()
                .forEach((name, fields) -> fields.forEach((field, choices) -> {
                    Model.Field known = fields(name).get(field);
                    if (known == null || !STRINGS.contains(known.type())) {
                        problems.add(name + "." + field + " is no string");
                    }
                    if (choices.size() < 2 || choices.stream().distinct().count() != choices.size()) {
                        problems.add(name + "." + field + " has the choices " + choices);
                    }
                }));
        assertEquals(List.of(), problems);
        assertTrue(facts.enums().values().stream()
                        .mapToInt(fields -> fields.size())
                        .sum()
                > 80);
    }

    @Test
    void everyKindOfAStableApiHasALifecycle() {
        List<String> known = facts.lifecycles().stream()
                .map(each -> each.apiVersion() + " " + each.kind())
                .toList();
        List<String> without = kinds.stream()
                .filter(kind -> !kind.version().contains("alpha"))
                .map(kind -> kind.apiVersion() + " " + kind.name())
                .filter(kind -> !known.contains(kind))
                .toList();
        assertEquals(List.of(), without);
    }

    @Test
    void whatReplacesAnApiIsServedOrGoneItself() {
        var known = facts.lifecycles().stream()
                .map(each -> each.apiVersion() + " " + each.kind())
                .toList();
        for (Facts.Lifecycle each : facts.lifecycles()) {
            if (!each.replacement().isEmpty() && isKept(each.kind())) {
                String kind = each.replacement().size() > 1 ? each.replacement().get(1) : each.kind();
                String replacement = each.replacement().getFirst() + " " + kind;
                assertTrue(known.contains(replacement), each + " is replaced by " + replacement);
            }
        }
    }

    private static boolean isKept(String kind) {
        return kinds.stream().anyMatch(each -> each.name().equals(kind));
    }

    @Test
    void everyModelOfAKindStandsInOneFile() {
        var partition = new Partition(models, kinds);
        var seen = new ArrayList<Model>();
        partition.files().values().forEach(file -> seen.addAll(file.values()));
        assertEquals(seen.stream().distinct().count(), seen.size());
        assertEquals(new Partition.Place("core-v1", "PodSpec"), partition.place("V1PodSpec"));
        assertEquals(new Partition.Place("meta-v1", "ObjectMeta"), partition.place("V1ObjectMeta"));
        assertEquals(new Partition.Place("apps-v1", "Deployment"), partition.place("V1Deployment"));
    }

    @Test
    void theTextsAreAlwaysTheSame() {
        assertEquals(Generate.texts(jar), Generate.texts(jar));
    }

    @Test
    void textsAreEscaped() {
        assertEquals("\"a\\\"\\${b}\\n\\\\\"", KwixText.string("a\"${b}\n\\"));
        assertEquals("\"$ref\"", KwixText.attribute("$ref"));
        assertEquals("\"inherit\"", KwixText.attribute("inherit"));
        assertEquals("default", KwixText.attribute("default"));
    }
}
