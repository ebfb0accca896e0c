package kwix.language.error;

import kwix.grammar.source.SourceText;

/** A span of a source: half-open UTF-16 offsets. */
public record Place(SourceText source, int start, int end) {

    public int line() {
        return source.line(start);
    }

    /** Counted in bytes from 1, as the reference counts. */
    public int column() {
        return source.column(start);
    }

    /** {@code file:line:column}. */
    @Override
    public String toString() {
        return source.name() + ":" + line() + ":" + column();
    }
}
