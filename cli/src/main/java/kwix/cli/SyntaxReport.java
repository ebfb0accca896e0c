package kwix.cli;

import java.util.List;
import kwix.grammar.diagnostic.Diagnostic;
import kwix.grammar.source.SourceText;
import kwix.language.error.ErrorPrinter;

/** The problems of one source, as far as anybody wants to read them at once. */
final class SyntaxReport {

    private static final int SHOWN_PROBLEMS = 20;

    private SyntaxReport() {}

    static void print(List<Diagnostic> problems, SourceText source, Invocation invocation, ErrorPrinter printer) {
        int shown = Math.min(problems.size(), SHOWN_PROBLEMS);
        for (Diagnostic diagnostic : problems.subList(0, shown)) {
            invocation.report(printer.print(diagnostic, source));
        }
        if (shown < problems.size()) {
            invocation.report("\n… and " + (problems.size() - shown) + " more problems in this file\n");
        }
    }
}
