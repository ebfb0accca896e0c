package kwix.grammar.format;

import static kwix.grammar.parse.KwixParser.*;

import java.util.Iterator;
import java.util.List;
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

    void string(Tree literal, List<StringPart> parts, boolean indented, int tail) {
        int first = sheet.first(literal);
        int last = sheet.last(literal);
        if (indented && hasLines(first, last, parts)) {
            new IndentedLines(layout, first, last).write(parts);
        } else {
            pieces(first, last, parts, tail);
        }
    }

    private boolean hasLines(int first, int last, List<StringPart> parts) {
        if (first == last) {
            return sheet.text.indexOf('\n', sheet.tokens.start(first), sheet.tokens.end(first)) >= 0;
        }
        Iterator<StringPart.Interpolation> interpolations =
                interpolations(parts).iterator();
        for (int token = first + 1; token < last; token++) {
            if (sheet.tokens.kind(token) == INTERPOLATION) {
                token = sheet.last(interpolations.next());
            } else if (sheet.text.indexOf('\n', sheet.tokens.start(token), sheet.tokens.end(token)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private void pieces(int first, int last, List<StringPart> parts, int tail) {
        List<StringPart.Interpolation> interpolations = interpolations(parts);
        int next = 0;
        for (int token = first; token <= last; token++) {
            if (sheet.tokens.kind(token) != INTERPOLATION) {
                page.token(token);
                continue;
            }
            StringPart.Interpolation interpolation = interpolations.get(next++);
            int end = sheet.last(interpolation);
            Expression expression = interpolation.expression();
            int after = isShort(expression) ? 0 : widthAfter(end + 1, last, interpolations.listIterator(next));
            interpolation(token, expression, after + tail, token == first + 1);
            token = end;
        }
    }

    static List<StringPart.Interpolation> interpolations(List<StringPart> parts) {
        return parts.stream()
                .filter(StringPart.Interpolation.class::isInstance)
                .map(StringPart.Interpolation.class::cast)
                .toList();
    }

    /** The width of what follows an interpolation up to the next that may be broken, or the end of the line. */
    private int widthAfter(int from, int last, Iterator<StringPart.Interpolation> following) {
        int width = 0;
        for (int token = from; token <= last; token++) {
            int start = sheet.tokens.start(token);
            if (sheet.tokens.kind(token) == INTERPOLATION) {
                StringPart.Interpolation interpolation = following.next();
                if (!isShort(interpolation.expression())) {
                    return width + 2;
                }
                token = sheet.last(interpolation);
                width += sheet.tokens.end(token) - start;
                continue;
            }
            int line = sheet.text.indexOf('\n', start, sheet.tokens.end(token));
            if (line >= 0) {
                return width + line - start;
            }
            width += sheet.tokens.end(token) - start;
        }
        return width;
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

    /** Whether a string in double quotes can begin on a line: if only its last interpolation has to go to further lines. */
    boolean breaksLast(Expression.StringLiteral string, int room, int tail) {
        int open = -1;
        int close = -1;
        for (StringPart part : string.parts()) {
            if (part instanceof StringPart.Interpolation interpolation && !isShort(interpolation.expression())) {
                open = sheet.first(interpolation);
                close = sheet.last(interpolation);
            }
        }
        int first = sheet.first(string);
        int last = sheet.last(string);
        return open >= 0
                && (sheet.isBroken(first, last) || sheet.width(first, last) > Page.WIDTH)
                && !sheet.isBroken(first, open)
                && sheet.width(first, open) <= room
                && !sheet.isBroken(close, last)
                && sheet.width(close, last) + tail <= Page.WIDTH;
    }

    static boolean isShort(Expression expression) {
        return switch (expression) {
            case Expression.Apply apply -> Simple.isSimpleCall(apply);
            case Expression.Select select ->
                Simple.isSimpleSelect(select)
                        && (select.fallback() == null
                                || select.subject() instanceof Expression.Variable
                                        && Simple.isSimple(select.fallback()));
            default -> Simple.isSimple(expression);
        };
    }
}
