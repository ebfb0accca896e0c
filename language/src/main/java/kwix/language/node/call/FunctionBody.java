package kwix.language.node.call;

import kwix.language.node.KwixNode;
import org.jspecify.annotations.Nullable;

/**
 * What a function does with its argument.
 *
 * @param formals of the last parameter; null when that is a plain name
 * @param demandedSlot of the body itself, see {@link KwixNode#demandedSlot}
 */
public record FunctionBody(@Nullable Formals formals, KwixNode node, int demandedSlot) {}
