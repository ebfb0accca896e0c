package kwix.grammar.tree;

import org.jspecify.annotations.Nullable;

/** One name of a function's formals. */
public record Formal(
        int start,
        int end,
        String name,
        @Nullable Expression fallback,
        @Nullable Comment doc) implements Tree {}
