package kwix.grammar.parse;

import java.util.ArrayList;
import java.util.List;
import kwix.grammar.diagnostic.Diagnostic;
import kwix.grammar.diagnostic.Diagnostic.Severity;
import kwix.grammar.diagnostic.SyntaxCode;
import kwix.grammar.tree.AttributeName;
import kwix.grammar.tree.Expression;

/** The second pass: reports errors and puts the parser where it can go on. */
final class Recovery {

    private final KwixParser parser;
    private final Tokens tokens;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    Recovery(KwixParser parser) {
        this.parser = parser;
        this.tokens = parser.tokens;
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    void mismatch(int expected) {
        unexpected();
        throw new Bailout();
    }

    Expression missingExpression() {
        unexpected();
        throw new Bailout();
    }

    AttributeName missingName() {
        unexpected();
        throw new Bailout();
    }

    void reject(Complaint complaint, int start, int end) {
        diagnostics.add(new Diagnostic(
                SyntaxCode.UNEXPECTED,
                Severity.ERROR,
                complaint.message(),
                start,
                end,
                List.of(),
                complaint.hint(),
                null));
    }

    private void unexpected() {
        int token = tokens.position();
        diagnostics.add(new Diagnostic(
                SyntaxCode.UNEXPECTED,
                Severity.ERROR,
                "syntax error",
                tokens.start(token),
                tokens.end(token),
                List.of(),
                null,
                null));
    }
}
