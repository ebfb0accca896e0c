package kwix.kubernetes.diff;

import java.util.List;
import kwix.grammar.source.SourceText;
import kwix.kubernetes.resource.Resource;
import kwix.language.render.JsonWriter;
import kwix.language.value.AttributeSet;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.ByteBuilder;
import kwix.language.value.EvaluationContext;
import kwix.language.value.ListValue;

/** Differences for programs: an object on one line, whose list {@code changes} is empty when there are none. */
public final class DiffJson {

    private DiffJson() {}

    public static ByteBuilder of(List<ResourceChange> changes, String from, String to, EvaluationContext evaluation) {
        AttributeSet whole = new AttributeSetBuilder()
                .put("from", SourceText.encode(from))
                .put("to", SourceText.encode(to))
                .put(
                        "changes",
                        ListValue.of(changes.stream().map(DiffJson::resource).toList()))
                .build();
        return JsonWriter.print(whole, evaluation).append('\n');
    }

    private static AttributeSet resource(ResourceChange change) {
        Resource resource = change.resource();
        var object = new AttributeSetBuilder()
                .put("apiVersion", resource.apiVersion())
                .put("kind", resource.id().kind())
                .put("name", resource.id().name());
        if (!resource.id().namespace().isEmpty()) {
            object.put("namespace", resource.id().namespace());
        }
        switch (change) {
            case ResourceChange.Added added -> object.put("change", "added").put("to", resource.fields());
            case ResourceChange.Removed removed ->
                object.put("change", "removed").put("from", resource.fields());
            case ResourceChange.Changed changed ->
                object.put("change", "changed")
                        .put(
                                "fields",
                                ListValue.of(changed.fields().stream()
                                        .map(field -> field(changed.resource(), field))
                                        .toList()));
        }
        return object.build();
    }

    private static AttributeSet field(Resource resource, FieldChange change) {
        var object = new AttributeSetBuilder()
                .put("path", SourceText.encode(change.path().toString()));
        if (ImmutableFields.contain(resource, change)) {
            object.put("immutable", true);
        }
        switch (change) {
            case FieldChange.Added(FieldPath path, Object value) ->
                object.put("change", "added").put("to", value);
            case FieldChange.Removed(FieldPath path, Object value) ->
                object.put("change", "removed").put("from", value);
            case FieldChange.Changed(FieldPath path, Object from, Object to) ->
                object.put("change", "changed").put("from", from).put("to", to);
            case FieldChange.Reordered(FieldPath path, List<String> from, List<String> to) ->
                object.put("change", "reordered")
                        .put("from", ListValue.of(from))
                        .put("to", ListValue.of(to));
        }
        return object.build();
    }
}
