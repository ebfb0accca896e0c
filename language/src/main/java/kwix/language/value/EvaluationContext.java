package kwix.language.value;

import org.jspecify.annotations.Nullable;

/**
 * What nodes and builtins share within one evaluation.
 *
 * @param log null where nobody will ask who read what
 */
public record EvaluationContext(
        Budget budget, Coercion coercion, @Nullable ReadLog log) {

    public EvaluationContext(Budget budget, Coercion coercion) {
        this(budget, coercion, null);
    }
}
