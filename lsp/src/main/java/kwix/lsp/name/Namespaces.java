package kwix.lsp.name;

import kwix.grammar.tree.Expression;
import org.jspecify.annotations.Nullable;

/** The {@code with}s around a place, the innermost first. */
public record Namespaces(
        Expression.With innermost, @Nullable Namespaces outer) {}
