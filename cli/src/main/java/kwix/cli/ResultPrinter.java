package kwix.cli;

import java.util.List;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.render.JsonWriter;
import kwix.language.render.NixPrinter;
import kwix.language.render.XmlWriter;
import kwix.language.render.YamlWriter;
import kwix.language.value.AttributeSet;
import kwix.language.value.ByteBuilder;
import kwix.language.value.ContextString;
import kwix.language.value.Describe;
import kwix.language.value.EvaluationContext;
import kwix.language.value.ListValue;

/** Prints a value in the format that was asked for. Texts are bytes, one char each. */
final class ResultPrinter {

    private static final List<String> IDENTITY = List.of("apiVersion", "kind");

    private final EvaluationContext evaluation;

    ResultPrinter(EvaluationContext evaluation) {
        this.evaluation = evaluation;
    }

    ByteBuilder print(Object value, EvalRequest request) {
        if (request.plaintextSecrets()) {
            return plaintext(value, request);
        }
        return switch (request.format()) {
            case YAML -> request.stream() ? stream(resources(value)) : YamlWriter.document(value, evaluation);
            case JSON -> JsonWriter.print(value, evaluation).append('\n');
            case NIX ->
                ByteBuilder.of(
                                request.strict()
                                        ? NixPrinter.printStrict(value, evaluation.budget())
                                        : NixPrinter.print(value, evaluation.budget()))
                        .append('\n');
            case XML -> ByteBuilder.of(XmlWriter.print(value, true, request.locations(), evaluation));
            case RAW -> ByteBuilder.of(ContextString.shown(evaluation.coercion().interpolated(value)));
        };
    }

    private ByteBuilder plaintext(Object value, EvalRequest request) {
        Object text = switch (request.format()) {
            case YAML ->
                request.stream()
                        ? YamlWriter.streamValue(listed(resources(value)), evaluation)
                        : YamlWriter.documentValue(value, evaluation);
            case JSON -> ContextString.text(JsonWriter.write(value, evaluation)) + "\n";
            case RAW -> evaluation.coercion().interpolated(value);
            case NIX, XML -> throw new UsageException("--plaintext-secrets is for YAML, JSON and raw output", null);
        };
        return ByteBuilder.of(ContextString.text(text));
    }

    /** Who applies a stream must not write "<secret>" into a cluster. */
    private ByteBuilder stream(Object resources) {
        Object text = YamlWriter.streamValue(listed(resources), evaluation);
        if (ContextString.isSecret(text)) {
            throw new KwixException(ErrorCode.SECRET, "A secret would be printed for everybody to read.")
                    .withHint("--plaintext-secrets prints secrets all the same; without --stream they are hidden.");
        }
        return ByteBuilder.of(ContextString.text(text));
    }

    private static ListValue listed(Object resources) {
        return resources instanceof ListValue list ? list : ListValue.of(List.of(resources));
    }

    /** The value itself, once it is sure that clients of Kubernetes can read its stream. */
    private static Object resources(Object value) {
        if (!(value instanceof ListValue list)) {
            check(value, "The value");
            return value;
        }
        for (int i = 0; i < list.size(); i++) {
            check(list.force(i), "Element " + i + " of the list");
        }
        return value;
    }

    private static void check(Object value, String subject) {
        if (!(value instanceof AttributeSet set)) {
            throw notResource(subject + " is " + Describe.value(value) + ", not a resource.");
        }
        for (String name : IDENTITY) {
            if (!set.has(name)) {
                throw notResource(
                        subject + " is not a resource: it is " + Describe.value(set) + " without `" + name + "`.");
            }
        }
    }

    private static KwixException notResource(String message) {
        return new KwixException(ErrorCode.NOT_REPRESENTABLE, message)
                .withHint(
                        "`--stream` takes a list of resources, sets with `apiVersion` and `kind`. Without it any value"
                                + " is printed.");
    }
}
