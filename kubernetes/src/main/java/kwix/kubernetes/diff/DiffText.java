package kwix.kubernetes.diff;

import java.util.List;
import kwix.kubernetes.resource.Resource;
import kwix.language.render.JsonWriter;
import kwix.language.render.YamlWriter;
import kwix.language.value.AttributeSet;
import kwix.language.value.ByteBuilder;
import kwix.language.value.ContextString;
import kwix.language.value.Describe;
import kwix.language.value.EvaluationContext;
import kwix.language.value.ListValue;

/** Differences for people: a paragraph for each resource, a line for each field. */
public final class DiffText {

    private static final String FIELD_INDENTATION = "    ";

    private final EvaluationContext evaluation;
    private final DiffPaint paint;
    private final StringBuilder out = new StringBuilder();

    private DiffText(EvaluationContext evaluation, DiffPaint paint) {
        this.evaluation = evaluation;
        this.paint = paint;
    }

    /**
     * The text, UTF-16; empty when there is no difference.
     *
     * @param from what the first of what was compared is called
     */
    public static String of(
            List<ResourceChange> changes, String from, String to, EvaluationContext evaluation, DiffPaint paint) {
        if (changes.isEmpty()) {
            return "";
        }
        var text = new DiffText(evaluation, paint);
        text.line(paint.removed("--- " + from));
        text.line(paint.added("+++ " + to));
        changes.forEach(text::resource);
        text.line("");
        text.line(text.summary(changes));
        return text.out.toString();
    }

    private void resource(ResourceChange change) {
        line("");
        switch (change) {
            case ResourceChange.Added added -> whole("+ ", added.resource(), true);
            case ResourceChange.Removed removed -> whole("- ", removed.resource(), false);
            case ResourceChange.Changed changed -> {
                line(paint.heading("~ " + title(changed.resource())));
                for (FieldChange field : changed.fields()) {
                    field(field);
                    if (ImmutableFields.contain(changed.resource(), field)) {
                        line(FIELD_INDENTATION
                                + paint.removed("! a cluster refuses this change: it takes a new "
                                        + changed.resource().id().kind()));
                    }
                }
            }
        }
    }

    private static String title(Resource resource) {
        return resource.id() + " (" + Describe.text(resource.apiVersion()) + ")";
    }

    private void whole(String sign, Resource resource, boolean added) {
        line(coloured(sign + title(resource), added));
        String yaml = text(YamlWriter.stream(resource.fields(), evaluation));
        // The line that begins the document says nothing here.
        yaml.lines().skip(1).forEach(line -> line(coloured(sign + FIELD_INDENTATION + line, added)));
    }

    private void field(FieldChange change) {
        switch (change) {
            case FieldChange.Added(FieldPath path, Object value) -> single("+ ", path, value, true);
            case FieldChange.Removed(FieldPath path, Object value) -> single("- ", path, value, false);
            case FieldChange.Changed(FieldPath path, Object from, Object to) -> changed(path, from, to);
            case FieldChange.Reordered(FieldPath path, List<String> from, List<String> to) ->
                line(FIELD_INDENTATION + path + ": the order " + paint.removed(order(from)) + " → "
                        + paint.added(order(to)));
        }
    }

    private static String order(List<String> labels) {
        return Describe.text(String.join(", ", labels));
    }

    private void single(String sign, FieldPath path, Object value, boolean added) {
        String begin = "  " + sign + path + ":";
        if (isNested(value) || isText(value)) {
            line(coloured(begin, added));
            text(YamlWriter.document(value, evaluation))
                    .lines()
                    .forEach(line -> line(coloured("  " + sign + "  " + line, added)));
        } else {
            line(coloured(begin + " " + inline(value), added));
        }
    }

    private void changed(FieldPath path, Object from, Object to) {
        String begin = FIELD_INDENTATION + path + ":";
        if (isText(from) && ContextString.isString(to) || isText(to) && ContextString.isString(from)) {
            line(begin);
            for (TextLines.Line line : TextLines.difference(string(from), string(to))) {
                switch (line.kind()) {
                    case SAME -> line(FIELD_INDENTATION + "    " + line.text());
                    case GAP -> line(FIELD_INDENTATION + "  " + paint.faint(line.text()));
                    case ADDED -> line(FIELD_INDENTATION + "  " + paint.added("+ " + line.text()));
                    case REMOVED -> line(FIELD_INDENTATION + "  " + paint.removed("- " + line.text()));
                }
            }
        } else if (isNested(from) || isNested(to)) {
            single("- ", path, from, false);
            single("+ ", path, to, true);
        } else {
            line(begin + " " + paint.removed(inline(from)) + " → " + paint.added(inline(to)));
        }
    }

    private static boolean isNested(Object value) {
        return value instanceof AttributeSet set && !set.isEmpty()
                || value instanceof ListValue list && !list.isEmpty();
    }

    private static boolean isText(Object value) {
        return ContextString.isString(value) && ContextString.text(value).indexOf('\n') >= 0;
    }

    private static String string(Object value) {
        return Describe.text(ContextString.text(value));
    }

    private String inline(Object value) {
        return text(JsonWriter.print(value, evaluation));
    }

    private static String text(ByteBuilder bytes) {
        return Describe.text(bytes.toString());
    }

    private String coloured(String text, boolean added) {
        return added ? paint.added(text) : paint.removed(text);
    }

    private void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }

    private String summary(List<ResourceChange> changes) {
        long added =
                changes.stream().filter(ResourceChange.Added.class::isInstance).count();
        long removed = changes.stream()
                .filter(ResourceChange.Removed.class::isInstance)
                .count();
        long changed = changes.size() - added - removed;
        return added + " added, " + removed + " removed, " + changed + " changed";
    }
}
