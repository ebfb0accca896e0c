package kwix.kubernetes.explain;

import java.util.List;
import kwix.grammar.source.SourceText;
import kwix.language.render.JsonWriter;
import kwix.language.value.AttributeSet;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.ByteBuilder;
import kwix.language.value.EvaluationContext;
import kwix.language.value.ListValue;

/** An explanation for programs: an object on one line. */
public final class ExplainJson {

    private final Explanations explanations;

    private ExplainJson(Explanations explanations) {
        this.explanations = explanations;
    }

    public static ByteBuilder of(SubjectPath path, Explanations explanations, EvaluationContext evaluation) {
        Subject subject = explanations.find(path);
        return JsonWriter.print(new ExplainJson(explanations).subject(subject), evaluation)
                .append('\n');
    }

    private AttributeSet subject(Subject subject) {
        var object = new AttributeSetBuilder()
                .put("path", text(subject.title()))
                .put("kind", text(subject.kind().name().toLowerCase(java.util.Locale.ROOT)));
        if (subject.kind() == Subject.Kind.GROUP) {
            return object.put("options", texts(subject.below())).build();
        }
        if (subject.failure() != null) {
            object.put("error", text(subject.failure().getMessage()));
        } else if (subject.value() != null) {
            object.put("value", ShownValue.of(subject.value()));
        }
        put(object, "type", subject.type());
        put(object, "description", subject.description());
        String usual = subject.usual();
        put(object, "default", usual == null ? "" : usual);
        put(object, "declared", subject.declared());
        return object.put(
                        "definitions",
                        ListValue.of(subject.definitions().stream()
                                .map(definition -> definition(definition, subject))
                                .toList()))
                .build();
    }

    private AttributeSet definition(Definition definition, Subject subject) {
        Definition.Position position = definition.position();
        var object = new AttributeSetBuilder()
                .put("value", text(definition.shown()))
                .put("file", text(position.file()))
                .put("priority", (long) definition.priority())
                .put("priorityName", text(definition.priorityName()))
                .put("applies", definition.applies())
                .put("wins", definition.wins())
                .put("valueComesFrom", options(explanations.valueReads(definition, subject)))
                .put("becauseOf", options(explanations.reasons(definition, subject)));
        if (position.line() > 0) {
            object.put("line", position.line()).put("column", position.column());
        }
        String lostAt = definition.lostAt();
        put(object, "lostAt", lostAt == null ? "" : lostAt);
        return object.build();
    }

    private ListValue options(List<List<String>> paths) {
        return ListValue.of(paths.stream()
                .map(path -> {
                    Subject option = explanations.read(path);
                    var object = new AttributeSetBuilder()
                            .put("option", text(option == null ? String.join(".", path) : option.title()));
                    if (option != null && option.kind() != Subject.Kind.GROUP) {
                        object.put("value", text(option.shown()))
                                .put(
                                        "definedAt",
                                        texts(option.winners().stream()
                                                .map(each -> each.position().toString())
                                                .distinct()
                                                .toList()));
                    }
                    return object.build();
                })
                .toList());
    }

    private static void put(AttributeSetBuilder object, String name, String text) {
        if (!text.isEmpty()) {
            object.put(name, text(text));
        }
    }

    private static ListValue texts(List<String> texts) {
        return ListValue.of(texts.stream().map(ExplainJson::text).toList());
    }

    private static String text(String text) {
        return SourceText.encode(text);
    }
}
