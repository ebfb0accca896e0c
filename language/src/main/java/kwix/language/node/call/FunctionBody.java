package kwix.language.node.call;

import kwix.language.node.KwixNode;
import org.jspecify.annotations.Nullable;

/** What a function does with its argument. @param formals of the last parameter; null when that is a plain name */
public record FunctionBody(@Nullable Formals formals, KwixNode node) {}
