package kwix.grammar.parse;

import java.util.List;
import kwix.grammar.source.SourceText;
import kwix.grammar.tree.CompactList;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.StringPart;
import org.antlr.v4.runtime.TokenStream;
import org.jspecify.annotations.Nullable;

/** The actions that make literals. All of them run right after the token or rule they are about. */
abstract class LiteralActions extends TokenReader {

    CodeUnits source = new CodeUnits(new SourceText("", ""));
    StringText strings = new StringText(source);
    NameTable names = new NameTable(source);
    private int variables;
    private int scopes;

    LiteralActions(TokenStream tokens) {
        super(tokens);
    }

    final int variables() {
        return variables;
    }

    final int scopes() {
        return scopes;
    }

    final int nextVariable() {
        return variables++;
    }

    final int nextScope() {
        return scopes++;
    }

    final int last() {
        return position() - 1;
    }

    final String spelling(int token) {
        return source.slice(tokens.start(token), tokens.end(token));
    }

    final String name(int token) {
        return names.name(tokens.start(token), tokens.end(token));
    }

    final void variable() {
        int token = last();
        push(new Expression.Variable(tokens.start(token), tokens.end(token), name(token), nextVariable()));
    }

    final void integer() {
        int start = tokens.start(last());
        int end = tokens.end(last());
        long value = 0;
        for (int i = start; i < end; i++) {
            int digit = source.units[i] - '0';
            if (value > (Long.MAX_VALUE - digit) / 10) {
                reject(Complaint.INTEGER_RANGE, start, end);
                value = Long.MAX_VALUE;
                break;
            }
            value = value * 10 + digit;
        }
        push(new Expression.IntegerLiteral(start, end, value));
    }

    final void floating() {
        int token = last();
        double value = Double.parseDouble(spelling(token));
        if (Double.isInfinite(value) || Math.abs(value) < Double.MIN_NORMAL && !isZero(token)) {
            reject(Complaint.FLOAT_RANGE, tokens.start(token), tokens.end(token));
        }
        push(new Expression.FloatLiteral(tokens.start(token), tokens.end(token), value));
    }

    private boolean isZero(int token) {
        for (int i = tokens.start(token); i < tokens.end(token) && (source.units[i] | ' ') != 'e'; i++) {
            if (source.units[i] >= '1' && source.units[i] <= '9') {
                return false;
            }
        }
        return true;
    }

    final void url() {
        int token = last();
        push(new Expression.UrlLiteral(tokens.start(token), tokens.end(token), spelling(token)));
    }

    final void searchPath() {
        int start = tokens.start(last());
        int end = tokens.end(last());
        push(new Expression.SearchPathLiteral(start, end, source.slice(start + 1, end - 1), nextScope()));
    }

    final void plainString() {
        int start = tokens.start(last());
        int end = tokens.end(last());
        push(new Expression.StringLiteral(start, end, parts(unescaped(start + 1, end - 1)), false));
    }

    final void plainIndentedString() {
        int start = tokens.start(last());
        int end = tokens.end(last());
        Object[] pieces = end - start == 4 ? new Object[0] : new Object[] {new StringPart.Text(start + 2, end - 2, "")};
        push(new Expression.StringLiteral(start, end, IndentedText.strip(source, strings, pieces), true));
    }

    final void plainPath() {
        int token = last();
        push(new Expression.PathLiteral(
                tokens.start(token),
                tokens.end(token),
                CompactList.of(new StringPart.Text(tokens.start(token), tokens.end(token), spelling(token)))));
    }

    /** Leaves the span of a piece of text; what it means is known when its string is closed. */
    final void text() {
        push(new StringPart.Text(tokens.start(last()), tokens.end(last()), ""));
    }

    final void interpolation(int from) {
        push(new StringPart.Interpolation(tokens.start(from), end(), popExpression()));
    }

    final void string(int mark) {
        push(literal(mark));
    }

    /** The string in double quotes that this rule has read. */
    final Expression.StringLiteral literal(int mark) {
        Object[] pieces = popFrom(mark);
        var parts = new StringPart[pieces.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = pieces[i] instanceof StringPart.Text raw
                    ? unescaped(raw.start(), raw.end())
                    : (StringPart) pieces[i];
        }
        return new Expression.StringLiteral(tokens.start(from()), end(), CompactList.of(parts, 0, parts.length), false);
    }

    final void indentedString(int mark) {
        push(new Expression.StringLiteral(
                tokens.start(from()), end(), IndentedText.strip(source, strings, popFrom(mark)), true));
    }

    final void path(int mark) {
        Object[] pieces = popFrom(mark);
        var parts = new StringPart[pieces.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = pieces[i] instanceof StringPart.Text raw
                    ? new StringPart.Text(raw.start(), raw.end(), source.slice(raw.start(), raw.end()))
                    : (StringPart) pieces[i];
        }
        push(new Expression.PathLiteral(tokens.start(from()), end(), CompactList.of(parts, 0, parts.length)));
    }

    private StringPart.Text unescaped(int start, int end) {
        return new StringPart.Text(start, end, strings.unescape(start, end));
    }

    private static List<StringPart> parts(StringPart.Text part) {
        return part.text().isEmpty() ? CompactList.of() : CompactList.of(part);
    }

    /** The text of a string without interpolation, else null. */
    static @Nullable String constant(Expression.StringLiteral literal) {
        if (literal.parts().isEmpty()) {
            return "";
        }
        return literal.parts().size() == 1 && literal.parts().get(0) instanceof StringPart.Text only
                ? only.text()
                : null;
    }
}
