package kwix.language.builtin;

import kwix.language.module.Importer;
import kwix.language.module.Machine;
import kwix.language.regex.RegexCache;
import kwix.language.value.Budget;
import kwix.language.value.Coercion;
import kwix.language.value.EvaluationContext;

/**
 * What builtins can reach.
 *
 * @param machine files, environment, search path and streams, as far as the evaluation may use them
 */
public record BuiltinContext(EvaluationContext evaluation, Machine machine, Importer importer, RegexCache regexes) {

    private static final int STEPS_PER_POLL = 0x3FF;

    public BuiltinContext(EvaluationContext evaluation, Machine machine, Importer importer) {
        this(evaluation, machine, importer, new RegexCache());
    }

    public Budget budget() {
        return evaluation.budget();
    }

    public Coercion coercion() {
        return evaluation.coercion();
    }

    /** For the {@code step}th round of a loop whose rounds are cheap: looks now and then whether to stop. */
    void poll(int step) {
        if ((step & STEPS_PER_POLL) == 0) {
            evaluation.budget().poll();
        }
    }
}
