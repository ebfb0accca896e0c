package kwix.grammar.format;

import java.util.List;
import kwix.grammar.tree.Expression;

/** Functions with their arguments. */
final class Calls {

    private final Layout layout;
    private final Sheet sheet;
    private final Page page;

    Calls(Layout layout) {
        this.layout = layout;
        sheet = layout.sheet;
        page = layout.page;
    }

    void apply(Expression.Apply apply, int tail) {
        int absorbed = absorbing(apply, tail);
        if (absorbed >= 0) {
            around(apply, absorbed, tail);
        } else if (isLong(apply)) {
            page.flat(sheet.first(apply), sheet.last(apply));
        } else {
            oneALine(apply, tail);
        }
    }

    private boolean isLong(Expression.Apply apply) {
        return Simple.isSimpleCall(apply) && !sheet.isBroken(sheet.first(apply), sheet.last(apply));
    }

    /** The only argument that may take several lines, all else standing on the first of them or the last; else -1. */
    int absorbing(Expression.Apply apply, int tail) {
        List<Expression> arguments = apply.arguments();
        int first = sheet.first(apply);
        int last = sheet.last(apply);
        for (int i = arguments.size() - 1; i >= 0; i--) {
            Expression argument = arguments.get(i);
            int start = sheet.first(argument);
            int end = sheet.last(argument);
            if (end < last && sheet.isBroken(end, last)) {
                return -1;
            }
            if (isAbsorbable(argument, i + 1 == arguments.size())
                    && page.fits(first, start, 0)
                    && (end == last || sheet.width(end, last) + tail <= Page.WIDTH)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isAbsorbable(Expression argument, boolean last) {
        return Absorption.isTerm(argument) || last && argument instanceof Expression.StringLiteral;
    }

    private void around(Expression.Apply apply, int absorbed, int tail) {
        Expression argument = apply.arguments().get(absorbed);
        int start = sheet.first(argument);
        int end = sheet.last(argument);
        int last = sheet.last(apply);
        page.flat(sheet.first(apply), start - 1);
        page.space();
        int rest = (end == last ? 0 : 1 + sheet.width(end + 1, last)) + tail;
        if (argument instanceof Expression.Parenthesized parenthesized) {
            layout.parentheses(parenthesized, true, rest);
        } else {
            layout.expression(argument, rest);
        }
        if (end < last) {
            page.space();
            page.flat(end + 1, last);
        }
    }

    /** As many arguments as fit on the first line, the others on lines of their own. */
    private void oneALine(Expression.Apply apply, int tail) {
        List<Expression> arguments = apply.arguments();
        int first = sheet.first(apply);
        int base = page.indentation();
        int next = 0;
        if (page.fits(first, sheet.last(apply.function()), 0)) {
            while (next + 1 < arguments.size() && page.fits(first, sheet.last(arguments.get(next)), 0)) {
                next++;
            }
            page.flat(first, next == 0 ? sheet.last(apply.function()) : sheet.last(arguments.get(next - 1)));
        } else {
            layout.expression(apply.function(), 0);
        }
        for (; next < arguments.size(); next++) {
            Expression argument = arguments.get(next);
            page.newLine(base + Page.STEP, sheet.first(argument));
            layout.expression(argument, next + 1 == arguments.size() ? tail : 0);
        }
    }
}
