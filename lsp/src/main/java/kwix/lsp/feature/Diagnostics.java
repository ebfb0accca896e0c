package kwix.lsp.feature;

import java.util.ArrayList;
import java.util.List;
import kwix.grammar.diagnostic.Diagnostic.Edit;
import kwix.grammar.diagnostic.Diagnostic.Severity;
import kwix.lsp.document.Document;
import kwix.lsp.text.Lines;
import kwix.lsp.text.Span;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.Location;
import org.jspecify.annotations.Nullable;

/** What is to be said of a text that needs no evaluation. */
public final class Diagnostics {

    static final String SOURCE = "kwix";

    private Diagnostics() {}

    /**
     * One finding.
     *
     * @param edit what would mend it
     */
    record Finding(
            Diagnostic diagnostic, Span span, @Nullable Edit edit) {}

    public static List<Diagnostic> of(Document document) {
        return findings(document).stream().map(Finding::diagnostic).toList();
    }

    static List<Finding> findings(Document document) {
        var findings = new ArrayList<Finding>();
        for (var finding : document.tree().diagnostics()) {
            findings.add(finding(document, finding));
        }
        for (var finding : document.scopes().diagnostics()) {
            findings.add(finding(document, finding));
        }
        // While something cannot be read, what uses a name may be in there.
        if (!document.tree().hasErrors()) {
            for (UnusedNames.Unused unused : UnusedNames.in(document)) {
                findings.add(unused(document, unused));
            }
        }
        return findings;
    }

    private static Finding finding(Document document, kwix.grammar.diagnostic.Diagnostic found) {
        Lines lines = document.lines();
        String hint = found.hint();
        var diagnostic = new Diagnostic(
                lines.range(visible(document, found.start(), found.end())),
                hint == null ? found.message() : found.message() + "\n" + hint);
        diagnostic.setSeverity(
                found.severity() == Severity.ERROR ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning);
        diagnostic.setSource(SOURCE);
        diagnostic.setCode(found.code().id());
        if (!found.related().isEmpty()) {
            diagnostic.setRelatedInformation(found.related().stream()
                    .map(related -> new DiagnosticRelatedInformation(
                            new Location(document.uri(), lines.range(related.start(), related.end())), related.label()))
                    .toList());
        }
        return new Finding(diagnostic, new Span(found.start(), found.end()), found.edit());
    }

    /** Editors show nothing under an empty range or the end of a line, so that what stands before it is marked. */
    private static Span visible(Document document, int start, int end) {
        String text = document.text();
        boolean seen = start < end && start < text.length() && text.charAt(start) != '\n' && text.charAt(start) != '\r';
        if (seen) {
            return new Span(start, end);
        }
        int last = Math.min(start, text.length()) - 1;
        while (last >= 0 && Character.isWhitespace(text.charAt(last))) {
            last--;
        }
        return last < 0 ? new Span(start, end) : new Span(last, last + 1);
    }

    private static Finding unused(Document document, UnusedNames.Unused unused) {
        var diagnostic = new Diagnostic(document.lines().range(unused.span()), unused.message());
        diagnostic.setSeverity(DiagnosticSeverity.Hint);
        diagnostic.setSource(SOURCE);
        diagnostic.setCode(UnusedNames.CODE);
        diagnostic.setTags(List.of(DiagnosticTag.Unnecessary));
        return new Finding(diagnostic, unused.span(), unused.edit());
    }
}
