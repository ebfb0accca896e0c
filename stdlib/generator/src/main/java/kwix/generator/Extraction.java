package kwix.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes the facts anew from the sources of Kubernetes, as Debian's packages {@code golang-k8s-api-dev},
 * {@code golang-k8s-client-go-dev} and {@code golang-k8s-apimachinery-dev} have them. Arguments: the folder {@code k8s.io} of those, unpacked into
 * one; the jar of the client; the folder for the facts. Not part of the build.
 */
final class Extraction {

    private static final Pattern LIFECYCLE = Pattern.compile(
            "func \\(in \\*(\\w+)\\) APILifecycle(Introduced|Deprecated|Removed)\\(\\) \\(major, minor int\\)"
                    + " \\{\\s*return (\\d+), (\\d+)");
    private static final Pattern REPLACEMENT = Pattern.compile("func \\(in \\*(\\w+)\\) APILifecycleReplacement.*\\s*"
            + "return schema.GroupVersionKind\\{Group: \"(.*?)\", Version: \"(.*?)\", Kind: \"(.*?)\"}");
    private static final Pattern GROUP = Pattern.compile("(?m)^const GroupName = \"(.*)\"");
    private static final Pattern ENUM = Pattern.compile("// \\+enum\\s*\\n(?://.*\\n)*type (\\w+) string");
    private static final Pattern CONSTANT = Pattern.compile("(?m)^\\s*(?:const )?\\w+\\s+(\\w+)\\s*=\\s*\"(.*?)\"");
    private static final Pattern STRUCT = Pattern.compile("(?m)^type (\\w+) struct \\{\\n([\\s\\S]*?)^}");
    private static final Pattern FIELD = Pattern.compile("(?m)^\\s*\\w+\\s+\\*?([\\w.]+)\\s+`json:\"(\\w+)");
    private static final Pattern PATCH =
            Pattern.compile("(?m)^\\s*\\w+\\s+\\[].*`.*json:\"(\\w+).*patchMergeKey:\"(\\w+)\"");
    private static final Pattern PATCH_BEFORE =
            Pattern.compile("(?m)^\\s*\\w+\\s+\\[].*`.*patchMergeKey:\"(\\w+)\".*json:\"(\\w+)");

    private final Path sources;
    private final Set<String> models;
    private final Map<String, Map<String, String>> patchKeys = new HashMap<>();
    private final TreeSet<String> enums = new TreeSet<>();
    private final TreeSet<String> lifecycles = new TreeSet<>();

    private Extraction(Path sources, Set<String> models) {
        this.sources = sources;
        this.models = models;
    }

    public static void main(String[] arguments) throws IOException {
        try (JarFile jar = new JarFile(arguments[1])) {
            var extraction =
                    new Extraction(Path.of(arguments[0]), Models.read(jar).keySet());
            extraction.run(Path.of(arguments[2]));
        }
    }

    private void run(Path target) throws IOException {
        for (String root : List.of("api", "apimachinery/pkg/apis")) {
            try (Stream<Path> found = Files.find(sources.resolve(root), 3, (path, any) -> path.endsWith("types.go"))) {
                for (Path types : found.sorted().toList()) {
                    int depth = types.getNameCount();
                    read(
                            types.resolveSibling("."),
                            types.getName(depth - 3).toString(),
                            types.getName(depth - 2).toString());
                }
            }
        }
        Files.write(target.resolve("enums"), head("Choices of strings: type, field, values.", enums));
        Files.write(
                target.resolve("lifecycle"),
                head(
                        "API versions: kind, releases that introduced, deprecated and removed it, what replaces it.",
                        lifecycles));
        Files.write(
                target.resolve("list-keys"),
                head(
                        "Lists of which elements are told apart: type, field, keys with their defaults; none for sets.",
                        keyedLists()));
    }

    private static List<String> head(String subject, TreeSet<String> lines) {
        var all = new ArrayList<String>();
        all.add("# " + subject);
        all.add("# Extracted from the sources of Kubernetes 1.36 by kwix.generator.Extraction.");
        all.addAll(lines);
        return all;
    }

    /** Reads the package of one version of a group. */
    private void read(Path folder, String group, String version) throws IOException {
        String prefix = group + "/" + version + ".";
        var text = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".go"))
                    .sorted()
                    .toList()) {
                text.append(Files.readString(file)).append('\n');
            }
        }
        String code = text.toString();
        choices(prefix, code);
        releases(version, code);
    }

    private void choices(String prefix, String code) {
        var known = new HashMap<String, List<String>>();
        ENUM.matcher(code).results().forEach(found -> known.put(found.group(1), new ArrayList<>()));
        CONSTANT.matcher(code).results().forEach(found -> {
            List<String> values = known.get(found.group(1));
            if (values != null && !values.contains(found.group(2))) {
                values.add(found.group(2));
            }
        });
        Matcher struct = STRUCT.matcher(code);
        while (struct.find()) {
            String type = prefix + struct.group(1);
            FIELD.matcher(struct.group(2)).results().forEach(field -> {
                List<String> values = known.get(field.group(1));
                if (values != null && !values.isEmpty() && !values.contains("") && isModel(type)) {
                    enums.add(type + " " + field.group(2) + " " + String.join(" ", values));
                }
            });
            Map<String, String> keys = patchKeys.computeIfAbsent(type, any -> new HashMap<>());
            PATCH.matcher(struct.group(2)).results().forEach(field -> keys.put(field.group(1), field.group(2)));
            PATCH_BEFORE.matcher(struct.group(2)).results().forEach(field -> keys.put(field.group(2), field.group(1)));
        }
    }

    private boolean isModel(String type) {
        try {
            Facts.model(type, models);
            return true;
        } catch (IllegalArgumentException other) {
            return false;
        }
    }

    private void releases(String version, String code) {
        Matcher group = GROUP.matcher(code);
        String name = group.find() ? group.group(1) : "";
        String api = name.isEmpty() ? version : name + "/" + version;
        var lines = new TreeMap<String, String[]>();
        LIFECYCLE.matcher(code).results().forEach(found -> {
            String[] line = lines.computeIfAbsent(found.group(1), any -> new String[] {"-", "-", "-", ""});
            int column = List.of("Introduced", "Deprecated", "Removed").indexOf(found.group(2));
            line[column] = found.group(3) + "." + found.group(4);
        });
        REPLACEMENT.matcher(code).results().forEach(found -> {
            String[] line = lines.get(found.group(1));
            if (line != null) {
                String other = found.group(2).isEmpty() ? found.group(3) : found.group(2) + "/" + found.group(3);
                line[3] = " " + other
                        + (found.group(4).equals(found.group(1))
                                        || found.group(4).endsWith("List")
                                ? ""
                                : " " + found.group(4));
            }
        });
        lines.forEach((kind, line) -> {
            if (!kind.endsWith("List") || kind.equals("List")) {
                lifecycles.add(api + " " + kind + " " + line[0] + " " + line[1] + " " + line[2] + line[3]);
            }
        });
    }

    /** The schema that clients apply with, an indented text, says which lists are associative. */
    private TreeSet<String> keyedLists() throws IOException {
        var lines = new TreeSet<String>();
        Map<String, Map<String, String>> defaults = new HashMap<>();
        record Keyed(String type, String field, String element, List<String> keys) {}
        var found = new ArrayList<Keyed>();
        String type = "";
        String field = "";
        String element = "";
        Keyed open = null;
        for (String line : Files.readAllLines(sources.resolve("client-go/applyconfigurations/internal/internal.go"))) {
            String words = line.strip();
            if (line.startsWith("- name: ")) {
                type = words.substring("- name: ".length());
                open = null;
            } else if (line.startsWith("    - name: ")) {
                field = words.substring("- name: ".length());
                open = null;
            } else if (line.startsWith("            namedType: ")) {
                element = words.substring("namedType: ".length());
            } else if (line.startsWith("          elementRelationship: associative") && line.indexOf('e') == 10) {
                open = new Keyed(type, field, element, new ArrayList<>());
                found.add(open);
            } else if (open != null && line.startsWith("          - ")) {
                open.keys.add(words.substring(2));
            } else if (line.startsWith("      default: ")) {
                String value = words.substring("default: ".length());
                if (!value.equals("\"\"") && !value.equals("{}") && !value.equals("0")) {
                    defaults.computeIfAbsent(type, any -> new HashMap<>()).put(field, value);
                }
            }
        }
        for (Keyed list : found) {
            String name = goName(list.type);
            if (!list.type.startsWith("io.k8s.") || !isModel(name)) {
                continue;
            }
            var keys = new LinkedHashMap<String, String>();
            String first = patchKeys.getOrDefault(name, Map.of()).get(list.field);
            if (first != null && list.keys.contains(first)) {
                keys.put(first, "");
            }
            for (String key : list.keys) {
                String fallback = defaults.getOrDefault(list.element, Map.of()).get(key);
                keys.put(key, fallback == null ? "" : "=" + fallback);
            }
            var text = new StringBuilder(name + " " + list.field);
            keys.forEach((key, fallback) -> text.append(' ').append(key).append(fallback));
            lines.add(text.toString());
        }
        return lines;
    }

    /** {@code io.k8s.api.core.v1.Container} as {@code core/v1.Container}. */
    private static String goName(String type) {
        String[] words = type.split("\\.");
        int count = words.length;
        return words[count - 3] + "/" + words[count - 2] + "." + words[count - 1];
    }
}
