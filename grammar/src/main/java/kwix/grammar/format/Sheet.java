package kwix.grammar.format;

import static kwix.grammar.parse.KwixParser.*;

import kwix.grammar.parse.Lexemes;
import kwix.grammar.tree.SyntaxTree;
import kwix.grammar.tree.Tree;

/**
 * The tokens of a source with all that formatting asks of them. How wide a run of tokens is on one line, and whether it can stand on
 * one, are differences of running sums, so that asking again costs nothing.
 */
final class Sheet {

    final Lexemes tokens;
    final Gaps gaps;
    final String text;
    private final boolean[] space;
    private final int[] width;
    private final int[] breaksBefore;
    private final int[] breaksWithin;

    private Sheet(String text, Lexemes tokens, Gaps gaps) {
        this.text = text;
        this.tokens = tokens;
        this.gaps = gaps;
        space = new boolean[tokens.size()];
        width = new int[tokens.size() + 1];
        breaksBefore = new int[tokens.size()];
        breaksWithin = new int[tokens.size() + 1];
    }

    static Sheet of(SyntaxTree tree) {
        String text = tree.source().text();
        Lexemes tokens = Lexemes.of(tree.source());
        var sheet = new Sheet(text, tokens, Gaps.of(text, tokens, tree.comments()));
        var marks = new Marks(sheet);
        marks.mark(tree.root());
        sheet.sum(marks);
        return sheet;
    }

    private void sum(Marks marks) {
        for (int token = 0; token < tokens.size(); token++) {
            boolean first = token == 0;
            space[token] = !first && Spacing.between(tokens, token, marks);
            boolean broken = marks.breaks.get(token) || gaps.commented(token);
            breaksBefore[token] = (first ? 0 : breaksBefore[token - 1]) + (broken ? 1 : 0);
            int start = tokens.start(token);
            int end = tokens.end(token);
            breaksWithin[token + 1] = breaksWithin[token] + (text.indexOf('\n', start, end) >= 0 ? 1 : 0);
            width[token + 1] = width[token] + (space[token] ? 1 : 0) + ownWidth(token, start, end);
        }
    }

    private int ownWidth(int token, int start, int end) {
        if (isDropped(token)) {
            return 0;
        }
        String annotation = gaps.annotation(token);
        return text.codePointCount(start, end) + (annotation == null ? 0 : annotation.length() + 1);
    }

    /** A comma at the end of formals stands only where they take several lines. */
    boolean isDropped(int token) {
        return tokens.kind(token) == COMMA && tokens.kind(token + 1) == R_BRACE;
    }

    int first(Tree tree) {
        return tokens.at(tree.start());
    }

    int last(Tree tree) {
        return tokens.at(tree.end() - 1);
    }

    boolean isSpaced(int token) {
        return space[token];
    }

    /** The width of some tokens on one line, from the first to the last of them. */
    int width(int first, int last) {
        return width[last + 1] - width[first] - (space[first] ? 1 : 0);
    }

    /** Whether something keeps these tokens from standing on one line: a comment between them, a string of several lines, a rule. */
    boolean isBroken(int first, int last) {
        return breaksBefore[last] > breaksBefore[first] || breaksWithin[last + 1] > breaksWithin[first];
    }
}
