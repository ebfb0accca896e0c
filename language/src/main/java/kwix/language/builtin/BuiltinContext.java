package kwix.language.builtin;

import kwix.language.module.Importer;
import kwix.language.module.Machine;
import kwix.language.value.Budget;
import kwix.language.value.Coercion;
import kwix.language.value.EvaluationContext;

/**
 * What builtins can reach.
 *
 * @param machine files, environment, search path and streams, as far as the evaluation may use them
 */
public record BuiltinContext(EvaluationContext evaluation, Machine machine, Importer importer) {

    public Budget budget() {
        return evaluation.budget();
    }

    public Coercion coercion() {
        return evaluation.coercion();
    }
}
