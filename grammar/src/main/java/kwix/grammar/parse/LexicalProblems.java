package kwix.grammar.parse;

import java.util.List;
import kwix.grammar.diagnostic.Diagnostic.Edit;
import kwix.grammar.diagnostic.Diagnostic.Related;

/** What is wrong with single tokens. */
final class LexicalProblems {

    private final CodeUnits source;
    private final SyntaxProblems problems;
    private boolean unclosed;
    private boolean endless;

    LexicalProblems(CodeUnits source, SyntaxProblems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** Whether a string or interpolation was never closed, after which all other tokens are doubtful. */
    boolean unclosed() {
        return unclosed;
    }

    /** Whether something goes on to the end of the file that was not meant to. */
    boolean endless() {
        return endless;
    }

    /** @param end the end of the file, or where the string is guessed to end */
    void unclosedString(int start, int end, String quote) {
        unclosed = true;
        String name = quote.length() == 1 ? "string" : "indented string";
        boolean guessed = source.units[end] != 0;
        endless |= !guessed;
        problems.report(
                "This " + name + " is never closed: expected `" + quote + "` before the "
                        + (guessed ? "next binding." : "end of the file."),
                start,
                start + quote.length(),
                List.of(new Related(end, end, guessed ? "probably it should end here" : "the file ends here")),
                "Close it with `" + quote + "`.",
                new Edit(end, end, quote));
    }

    void unclosedInterpolation(int start) {
        unclosed = true;
        problems.report(
                "This interpolation is never closed: expected `}` after `${`.",
                start,
                start + 2,
                List.of(),
                "Close it with `}`; to write `${` itself, escape it: `\\${` in a string, `''${` in an indented one.",
                null);
    }

    void unclosedComment(int start, int end) {
        endless = true;
        problems.report(
                "This comment is never closed: expected `*/` before the end of the file.",
                start,
                start + 2,
                List.of(new Related(end, end, "the file ends here")),
                "Close it with `*/`; comments do not nest.",
                null);
    }

    /** @param tokens all of the source's */
    void nullBytes(Tokens tokens) {
        for (int token = 0; token < tokens.size(); token++) {
            switch (tokens.type(token)) {
                case KwixParser.STRING, KwixParser.INDENTED_STRING, KwixParser.TEXT -> {
                    for (int i = tokens.start(token); i < tokens.end(token); i++) {
                        if (source.units[i] == 0) {
                            problems.nullByte(i);
                        }
                    }
                }
                default -> {}
            }
        }
    }

    void trailingSlash(int start, int slash, int end) {
        String path = source.slice(start, end);
        if (end > slash + 1 && source.units[slash + 1] == '/') {
            problems.report(
                    "The path `" + path + "` has two slashes in a row.",
                    slash,
                    slash + 2,
                    List.of(),
                    "Write one slash, or put spaces around `//` if you mean to merge two attribute sets.",
                    null);
        } else {
            problems.report(
                    "The path `" + path + "` ends in a slash.",
                    slash,
                    slash + 1,
                    List.of(),
                    "Leave the last slash out; write `\"" + path + "\"` if you need it as a string.",
                    new Edit(slash, slash + 1, ""));
        }
    }
}
