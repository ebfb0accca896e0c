package kwix.grammar.parse;

import java.util.ArrayList;
import java.util.List;
import kwix.grammar.source.SourceText;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.StringPart;
import kwix.grammar.tree.StringPart.Text;

/**
 * The pieces in which the reference keeps the text of an indented string: each escape is one of its own, and so is a dollar sign or quote
 * after which the text could have ended.
 */
public final class IndentedPieces {

    private final CodeUnits source;
    private final byte[] text;
    private final StringText collected;
    private final List<StringPart> pieces = new ArrayList<>();

    public IndentedPieces(SourceText source) {
        this.source = new CodeUnits(source);
        text = this.source.units;
        collected = new StringText(this.source);
    }

    /** Whether all of the source is ASCII. */
    public boolean isAscii() {
        return source.isAscii();
    }

    /** The length of the source. */
    public int length() {
        return source.limit;
    }

    /** The parts of the literal, with its texts in pieces. */
    public List<StringPart> of(Expression.StringLiteral literal) {
        pieces.clear();
        int at = literal.start() + 2;
        for (StringPart part : literal.parts()) {
            if (part instanceof StringPart.Interpolation interpolation) {
                texts(at, interpolation.start());
                pieces.add(interpolation);
                at = interpolation.end();
            }
        }
        texts(at, literal.end() - 2);
        return IndentedText.strip(source, collected, pieces.toArray());
    }

    private void texts(int from, int end) {
        int at = from;
        while (at < end) {
            int next = plain(at, end);
            if (next == at) {
                next = Math.min(end, at + special(at, end));
            }
            pieces.add(new Text(at, next, ""));
            at = next;
        }
    }

    /** Where the longest text ends in which no dollar sign or quote could begin something else. */
    private int plain(int from, int end) {
        int at = from;
        while (at < end) {
            byte c = text[at];
            if (c != '$' && c != '\'') {
                at++;
            } else if (at + 1 < end && !belongs(c, text[at + 1])) {
                at += 2;
            } else {
                break;
            }
        }
        return at;
    }

    /** Whether the character after a dollar sign or quote makes it more than itself. */
    private static boolean belongs(byte c, byte next) {
        return c == '$' ? next == '{' || next == '\'' : next == '\'' || next == '$';
    }

    private int special(int at, int end) {
        if (text[at] == '$' || at + 2 >= end || text[at + 1] != '\'') {
            return 1;
        }
        return text[at + 2] == '\\' ? 4 : 3;
    }
}
