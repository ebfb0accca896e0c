package kwix.grammar.tree;

/** One name in an attribute path. */
public sealed interface AttributeName extends Tree {

    /** An identifier or a quoted string without interpolation. */
    record Static(int start, int end, String name, boolean quoted) implements AttributeName {}

    /** {@code ${expression}}, or a quoted string with interpolation (then {@code expression} is that string literal). */
    record Dynamic(int start, int end, Expression expression) implements AttributeName {}
}
