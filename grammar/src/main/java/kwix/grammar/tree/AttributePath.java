package kwix.grammar.tree;

import java.util.List;

/** {@code a.b."c".${d}}: one or more names. */
public record AttributePath(int start, int end, List<AttributeName> names) implements Tree {}
