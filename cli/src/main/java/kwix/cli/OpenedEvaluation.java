package kwix.cli;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import kwix.grammar.source.SourceText;
import kwix.language.api.Evaluation;
import kwix.language.error.ErrorPrinter;
import kwix.language.module.HostMachine;
import kwix.language.module.Machine;
import kwix.language.value.AttributeSet;
import kwix.language.value.PathValue;

/**
 * An evaluation on this machine under the conditions of the command line.
 *
 * @param directory the working directory
 */
record OpenedEvaluation(
        Invocation invocation, Conditions conditions, PathValue directory, Machine machine, Evaluation evaluation) {

    /** An expression whose value is the standard library. */
    static final String LIBRARY = "import <kwix/lib>";

    /**
     * @param warnings prints findings about sources
     * @param start where the search for a project begins
     */
    static OpenedEvaluation open(Conditions conditions, Invocation invocation, ErrorPrinter warnings, PathValue start) {
        return open(
                conditions,
                invocation,
                warnings,
                start,
                line -> invocation.reportBytes(line + "\n"),
                UnaryOperator.identity());
    }

    /**
     * The same.
     *
     * @param lines takes traces and warnings of the program, as bytes
     * @param watched what the evaluation sees instead of the machine as it is
     */
    static OpenedEvaluation open(
            Conditions conditions,
            Invocation invocation,
            ErrorPrinter warnings,
            PathValue start,
            Consumer<String> lines,
            UnaryOperator<Machine> watched) {
        return open(conditions, invocation, warnings, start, lines, watched, false);
    }

    /** An evaluation that remembers which values were read for which. */
    static OpenedEvaluation logging(
            Conditions conditions, Invocation invocation, ErrorPrinter warnings, PathValue start) {
        return open(
                conditions,
                invocation,
                warnings,
                start,
                line -> invocation.reportBytes(line + "\n"),
                UnaryOperator.identity(),
                true);
    }

    private static OpenedEvaluation open(
            Conditions conditions,
            Invocation invocation,
            ErrorPrinter warnings,
            PathValue start,
            Consumer<String> lines,
            UnaryOperator<Machine> watched,
            boolean logging) {
        Settings settings = conditions.settings();
        var access = new Access(settings, conditions.includes(), invocation);
        Machine machine = watched.apply(new HostMachine(
                settings.pure(),
                access.bounds(start, conditions.restrictions()),
                access.visibleEnvironment(),
                access.searchPath(),
                lines,
                access::store,
                access.conduct(warnings, true, !conditions.restrictions().isEmpty())));
        Evaluation evaluation = Evaluation.open(
                new Evaluation.Settings(machine, settings.callDepth(), invocation.execution(), logging));
        return new OpenedEvaluation(invocation, conditions, invocation.workingDirectory(), machine, evaluation);
    }

    /** Does the work within the limits of time and memory. */
    <T> T run(Supplier<T> work) {
        invocation.phases().begin(PhaseWatch.Phase.EVALUATION);
        try (var deadline = Deadline.start(conditions.timeout(), evaluation);
                var memory = MemoryWatch.start(conditions.memory(), evaluation)) {
            return evaluation.run(work);
        } finally {
            invocation.phases().end();
        }
    }

    /** The value of an expression, in weak head normal form. @param name what messages call its source */
    Object evaluate(String name, String expression) {
        return evaluation.evaluate(new SourceText("«" + name + "»", expression), directory);
    }

    /** The values that the command line has for functions. */
    AttributeSet arguments(List<EvalRequest.Argument> arguments) {
        return new TopLevelArguments(evaluation, machine, directory, invocation).values(arguments);
    }
}
