package kwix.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kwix.grammar.source.SourceText;
import kwix.language.api.Evaluation;
import kwix.language.module.Machine;
import kwix.language.value.AttributeSet;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.PathValue;

/** The values that the command line passes to top-level functions. */
final class TopLevelArguments {

    private final Evaluation evaluation;
    private final Machine machine;
    private final PathValue directory;
    private final Invocation invocation;

    TopLevelArguments(Evaluation evaluation, Machine machine, PathValue directory, Invocation invocation) {
        this.evaluation = evaluation;
        this.machine = machine;
        this.directory = directory;
        this.invocation = invocation;
    }

    /** Expressions are read but evaluated when they are needed; files and standard input are read at once. */
    AttributeSet values(List<EvalRequest.Argument> arguments) {
        var values = new AttributeSetBuilder();
        for (EvalRequest.Argument argument : arguments) {
            values.put(SourceText.encode(argument.name()), value(argument));
        }
        return values.build();
    }

    private Object value(EvalRequest.Argument argument) {
        return switch (argument.kind()) {
            case EXPRESSION ->
                evaluation.deferred(new SourceText("«--arg " + argument.name() + "»", argument.text()), directory);
            case STRING -> SourceText.encode(argument.text());
            case FILE -> machine.readFile(invocation.path(argument.text()));
            case STANDARD_INPUT -> new String(invocation.readInput(), StandardCharsets.ISO_8859_1);
        };
    }
}
