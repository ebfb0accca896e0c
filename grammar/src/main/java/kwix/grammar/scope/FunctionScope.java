package kwix.grammar.scope;

/**
 * The layout of a function's environment (or a file's, which has no parameter): an array of {@code size} slots, slot 0 the parent,
 * then parameters, then the hoisted names of every {@code let}, recursive set and {@code with} between this function and the next.
 *
 * @param parameterSlot slot of the whole argument ({@code x:} or the {@code @} alias), or -1
 * @param formalSlots slots of the formals in their written order; empty for {@code x:}
 * @param continued whether the body is a lambda whose parameters lie in this same environment: {@code a: b: …} is one function
 *     of two parameters
 */
public record FunctionScope(int size, int parameterSlot, int[] formalSlots, boolean continued) {}
