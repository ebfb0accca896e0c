package kwix.grammar.tree;

/** A part of a string or path literal. */
public sealed interface StringPart extends Tree {

    /**
     * Literal text with its escapes resolved, as UTF-16; bytes that were not UTF-8 in the source are lone low surrogates
     * (see {@link kwix.grammar.source.SourceText#decode}).
     */
    record Text(int start, int end, String text) implements StringPart {}

    /** {@code ${expression}}, braces included in the span. */
    record Interpolation(int start, int end, Expression expression) implements StringPart {}
}
