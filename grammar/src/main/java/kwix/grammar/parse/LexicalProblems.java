package kwix.grammar.parse;

import java.util.ArrayList;
import java.util.List;
import kwix.grammar.diagnostic.Diagnostic;
import kwix.grammar.diagnostic.Diagnostic.Edit;
import kwix.grammar.diagnostic.Diagnostic.Related;
import kwix.grammar.diagnostic.Diagnostic.Severity;
import kwix.grammar.diagnostic.SyntaxCode;
import org.jspecify.annotations.Nullable;

/** What is wrong with single tokens. */
final class LexicalProblems {

    private final char[] text;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    LexicalProblems(char[] text) {
        this.text = text;
    }

    boolean isEmpty() {
        return diagnostics.isEmpty();
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    void unclosedString(int start, int end, String quote) {
        String name = quote.length() == 1 ? "string" : "indented string";
        error(
                "this " + name + " is never closed: expected " + quote + ", found the end of the file",
                start,
                start + quote.length(),
                List.of(new Related(end, end, "the file ends here")),
                "Close it with " + quote + ".",
                null);
    }

    void unclosedInterpolation(int start) {
        error(
                "this interpolation is never closed: expected }, found the end of the file",
                start,
                start + 2,
                List.of(),
                "Close it with }; to write ${ literally, escape it: \\${ in a string, ''${ in an indented one.",
                null);
    }

    void unclosedComment(int start, int end) {
        error(
                "this comment is never closed: expected */, found the end of the file",
                start,
                start + 2,
                List.of(new Related(end, end, "the file ends here")),
                "Close it with */; comments do not nest.",
                null);
    }

    void trailingSlash(int start, int slash, int end) {
        String path = new String(text, start, end - start);
        if (end > slash + 1 && text[slash + 1] == '/') {
            error(
                    "the path " + path + " has two slashes in a row",
                    slash,
                    slash + 2,
                    List.of(),
                    "Write one slash, or put spaces around // if you mean to merge two attribute sets.",
                    null);
        } else {
            error(
                    "the path " + path + " ends in a slash",
                    slash,
                    slash + 1,
                    List.of(),
                    "Leave the last slash out; write \"" + path + "\" if you need it as a string.",
                    new Edit(slash, slash + 1, ""));
        }
    }

    void error(String message, int start, int end, List<Related> related, @Nullable String hint, @Nullable Edit edit) {
        diagnostics.add(
                new Diagnostic(SyntaxCode.UNEXPECTED, Severity.ERROR, message, start, end, related, hint, edit));
    }
}
