package kwix.language.render;

import static kwix.language.render.Values.bytes;
import static kwix.language.render.Values.identity;
import static kwix.language.render.Values.lazy;
import static kwix.language.render.Values.list;
import static kwix.language.render.Values.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kwix.grammar.source.SourceText;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.EvaluationContext;
import kwix.language.value.ListValue;
import kwix.language.value.NullValue;
import kwix.language.value.PathValue;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class YamlWriterTest {

    private final EvaluationContext context = Values.context();

    private String yaml(Object value) {
        return text(YamlWriter.document(value, context).toString());
    }

    private static String text(String bytes) {
        return SourceText.decode(bytes.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Test
    void writesBlockStyleInByteOrder() {
        var shared = set("x", 1L);
        assertEquals(
                """
                B: plain text
                a:
                - 1
                - x: 1
                - x: 1
                - - 2
                  - []
                - {}
                args:
                - --flag=true
                - -v
                config: |
                  .:53 {
                      errors
                  }
                empty: ""
                image: nginx:1.25
                kept: |+
                  a

                port: "8080"
                quoted: 'say: "hi"'
                spaced: |2-
                    two
                  none
                stripped: |-
                  a
                  b
                tab: "a\\tb"
                "yes": null
                """,
                yaml(set(
                        "a",
                        list(1L, shared, shared, list(2L, list()), set()),
                        "B",
                        "plain text",
                        "args",
                        list("--flag=true", "-v"),
                        "config",
                        ".:53 {\n    errors\n}\n",
                        "empty",
                        "",
                        "image",
                        "nginx:1.25",
                        "kept",
                        "a\n\n",
                        "port",
                        "8080",
                        "quoted",
                        "say: \"hi\"",
                        "spaced",
                        "  two\nnone",
                        "stripped",
                        "a\nb",
                        "tab",
                        "a\tb",
                        "yes",
                        NullValue.NULL)));
    }

    @Test
    void convertsAsJsonDoes() {
        assertEquals(
                """
                file: /nix/store/0000-f.txt
                lazy: 3
                out: out
                """,
                yaml(set(
                        "file",
                        new PathValue("/f.txt"),
                        "lazy",
                        lazy(() -> 3L),
                        "out",
                        set("outPath", "out", "other", identity()))));
    }

    @Test
    void streamsResourcesWithTheirIdentityFirst() {
        var resource = set(
                "spec",
                set("template", set("metadata", set("name", "n", "annotations", set()))),
                "metadata",
                set(
                        "labels",
                        set("app", "x"),
                        "annotations",
                        set("b", "1"),
                        "name",
                        "x",
                        "namespace",
                        "ns",
                        "finalizers",
                        list()),
                "kind",
                "Deployment",
                "apiVersion",
                "apps/v1",
                "Aardvark",
                1L);
        assertEquals(
                """
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: x
                  namespace: ns
                  labels:
                    app: x
                  annotations:
                    b: "1"
                  finalizers: []
                Aardvark: 1
                spec:
                  template:
                    metadata:
                      annotations: {}
                      name: "n"
                --- text
                """, text(YamlWriter.stream(list(resource, "text"), context).toString()));
        assertEquals("", YamlWriter.stream(list(), context).toString());
        assertTrue(yaml(resource)
                .startsWith("Aardvark: 1\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  annotations:"));
    }

    @Test
    void documentsInAStreamDoNotMeet() {
        Object[] documents = {"a\n\n", "---\n", "...", 1L, list(), "a\n", set("k", "a\n\n")};
        String yaml = text(
                YamlWriter.stream(ListValue.of(List.of(documents)), context).toString());
        List<Object> expected = List.of("a\n\n", "---\n", "...", 1, List.of(), "a\n", Map.of("k", "a\n\n"));
        var modern = new ArrayList<Object>();
        new Load(LoadSettings.builder().build()).loadAllFromString(yaml).forEach(modern::add);
        assertEquals(expected, modern, yaml);
        var old = new ArrayList<Object>();
        new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(yaml).forEach(old::add);
        assertEquals(expected, old, yaml);
    }

    @Test
    void refusesWhatYamlCannotSayAndNamesItsPath() {
        assertEquals(
                "The function `identity` at `spec.template.x[2]` cannot be written as YAML.",
                failure(set("spec", set("template", set("x", list(1L, 2L, identity())))))
                        .getMessage());
        assertEquals(
                "The float infinity at `a` cannot be written as YAML.",
                failure(set("a", 1 / 0.0)).getMessage());
        assertEquals(ErrorCode.NOT_REPRESENTABLE, failure(0 / 0.0).code());
        assertEquals(
                "The float not-a-number cannot be written as YAML.",
                failure(0 / 0.0).getMessage());
        assertEquals(ErrorCode.INVALID_VALUE, failure(set("a", "\u00c3")).code());
        assertEquals(
                ErrorCode.INVALID_VALUE,
                failure(new AttributeSetBuilder().put("\u00ff", 1L).build()).code());
    }

    @Test
    void namesThePathOfAFailureInAStream() {
        var failing = list(set("a", lazy(() -> {
            throw new KwixException(ErrorCode.THROWN, "no");
        })));
        var failure = assertThrows(KwixException.class, () -> YamlWriter.stream(failing, context));
        assertEquals(
                "while evaluating attribute `[0].a`", failure.trace().getFirst().label());
    }

    private KwixException failure(Object value) {
        return assertThrows(KwixException.class, () -> YamlWriter.document(value, context));
    }
}
