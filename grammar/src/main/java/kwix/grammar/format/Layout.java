package kwix.grammar.format;

import static kwix.grammar.parse.KwixParser.*;

import java.util.ArrayList;
import java.util.List;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.Tree;

/**
 * Writes expressions. What fits on the rest of the line, and may, is written there; else each kind has its form of several lines, whose
 * parts are indented by what the line is on which the expression begins.
 */
final class Layout {

    final Sheet sheet;
    final Page page;
    final Calls calls;
    final Operations operations;
    final Functions functions;
    final Bindings bindings;
    final Strings strings;

    Layout(Sheet sheet, Page page) {
        this.sheet = sheet;
        this.page = page;
        calls = new Calls(this);
        operations = new Operations(this);
        functions = new Functions(this);
        bindings = new Bindings(this);
        strings = new Strings(this);
    }

    /** @param tail the width of what has to follow on the last line */
    void expression(Expression expression, int tail) {
        if (!flat(expression, tail)) {
            expand(expression, tail);
        }
    }

    /** What had to go to a line of its own, for it could not be absorbed. */
    void ownLine(Expression expression, int tail) {
        if (expression instanceof Expression.Apply apply && !fitsFlat(apply, tail)) {
            calls.broken(apply, tail);
        } else {
            expression(expression, tail);
        }
    }

    boolean flat(Tree tree, int tail) {
        int first = sheet.first(tree);
        int last = sheet.last(tree);
        if (page.fits(first, last, tail)) {
            page.flat(first, last);
            return true;
        }
        return false;
    }

    void tokens(int first, int last) {
        page.flat(first, last);
    }

    boolean fitsFlat(Tree tree, int tail) {
        return page.fits(sheet.first(tree), sheet.last(tree), tail);
    }

    private void expand(Expression expression, int tail) {
        switch (expression) {
            case Expression.AttributeSetLiteral set ->
                bindings.set(sheet.first(set), set.recursive() ? 2 : 1, set.bindings(), sheet.last(set));
            case Expression.LegacyLet let -> bindings.set(sheet.first(let), 2, let.bindings(), sheet.last(let));
            case Expression.ListLiteral list -> list(list);
            case Expression.Parenthesized parenthesized -> parentheses(parenthesized, Parentheses.TERM, tail);
            case Expression.Apply apply -> calls.apply(apply, tail);
            case Expression.Lambda lambda -> functions.lambda(lambda, tail);
            case Expression.Let let -> let(let, tail);
            case Expression.With with -> with(with, tail);
            case Expression.Assert assertion -> assertion(assertion, tail);
            case Expression.If choice -> choice(choice, tail);
            case Expression.Binary binary -> operations.binary(binary, tail);
            case Expression.Unary unary -> unary(unary, tail);
            case Expression.Select select -> select(select, tail);
            case Expression.HasAttribute test -> test(test, tail);
            case Expression.StringLiteral string -> strings.string(string, string.parts(), string.indented(), tail);
            case Expression.PathLiteral path -> strings.string(path, path.parts(), false, tail);
            case Expression.IntegerLiteral _,
                    Expression.FloatLiteral _,
                    Expression.UrlLiteral _,
                    Expression.SearchPathLiteral _,
                    Expression.Variable _,
                    Expression.Broken _ -> page.flat(sheet.first(expression), sheet.last(expression));
        }
    }

    private void list(Expression.ListLiteral list) {
        page.token(sheet.first(list));
        int base = page.indentation();
        for (Expression element : list.elements()) {
            page.newLine(base + Page.STEP, sheet.first(element));
            expression(element, 0);
        }
        page.closeLine(base, sheet.last(list));
        page.token(sheet.last(list));
    }

    void parentheses(Expression.Parenthesized parenthesized, Parentheses place, int tail) {
        int open = sheet.first(parenthesized);
        int close = sheet.last(parenthesized);
        Expression inner = parenthesized.inner();
        page.token(open);
        int base = page.indentation();
        boolean commented = page.mustBreak(open + 1);
        if (!commented && Absorption.intoParentheses(this, inner, place, tail + 1)) {
            boolean closed = inner instanceof Expression.Apply apply
                    ? calls.absorbing(apply, tail + 1) >= 0
                    : !(inner instanceof Expression.Select);
            expression(inner, tail + 1);
            if (!closed || page.mustBreak(close)) {
                page.closeLine(base, close);
            }
        } else {
            page.directLine(base + Page.STEP, open + 1);
            expression(inner, 0);
            page.closeLine(base, close);
        }
        page.token(close);
    }

    /** Parentheses that are a whole value. */
    void valueParentheses(Expression.Parenthesized parenthesized, int tail) {
        parentheses(parenthesized, Parentheses.LAST, tail);
    }

    private void let(Expression.Let let, int tail) {
        page.token(sheet.first(let));
        int base = page.indentation();
        bindings.bindings(let.bindings(), base + Page.STEP);
        int in = sheet.first(let.body()) - 1;
        page.closeLine(base, in);
        page.token(in);
        page.newLine(base, in + 1);
        expression(let.body(), tail);
    }

    private void with(Expression.With with, int tail) {
        int base = namespace(with);
        page.newLine(base, sheet.first(with.body()));
        expression(with.body(), tail);
    }

    /** A {@code with} whose body begins on its line. */
    void absorbedWith(Expression.With with, int tail) {
        namespace(with);
        page.space();
        expression(with.body(), tail);
    }

    private int namespace(Expression.With with) {
        int first = sheet.first(with);
        page.token(first);
        int base = page.indentation();
        page.space();
        expression(with.namespace(), 1);
        page.token(sheet.first(with.body()) - 1);
        return base;
    }

    private void assertion(Expression.Assert assertion, int tail) {
        page.token(sheet.first(assertion));
        int base = page.indentation();
        if (assertion.condition() instanceof Expression.Apply apply && !page.mustBreak(sheet.first(apply))) {
            page.space();
            if (fitsFlat(apply, 1) || calls.absorbsLast(apply, 1)) {
                expression(apply, 1);
            } else {
                calls.broken(apply, 1);
            }
        } else {
            bindings.value(assertion.condition(), 1);
        }
        int body = sheet.first(assertion.body());
        page.token(body - 1);
        page.newLine(base, body);
        expression(assertion.body(), tail);
    }

    private void choice(Expression.If whole, int tail) {
        Expression.If choice = whole;
        int base = -1;
        while (true) {
            page.token(sheet.first(choice));
            base = base < 0 ? page.indentation() : base;
            condition(choice.condition(), base);
            int then = sheet.first(choice.then());
            page.token(then - 1);
            page.newLine(base + Page.STEP, then);
            expression(choice.then(), 0);
            int otherwise = sheet.first(choice.otherwise());
            page.newLine(base, otherwise - 1);
            page.token(otherwise - 1);
            if (choice.otherwise() instanceof Expression.If further) {
                if (page.mustBreak(otherwise)) {
                    page.directLine(base, otherwise);
                } else {
                    page.space();
                }
                choice = further;
            } else {
                page.newLine(base + Page.STEP, otherwise);
                expression(choice.otherwise(), tail);
                return;
            }
        }
    }

    private void condition(Expression condition, int base) {
        int first = sheet.first(condition);
        int then = sheet.last(condition) + 1;
        page.space();
        if (!page.mustBreak(first) && !sheet.gaps.commented(then) && fitsFlat(condition, 5)) {
            expression(condition, 5);
            page.space();
        } else {
            page.directLine(base + Page.STEP, first);
            expression(condition, 0);
            page.newLine(base, then);
        }
    }

    private void unary(Expression.Unary whole, int tail) {
        Expression.Unary unary = whole;
        while (true) {
            page.token(sheet.first(unary));
            if (sheet.isSpaced(sheet.first(unary.operand()))) {
                page.space();
            }
            if (!(unary.operand() instanceof Expression.Unary further)) {
                expression(unary.operand(), tail);
                return;
            }
            unary = further;
        }
    }

    private void select(Expression.Select select, int tail) {
        int dot = sheet.last(select.subject()) + 1;
        int base = page.indentation();
        int end = sheet.last(select.path());
        boolean plain = !sheet.isBroken(dot, end);
        expression(select.subject(), plain ? sheet.width(dot, end) + (select.fallback() == null ? tail : 0) : 0);
        if (sheet.isSpaced(dot)) {
            page.space();
        }
        page.token(dot);
        bindings.path(select.path());
        Expression fallback = select.fallback();
        if (fallback != null) {
            int or = sheet.first(fallback) - 1;
            page.space();
            if (!fitsFlat(fallback, tail + 3) && !Absorption.isTerm(fallback)) {
                page.directLine(base + Page.STEP, or);
            }
            page.token(or);
            page.space();
            expression(fallback, tail);
        }
    }

    private void test(Expression.HasAttribute whole, int tail) {
        var tests = new ArrayList<Expression.HasAttribute>(List.of(whole));
        while (tests.getLast().subject() instanceof Expression.HasAttribute further) {
            tests.add(further);
        }
        int first = sheet.last(tests.getLast().subject()) + 1;
        int rest = sheet.isBroken(first, sheet.last(whole)) ? 0 : sheet.width(first, sheet.last(whole)) + 1 + tail;
        expression(tests.getLast().subject(), rest);
        for (Expression.HasAttribute test : tests.reversed()) {
            page.space();
            page.token(sheet.first(test.path()) - 1);
            page.space();
            bindings.path(test.path());
        }
    }
}
