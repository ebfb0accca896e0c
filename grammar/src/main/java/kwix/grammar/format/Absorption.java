package kwix.grammar.format;

import kwix.grammar.tree.Expression;
import kwix.grammar.tree.Parameter;

/** Which expressions of several lines may begin at the end of a line, so that only their inside is indented. */
final class Absorption {

    private Absorption() {}

    /** Sets, lists, strings of several lines, and whatever is in parentheses. */
    static boolean isTerm(Expression expression) {
        return switch (expression) {
            case Expression.AttributeSetLiteral _, Expression.ListLiteral _, Expression.Parenthesized _ -> true;
            case Expression.StringLiteral string -> string.indented();
            default -> false;
        };
    }

    /** As {@link #isTerm}, but for parentheses only if they hold such. */
    static boolean isBracketed(Expression expression) {
        Expression inner = expression;
        while (inner instanceof Expression.Parenthesized parenthesized) {
            inner = parenthesized.inner();
        }
        return isTerm(inner);
    }

    /** A function {@code a: b: body} of few words whose body can be absorbed, and which begins on the line. */
    static boolean isFunction(Layout layout, Expression expression) {
        Expression body = expression;
        while (body instanceof Expression.Lambda lambda) {
            if (!(lambda.parameter() instanceof Parameter.Named)) {
                return false;
            }
            body = lambda.body();
        }
        return body != expression && isBracketed(body) && startFits(layout, expression, body);
    }

    /** Whether nothing stands in the way of what comes before a part, and the first bracket of that part, on the line. */
    static boolean startFits(Layout layout, Expression whole, Expression part) {
        int first = layout.sheet.first(whole);
        int bracket = layout.sheet.first(part);
        return layout.page.fitsUpTo(first, bracket, bracketWidth(part));
    }

    /** How much of an absorbed expression stands on the line at least. */
    static int bracketWidth(Expression part) {
        return switch (part) {
            case Expression.AttributeSetLiteral set when set.recursive() -> 5;
            case Expression.StringLiteral _ -> 2;
            default -> 1;
        };
    }

    static boolean isAbsorbed(Layout layout, Expression expression, int tail) {
        return switch (expression) {
            case Expression.AttributeSetLiteral _, Expression.ListLiteral _, Expression.Parenthesized _ -> true;
            case Expression.StringLiteral _ -> true;
            case Expression.IntegerLiteral _,
                    Expression.FloatLiteral _,
                    Expression.UrlLiteral _,
                    Expression.PathLiteral _,
                    Expression.SearchPathLiteral _ -> true;
            case Expression.With with -> isAbsorbedWith(layout, with);
            case Expression.Lambda lambda -> isFunction(layout, lambda);
            case Expression.Apply apply -> layout.calls.absorbing(apply, tail) >= 0 || layout.calls.staysOnLine(apply);
            case Expression.Select select ->
                select.subject() instanceof Expression.Parenthesized && select.fallback() == null;
            default -> false;
        };
    }

    static boolean fitsOwnLine(Layout layout, Expression expression, int tail) {
        int first = layout.sheet.first(expression);
        int last = layout.sheet.last(expression);
        return !layout.sheet.isBroken(first, last) && layout.sheet.width(first, last) + tail <= Page.WIDTH;
    }

    static boolean isAbsorbedWith(Layout layout, Expression.With with) {
        return isTerm(with.body())
                && !(with.body() instanceof Expression.Parenthesized)
                && startFits(layout, with, with.body());
    }

    /** In the parentheses of an argument: a name, and then nothing but what can be absorbed. */
    private static boolean isCompactCall(Layout layout, Expression.Apply apply, int tail) {
        return apply.function() instanceof Expression.Variable
                && apply.arguments().size() == 1
                && isTerm(apply.arguments().getLast())
                && !(apply.arguments().getLast() instanceof Expression.Parenthesized)
                && layout.calls.absorbsLast(apply, tail);
    }

    /** What may begin right behind an opening parenthesis. */
    static boolean intoParentheses(Layout layout, Expression inner, Parentheses place, int tail) {
        return switch (inner) {
            case Expression.Lambda lambda ->
                isFunction(layout, lambda)
                        && (place != Parentheses.LAST || !(lambda.body() instanceof Expression.Lambda));
            case Expression.Apply apply ->
                switch (place) {
                    case TERM -> true;
                    case LAST -> isCompactCall(layout, apply, tail);
                    case AMONG -> layout.calls.absorbsLast(apply, tail);
                    case OWN_LINE ->
                        !(apply.arguments().getLast() instanceof Expression.Parenthesized)
                                && layout.calls.absorbsLast(apply, tail);
                };
            case Expression.With with -> isAbsorbedWith(layout, with);
            default -> isTerm(inner);
        };
    }
}
