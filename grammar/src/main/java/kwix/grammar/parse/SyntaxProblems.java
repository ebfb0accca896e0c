package kwix.grammar.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kwix.grammar.diagnostic.Diagnostic;
import kwix.grammar.diagnostic.Diagnostic.Edit;
import kwix.grammar.diagnostic.Diagnostic.Related;
import kwix.grammar.diagnostic.Diagnostic.Severity;
import kwix.grammar.diagnostic.SyntaxCode;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a source, up to a number that nobody reads to the end anyway. */
final class SyntaxProblems {

    private static final int MOST = 100;

    private final List<Diagnostic> diagnostics = new ArrayList<>();

    /** In the order of the source. */
    List<Diagnostic> diagnostics() {
        return diagnostics.stream()
                .sorted(Comparator.comparingInt(Diagnostic::start))
                .toList();
    }

    boolean isEmpty() {
        return diagnostics.isEmpty();
    }

    boolean isFull() {
        return diagnostics.size() >= MOST;
    }

    void report(String message, int start, int end, @Nullable String hint) {
        report(message, start, end, List.of(), hint, null);
    }

    void report(String message, int start, int end, List<Related> related, @Nullable String hint, @Nullable Edit edit) {
        if (!isFull()) {
            diagnostics.add(
                    new Diagnostic(SyntaxCode.UNEXPECTED, Severity.ERROR, message, start, end, related, hint, edit));
        }
    }

    void nullByte(int at) {
        if (!isFull()) {
            String message = "This string has a null byte, which no string can hold.";
            diagnostics.add(
                    new Diagnostic(SyntaxCode.NULL_BYTE, Severity.ERROR, message, at, at + 1, List.of(), null, null));
        }
    }

    void strayCloser(String found, int start, int end) {
        report(
                "This " + found + " closes nothing that is open here.",
                start,
                end,
                List.of(),
                "Remove it, or open what it closes.",
                new Edit(start, end, ""));
    }

    /** @param place where the token before ends, which is where the closing one would go */
    void unclosed(String closer, String found, int openStart, int openEnd, int place, int start, int end) {
        report(
                "Expected `" + closer + "`, found " + found + ".",
                start,
                end,
                List.of(new Related(
                        openStart, openEnd, closer.equals("in") ? "this `let` has no `in`" : "opened here")),
                closer.equals("in") ? "A `let` is followed by `in` and the expression that uses its names." : null,
                new Edit(place, place, closer.equals("in") ? " in" : closer));
    }
}
