package kwix.cli;

import java.util.function.Function;
import kwix.grammar.source.SourceText;
import kwix.kubernetes.explain.ExplainJson;
import kwix.kubernetes.explain.ExplainText;
import kwix.kubernetes.explain.Explanations;
import kwix.kubernetes.explain.WhyText;
import kwix.language.error.ErrorPrinter;
import kwix.language.error.SourceNames;
import kwix.language.value.ByteBuilder;
import kwix.language.value.EvaluationContext;

/** {@code kwix explain} of a path, and {@code kwix why}. */
final class ExplainCommand {

    private final ExplainRequest request;
    private final Invocation invocation;
    private final ErrorPrinter printer;
    private final SourceNames names;
    private final Rendering rendering;

    /** @param names what places are called */
    ExplainCommand(ExplainRequest request, Invocation invocation, ErrorPrinter printer, SourceNames names) {
        this.request = request;
        this.invocation = invocation;
        this.printer = printer;
        this.names = names;
        rendering = new Rendering(request.files(), request.environment(), request.arguments(), request.namespace());
    }

    int explain() {
        OpenedEvaluation opened = opened("explain");
        EvaluationContext context = opened.evaluation().context();
        return print(
                opened,
                explanations -> request.json()
                        ? ExplainJson.of(request.subject(), explanations, context)
                        : encoded(ExplainText.of(request.subject(), explanations, context)));
    }

    int why() {
        return print(opened("why"), explanations -> encoded(WhyText.of(request.subject(), explanations)));
    }

    private OpenedEvaluation opened(String command) {
        request.conditions()
                .warnings()
                .forEach(warning -> invocation.report("kwix " + command + ": warning: " + warning + "\n"));
        return OpenedEvaluation.logging(request.conditions(), invocation, printer, rendering.start(invocation));
    }

    private int print(OpenedEvaluation opened, Function<Explanations, ByteBuilder> words) {
        ByteBuilder text = opened.run(() -> words.apply(explanations(opened)));
        Output.write(text, null, invocation);
        return ExitStatus.SUCCESS;
    }

    private Explanations explanations(OpenedEvaluation opened) {
        return rendering.explanations(opened, rendering.options(opened), names);
    }

    private static ByteBuilder encoded(String text) {
        return ByteBuilder.of(SourceText.encode(text));
    }
}
