package kwix.generator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the tables, in Kwix. Everything about a model stands in a function's body, which is read when it is called:
 * an evaluation pays for the models that it uses.
 */
final class Tables {

    private static final String HEAD =
            "# Made by the build from the models of the Kubernetes client, see kwix.generator.\n";

    private final List<Kind> kinds;
    private final Facts facts;
    private final Partition partition;

    Tables(List<Kind> kinds, Facts facts, Partition partition) {
        this.kinds = kinds;
        this.facts = facts;
        this.partition = partition;
    }

    /** All files by their paths. */
    SortedMap<String, String> texts() {
        var texts = new TreeMap<String, String>();
        texts.put("kinds.kx", kindTable());
        texts.put("lifecycle.kx", lifecycleTable());
        texts.put("types/default.kx", index("s: ", " s"));
        texts.put("descriptions/default.kx", index("", ""));
        partition.files().forEach((file, models) -> {
            texts.put("types/" + file + ".kx", types(file, models));
            texts.put("descriptions/" + file + ".kx", descriptions(models));
        });
        return texts;
    }

    private String index(String parameter, String argument) {
        var text = new StringBuilder(HEAD + parameter + "{\n");
        partition
                .files()
                .keySet()
                .forEach(file -> text.append("  %s = import ./%s.kx%s;\n".formatted(file, file, argument)));
        return text.append("}\n").toString();
    }

    private String kindTable() {
        var byName = new TreeMap<String, List<Kind>>();
        kinds.forEach(kind ->
                byName.computeIfAbsent(kind.name(), any -> new ArrayList<>()).add(kind));
        var text = new StringBuilder(HEAD + "kind: {\n");
        byName.forEach((name, versions) -> text.append("  ")
                .append(name)
                .append(" = [\n")
                .append(versions.stream()
                        .map(kind -> "    (kind %s %s %s %s %s)\n"
                                .formatted(
                                        KwixText.string(kind.group()),
                                        KwixText.string(kind.version()),
                                        KwixText.string(kind.plural()),
                                        kind.namespaced(),
                                        reference(kind.model())))
                        .collect(Collectors.joining()))
                .append("  ];\n"));
        return text.append("}\n").toString();
    }

    /** File and name, apart: looking at the list of kinds must open none of the files. */
    private String reference(String model) {
        Partition.Place place = partition.place(model);
        return KwixText.string(place.file()) + " " + KwixText.string(place.name());
    }

    private String lifecycleTable() {
        var byVersion = new TreeMap<String, List<Facts.Lifecycle>>();
        facts.lifecycles()
                .forEach(each -> byVersion
                        .computeIfAbsent(each.apiVersion(), any -> new ArrayList<>())
                        .add(each));
        var text = new StringBuilder(HEAD + "{\n");
        byVersion.forEach((version, lifecycles) -> {
            text.append("  ").append(KwixText.string(version)).append(" = _: {\n");
            lifecycles.forEach(each -> text.append("    ").append(each.kind()).append(lifecycle(each)));
            text.append("  };\n");
        });
        return text.append("}\n").toString();
    }

    private static String lifecycle(Facts.Lifecycle each) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("introduced", each.introduced());
        parts.put("deprecated", each.deprecated());
        parts.put("removed", each.removed());
        var text = new StringBuilder(" = {");
        parts.forEach((name, release) -> {
            if (!release.isEmpty()) {
                text.append(' ')
                        .append(name)
                        .append(" = ")
                        .append(KwixText.string(release))
                        .append(';');
            }
        });
        List<String> replacement = each.replacement();
        if (!replacement.isEmpty()) {
            text.append(" replacement = { apiVersion = %s; kind = %s; };"
                    .formatted(
                            KwixText.string(replacement.getFirst()),
                            KwixText.string(replacement.size() > 1 ? replacement.get(1) : each.kind())));
        }
        return text.append(" };\n").toString();
    }

    private String types(String file, Map<String, Model> models) {
        var text = new StringBuilder(HEAD + "s: {\n");
        models.forEach((name, model) -> {
            List<String> required = model.fields().entrySet().stream()
                    .filter(field -> field.getValue().required())
                    .map(Map.Entry::getKey)
                    .toList();
            text.append("  %s = s.object %s %s %s (_: {\n"
                    .formatted(name, KwixText.string(file), KwixText.string(name), KwixText.list(required)));
            model.fields()
                    .forEach((field, known) -> text.append("    ")
                            .append(KwixText.attribute(field))
                            .append(" = ")
                            .append(schema(model.name(), field, known.type()))
                            .append(";\n"));
            text.append("  });\n");
        });
        return text.append("}\n").toString();
    }

    private String schema(String model, String field, FieldType type) {
        List<String> choices = facts.enums().getOrDefault(model, Map.of()).get(field);
        if (choices != null) {
            return type instanceof FieldType.ListOf
                    ? "s.list (s.enum " + KwixText.list(choices) + ")"
                    : "s.enum " + KwixText.list(choices);
        }
        Facts.@Nullable ListFact keyed =
                facts.lists().getOrDefault(model, Map.of()).get(field);
        if (keyed != null && type instanceof FieldType.ListOf(FieldType element)) {
            return keyed.keys().isEmpty()
                    ? "s.setOf " + inBrackets(element)
                    : "s.keyed %s %s".formatted(keys(keyed.keys()), inBrackets(element));
        }
        return written(type);
    }

    private static String keys(Map<String, @Nullable String> keys) {
        return keys.entrySet().stream()
                .map(key -> "{ name = %s; default = %s; }"
                        .formatted(
                                KwixText.string(key.getKey()),
                                key.getValue() == null ? "null" : KwixText.string(key.getValue())))
                .collect(Collectors.joining(" ", "[ ", " ]"));
    }

    private String inBrackets(FieldType type) {
        String text = written(type);
        return text.indexOf(' ') < 0 ? text : "(" + text + ")";
    }

    private String written(FieldType type) {
        return switch (type) {
            case FieldType.Scalar scalar ->
                "s."
                        + switch (scalar) {
                            case ANY -> "any";
                            case BOOLEAN -> "boolean";
                            case BYTES -> "bytes";
                            case INT_OR_STRING -> "intOrString";
                            case INTEGER -> "integer";
                            case LONG -> "long";
                            case NUMBER -> "number";
                            case QUANTITY -> "quantity";
                            case STRING -> "string";
                            case TIME -> "time";
                        };
            case FieldType.Reference(String model) -> {
                Partition.Place place = partition.place(model);
                yield "s." + place.file() + "." + place.name();
            }
            case FieldType.ListOf(FieldType element) -> "s.list " + inBrackets(element);
            case FieldType.MapOf(FieldType value) -> "s.map " + inBrackets(value);
        };
    }

    private static String descriptions(Map<String, Model> models) {
        var text = new StringBuilder(HEAD + "{\n");
        models.forEach((name, model) -> {
            text.append("  ").append(name).append(" = _: {\n");
            if (!model.description().isEmpty()) {
                text.append("    \"\" = ")
                        .append(KwixText.string(model.description()))
                        .append(";\n");
            }
            model.fields().forEach((field, known) -> {
                if (!known.description().isEmpty()) {
                    text.append("    ")
                            .append(KwixText.attribute(field))
                            .append(" = ")
                            .append(KwixText.string(known.description()))
                            .append(";\n");
                }
            });
            text.append("  };\n");
        });
        return text.append("}\n").toString();
    }
}
