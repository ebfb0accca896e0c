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
        } else if (staysOnLine(apply)) {
            page.flat(sheet.first(apply), sheet.last(apply));
        } else {
            oneALine(apply, tail);
        }
    }

    private boolean isSimple(Expression.Apply apply) {
        return Simple.isSimpleCall(apply) && !sheet.isBroken(sheet.first(apply), sheet.last(apply));
    }

    /** Whether an argument is too long even for a line of its own, so that breaking the line helps nobody. */
    private boolean isLong(Expression.Apply apply) {
        return apply.arguments().stream()
                .anyMatch(argument -> sheet.width(sheet.first(argument), sheet.last(argument)) > Page.WIDTH);
    }

    boolean staysOnLine(Expression.Apply apply) {
        return isSimple(apply) && isLong(apply);
    }

    /** A value that is a simple call stays beside its name. */
    boolean staysBesideName(Expression.Apply apply) {
        return isSimple(apply) && !(apply.arguments().getLast() instanceof Expression.Parenthesized);
    }

    void onLine(Expression.Apply apply) {
        page.flat(sheet.first(apply), sheet.last(apply));
    }

    /** The only argument that may take several lines, all else standing on the first of them or the last; else -1. */
    int absorbing(Expression.Apply apply, int tail) {
        List<Expression> arguments = apply.arguments();
        if (isSimple(apply) && !(arguments.getLast() instanceof Expression.Parenthesized) || isInColumns(arguments)) {
            return -1;
        }
        int first = sheet.first(apply);
        int last = sheet.last(apply);
        for (int i = arguments.size() - 1; i >= 0; i--) {
            Expression argument = arguments.get(i);
            int start = sheet.first(argument);
            int end = sheet.last(argument);
            if (end < last && (isSimple(apply) || sheet.isBroken(end, last))) {
                return -1;
            }
            if (isAbsorbable(argument, i + 1 == arguments.size(), room(first, start), tail)
                    && page.fitsUpTo(first, start, Absorption.bracketWidth(argument))
                    && (end == last || sheet.width(end, last) + tail <= Page.WIDTH)) {
                return i;
            }
        }
        return -1;
    }

    /** The first of two lists side by side, which are read as columns; or -1. */
    private static int columns(List<Expression> arguments) {
        for (int i = 1; i < arguments.size(); i++) {
            if (arguments.get(i) instanceof Expression.ListLiteral
                    && arguments.get(i - 1) instanceof Expression.ListLiteral) {
                return i - 1;
            }
        }
        return -1;
    }

    private boolean isInColumns(List<Expression> arguments) {
        Expression last = arguments.getLast();
        return columns(arguments) >= 0
                && !(last instanceof Expression.Parenthesized && sheet.isBroken(sheet.first(last), sheet.last(last)));
    }

    /** What is left of the line for an argument, if all before it stands there. */
    private int room(int first, int start) {
        return sheet.isBroken(first, start - 1) ? 0 : page.room() - sheet.width(first, start - 1) - 1;
    }

    private boolean isAbsorbable(Expression argument, boolean last, int room, int tail) {
        return switch (argument) {
            case Expression.AttributeSetLiteral set -> !set.bindings().isEmpty();
            case Expression.ListLiteral list -> !list.elements().isEmpty();
            case Expression.StringLiteral string ->
                string.indented() || last && layout.strings.breaksLast(string, room, tail);
            case Expression.Parenthesized _ -> true;
            default -> false;
        };
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
            layout.parentheses(parenthesized, end == last ? Parentheses.LAST : Parentheses.AMONG, rest);
        } else {
            layout.expression(argument, rest);
        }
        if (end < last) {
            page.space();
            page.flat(end + 1, last);
        }
    }

    /** Whether the last argument can be absorbed. */
    boolean absorbsLast(Expression.Apply apply, int tail) {
        return absorbing(apply, tail) == apply.arguments().size() - 1;
    }

    /** A call that had to go to a line of its own: no argument is absorbed. */
    void broken(Expression.Apply apply, int tail) {
        if (isSimple(apply)) {
            apply(apply, tail);
        } else {
            oneALine(apply, tail);
        }
    }

    /** As many arguments as fit on the first line, the others on lines of their own. */
    private void oneALine(Expression.Apply apply, int tail) {
        List<Expression> arguments = apply.arguments();
        int first = sheet.first(apply);
        int base = page.indentation();
        int next = 0;
        if (page.fits(first, sheet.last(apply.function()), 0)) {
            int columns = columns(arguments);
            int most = columns >= 0 ? columns : arguments.size() - 1;
            while (next < most && page.fits(first, sheet.last(arguments.get(next)), 0)) {
                next++;
            }
            page.flat(first, next == 0 ? sheet.last(apply.function()) : sheet.last(arguments.get(next - 1)));
        } else {
            layout.expression(apply.function(), 0);
        }
        for (; next < arguments.size(); next++) {
            Expression argument = arguments.get(next);
            page.newLine(base + Page.STEP, sheet.first(argument));
            int rest = next + 1 == arguments.size() ? tail : 0;
            if (argument instanceof Expression.Parenthesized parenthesized && !layout.fitsFlat(argument, rest)) {
                layout.parentheses(parenthesized, Parentheses.OWN_LINE, rest);
            } else {
                layout.expression(argument, rest);
            }
        }
    }
}
