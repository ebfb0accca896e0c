package kwix.cli;

import kwix.language.render.JsonWriter;
import kwix.language.render.NixPrinter;
import kwix.language.render.XmlWriter;
import kwix.language.render.YamlWriter;
import kwix.language.value.ContextString;
import kwix.language.value.EvaluationContext;

/** Prints a value in the format that was asked for. Texts are bytes, one char each. */
final class ResultPrinter {

    private final EvaluationContext evaluation;

    ResultPrinter(EvaluationContext evaluation) {
        this.evaluation = evaluation;
    }

    String print(Object value, EvalRequest request) {
        return switch (request.format()) {
            case YAML ->
                request.stream() ? YamlWriter.stream(value, evaluation) : YamlWriter.document(value, evaluation);
            case JSON -> ContextString.text(JsonWriter.write(value, evaluation)) + "\n";
            case NIX ->
                (request.strict()
                                ? NixPrinter.printStrict(value, evaluation.budget())
                                : NixPrinter.print(value, evaluation.budget()))
                        + "\n";
            case XML -> XmlWriter.print(value, true, true, evaluation);
            case RAW -> ContextString.text(evaluation.coercion().interpolated(value));
        };
    }
}
