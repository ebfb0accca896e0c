package kwix.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kwix.kubernetes.order.RankedResource;
import kwix.language.render.JsonWriter;
import kwix.language.render.YamlWriter;
import kwix.language.value.ByteBuilder;
import kwix.language.value.EvaluationContext;
import kwix.language.value.ListValue;

/**
 * Resources as they are printed, in bytes.
 *
 * @param text all of them together; empty when files were asked for
 * @param files each of them by the name of its file; none when a text was asked for
 */
record Rendered(String text, Map<String, String> files) {

    static Rendered of(List<RankedResource> resources, boolean json, boolean files, EvaluationContext evaluation) {
        if (!files) {
            return new Rendered(json ? list(resources, evaluation) : stream(resources, evaluation), Map.of());
        }
        Map<String, String> contents = new TreeMap<>();
        for (RankedResource resource : resources) {
            String content = json
                    ? JsonWriter.print(resource.resource().fields(), evaluation)
                            .append('\n')
                            .toString()
                    : stream(List.of(resource), evaluation);
            contents.put(ResourceFileName.of(resource) + (json ? ".json" : ".yaml"), content);
        }
        return new Rendered("", contents);
    }

    private static String stream(List<RankedResource> resources, EvaluationContext evaluation) {
        ListValue values = ListValue.of(
                resources.stream().map(each -> each.resource().fields()).toList());
        return YamlWriter.stream(values, evaluation).toString();
    }

    /** One List, of which each line but the first and the last is a resource. */
    private static String list(List<RankedResource> resources, EvaluationContext evaluation) {
        var text = new ByteBuilder().append("{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[");
        String separator = "\n";
        for (RankedResource resource : resources) {
            text.append(separator)
                    .append(JsonWriter.print(resource.resource().fields(), evaluation)
                            .toString());
            separator = ",\n";
        }
        return text.append("\n]}\n").toString();
    }
}
