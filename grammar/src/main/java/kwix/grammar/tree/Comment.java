package kwix.grammar.tree;

/** A comment where it stands. {@code text} is the whole of it, delimiters included; documentation begins with {@code /**}. */
public record Comment(int start, int end, String text, boolean documentation) implements Tree {}
