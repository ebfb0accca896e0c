package kwix.grammar.tree;

/** A name in an {@code inherit}; {@code index} numbers it among the variables of the file, since without a source set it is one. */
public record InheritedName(int start, int end, String name, int index) implements Tree {}
