package kwix.grammar.scope;

/**
 * What an earlier analysis of the same source found, as far as it cannot be had by laying out the environments once more. That
 * analysis found nothing wrong, and no name of the program behind an operator.
 */
public interface Recollection {

    /** What a variable means, as {@link Meaning} says it, or a name of an {@code inherit} without a source. */
    int meaning(int variable);

    /** How large the environment of a function is: {@link FunctionScope#size}. */
    int size(int lambda);

    /** {@link FunctionScope#continued}. */
    boolean continued(int lambda);
}
