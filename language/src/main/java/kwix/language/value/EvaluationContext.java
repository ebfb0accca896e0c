package kwix.language.value;

/** What nodes and builtins share within one evaluation. */
public record EvaluationContext(Budget budget, Coercion coercion) {}
