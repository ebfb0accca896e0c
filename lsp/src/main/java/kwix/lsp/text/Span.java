package kwix.lsp.text;

import kwix.grammar.tree.Tree;

/** A half-open part of a text. */
public record Span(int start, int end) {

    public static Span of(Tree tree) {
        return new Span(tree.start(), tree.end());
    }

    /** Whether a cursor at the offset touches it: directly after the last character counts. */
    public boolean touches(int offset) {
        return start <= offset && offset <= end;
    }

    public boolean holds(Span other) {
        return start <= other.start && other.end <= end;
    }
}
