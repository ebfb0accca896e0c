package kwix.conformance.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import kwix.conformance.ProgramEvaluator;
import kwix.language.api.Execution;
import kwix.language.module.LibraryFolders;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;

/** The tables of types, as programs see them, and what comes out of the cases, beside the models of the client. */
class ModelsTest {

    private static final Path ROOT = Path.of(System.getProperty("kwix.root"));

    /** For each kind and version what the schema says: {@code { apiVersion, kind, fields, required, spec… }}. */
    private static final String KINDS = """
        let
          lib = import <kwix/lib>;
          kinds = import <kwix/kubernetes-tables/kinds.kx> (group: version: plural: namespaced: file: name: {
            apiVersion = if group == "" then version else "${group}/${version}";
            schema = vocabulary.${file}.${name};
          });
          vocabulary = import <kwix/kubernetes/schemas/vocabulary.kx> { inherit lib; };
          # Types of parts, as far as they are objects, by the path of their fields.
          parts = seen: path: schema:
            if schema.type == "object" then
              let key = "${schema.file}.${schema.name}"; in
              if builtins.elem key seen then [ ] else
              [ { inherit path; inherit (schema) required; fields = builtins.attrNames schema.fields; } ]
              ++ builtins.concatLists (lib.mapAttrsToList (name: parts (seen ++ [ key ]) (path ++ [ name ])) schema.fields)
            else if schema.type == "map" then parts seen (path ++ [ "*" ]) schema.value
            else if schema ? items then parts seen (path ++ [ "*" ]) schema.items
            else [ ];
        in
        builtins.toJSON (lib.mapAttrs (kind: map (api: { inherit (api) apiVersion; parts = parts [ ] [ ] api.schema; })) kinds)
        """;

    private record Part(List<String> path, List<String> required, List<String> fields) {}

    private record Api(String apiVersion, List<Part> parts) {}

    private static final Map<String, List<Api>> apis = new TreeMap<>();

    @BeforeAll
    static void evaluate() {
        var library = LibraryFolders.of(System.getProperty("kwix.stdlib", ""));
        String json = new ProgramEvaluator(library, Execution.DIRECT).text(KINDS);
        Map<?, ?> kinds = new Gson().fromJson(json, Map.class);
        kinds.forEach((kind, versions) -> {
            var known = new ArrayList<Api>();
            for (Object version : (List<?>) versions) {
                known.add(new Gson().fromJson(new Gson().toJson(version), Api.class));
            }
            apis.put((String) kind, known);
        });
    }

    @Test
    void fieldsAndRequiredOnesAreThoseOfTheClient() throws ReflectiveOperationException {
        int compared = 0;
        for (Map.Entry<String, List<Api>> kind : apis.entrySet()) {
            for (Api api : kind.getValue()) {
                Class<?> model = model(kind.getKey(), api.apiVersion);
                for (Part part : api.parts) {
                    Class<?> owner = below(model, part.path);
                    String title = kind.getKey() + " " + api.apiVersion + " " + part.path;
                    assertEquals(new TreeSet<>(Client.fields(owner)), new TreeSet<>(part.fields), title);
                    assertEquals(new TreeSet<>(Client.required(owner)), new TreeSet<>(part.required), title);
                    compared++;
                }
            }
        }
        assertTrue(compared > 2000, "compared: " + compared);
    }

    @Test
    void whatCasesAndExamplesGiveIsRightForTheClient() throws IOException, ReflectiveOperationException {
        int seen = 0;
        for (String folder : List.of("conformance-tests/cases/kubernetes", "examples")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                List<Path> goldens = files.filter(path -> path.toString().endsWith(".yaml")
                                && path.toString().indexOf("/files/") < 0)
                        .toList();
                for (Path golden : goldens) {
                    for (Map<?, ?> manifest : manifests(golden)) {
                        String kind = String.valueOf(manifest.get("kind"));
                        String apiVersion = String.valueOf(manifest.get("apiVersion"));
                        if (isKnown(kind, apiVersion)) {
                            assertEquals(
                                    "", Client.complaint(model(kind, apiVersion), manifest), golden + ": " + manifest);
                            seen++;
                        }
                    }
                }
            }
        }
        assertTrue(seen > 70, "objects: " + seen);
    }

    /** The second opinion is worth something: the client does refuse. */
    @Test
    void theClientRefusesWhatIsWrong() throws ReflectiveOperationException {
        var service = new LinkedHashMap<String, Object>();
        service.put("apiVersion", "v1");
        service.put("kind", "Service");
        service.put("spec", Map.of("selectors", Map.of("a", "b")));
        assertTrue(Client.complaint(model("Service", "v1"), service).contains("selectors"));
    }

    /** The resources of a list, or of a stream. */
    private static List<Map<?, ?>> manifests(Path golden) throws IOException {
        var yaml = new Yaml(
                new SafeConstructor(new LoaderOptions()),
                new Representer(new DumperOptions()),
                new DumperOptions(),
                new TextResolver());
        var manifests = new ArrayList<Map<?, ?>>();
        for (Object document : yaml.loadAll(Files.readString(golden))) {
            for (Object each : document instanceof List<?> list ? list : List.of(document)) {
                if (each instanceof Map<?, ?> map && map.containsKey("kind")) {
                    manifests.add(map);
                }
            }
        }
        return manifests;
    }

    private static boolean isKnown(String kind, String apiVersion) {
        return apis.getOrDefault(kind, List.of()).stream().anyMatch(api -> api.apiVersion.equals(apiVersion));
    }

    /** Classes are named after version and kind, and after the group where that is not enough. */
    private static Class<?> model(String kind, String apiVersion) throws ClassNotFoundException {
        String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
        String group = apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "core";
        String name = capital(version) + kind;
        try {
            return Client.model(name);
        } catch (ClassNotFoundException several) {
            return Client.model(capital(group.replaceFirst("\\..*", "")) + name);
        }
    }

    private static Class<?> below(Class<?> model, List<String> path) throws ReflectiveOperationException {
        java.lang.reflect.Type type = model;
        for (String name : path) {
            if (name.equals("*")) {
                var parameters = ((java.lang.reflect.ParameterizedType) type).getActualTypeArguments();
                type = parameters[parameters.length - 1];
            } else {
                type = field((Class<?>) type, name);
            }
        }
        return (Class<?>) type;
    }

    private static java.lang.reflect.Type field(Class<?> model, String name) throws NoSuchFieldException {
        for (var field : model.getDeclaredFields()) {
            var serialized = field.getAnnotation(com.google.gson.annotations.SerializedName.class);
            if (serialized != null && serialized.value().equals(name)) {
                return field.getGenericType();
            }
        }
        throw new NoSuchFieldException(model + " " + name);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
    }
}
