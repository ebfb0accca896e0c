package kwix.grammar.format;

import static kwix.grammar.parse.KwixParser.*;

import java.util.Iterator;
import java.util.List;
import kwix.grammar.parse.Lexemes;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.StringPart;
import kwix.grammar.tree.Tree;

/** Strings and paths: their text as it is, what is interpolated formatted; the lines of an indented string are moved as one. */
final class Strings {

    private final Layout layout;
    private final Sheet sheet;
    private final Page page;

    Strings(Layout layout) {
        this.layout = layout;
        sheet = layout.sheet;
        page = layout.page;
    }

    void string(Tree literal, List<StringPart> parts, boolean indented) {
        int first = sheet.first(literal);
        int last = sheet.last(literal);
        if (indented && hasLines(first, last, parts)) {
            new IndentedLines(layout, first, last).write(parts);
        } else {
            pieces(first, last, parts);
        }
    }

    private boolean hasLines(int first, int last, List<StringPart> parts) {
        if (first == last) {
            return sheet.text.indexOf('\n', sheet.tokens.start(first)) >= 0
                    && sheet.text.indexOf('\n', sheet.tokens.start(first)) < sheet.tokens.end(first);
        }
        Iterator<StringPart.Interpolation> interpolations = interpolations(parts);
        for (int token = first + 1; token < last; token++) {
            if (sheet.tokens.kind(token) == INTERPOLATION) {
                token = sheet.last(interpolations.next());
            } else if (sheet.text.substring(sheet.tokens.start(token), sheet.tokens.end(token))
                            .indexOf('\n')
                    >= 0) {
                return true;
            }
        }
        return false;
    }

    private void pieces(int first, int last, List<StringPart> parts) {
        Iterator<StringPart.Interpolation> interpolations = interpolations(parts);
        for (int token = first; token <= last; token++) {
            if (sheet.tokens.kind(token) != INTERPOLATION) {
                page.token(token);
                continue;
            }
            StringPart.Interpolation interpolation = interpolations.next();
            int end = sheet.last(interpolation);
            interpolation(token, interpolation.expression(), textWidth(end + 1, last), false);
            token = end;
        }
    }

    static Iterator<StringPart.Interpolation> interpolations(List<StringPart> parts) {
        return parts.stream()
                .filter(StringPart.Interpolation.class::isInstance)
                .map(StringPart.Interpolation.class::cast)
                .iterator();
    }

    /** The width of the text between an interpolation and the next, or the end. */
    private int textWidth(int token, int last) {
        int kind = token <= last ? sheet.tokens.kind(token) : Lexemes.END;
        if (kind != TEXT) {
            return 0;
        }
        int start = sheet.tokens.start(token);
        int line = sheet.text.indexOf('\n', start);
        int end = sheet.tokens.end(token);
        return (line >= 0 && line < end ? line : end) - start;
    }

    /**
     * @param tail the width of the text that follows
     * @param leads whether it begins the line
     */
    void interpolation(int open, Expression expression, int tail, boolean leads) {
        int close = sheet.last(expression) + 1;
        boolean broken = sheet.isBroken(open, close);
        page.token(open);
        if (!broken && (isShort(expression) || page.fits(open + 1, close, tail))) {
            page.flat(open + 1, close - 1);
        } else if (leads && !page.mustBreak(open + 1) && Absorption.isAbsorbed(layout, expression, tail + 1)) {
            int base = page.indentation();
            layout.expression(expression, tail + 1);
            page.indentation(base);
        } else {
            int base = page.indentation();
            page.directLine(base + Page.STEP, open + 1);
            layout.expression(expression, 0);
            page.closeLine(base, close);
            page.indentation(base);
        }
        page.token(close);
    }

    private static boolean isShort(Expression expression) {
        return Simple.isSimple(expression)
                || expression instanceof Expression.Apply apply && Simple.isSimpleCall(apply);
    }
}
