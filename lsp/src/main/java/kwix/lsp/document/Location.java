package kwix.lsp.document;

import kwix.lsp.text.Span;

/** A part of a document. */
public record Location(Document document, Span span) {

    public org.eclipse.lsp4j.Location toProtocol() {
        return new org.eclipse.lsp4j.Location(document.uri(), document.lines().range(span));
    }

    /** Whether both are the same place, whatever version of the document each knows. */
    public boolean isSame(Location other) {
        return span.equals(other.span) && document.uri().equals(other.document.uri());
    }
}
