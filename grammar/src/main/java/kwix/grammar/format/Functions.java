package kwix.grammar.format;

import static kwix.grammar.parse.KwixParser.*;

import kwix.grammar.tree.Expression;
import kwix.grammar.tree.Formal;
import kwix.grammar.tree.Parameter;

/** Functions: their parameters and where their body begins. */
final class Functions {

    private final Layout layout;
    private final Sheet sheet;
    private final Page page;

    Functions(Layout layout) {
        this.layout = layout;
        sheet = layout.sheet;
        page = layout.page;
    }

    void lambda(Expression.Lambda whole, int tail) {
        boolean absorbed = Absorption.isFunction(layout, whole);
        Expression.Lambda lambda = whole;
        int base = -1;
        while (true) {
            switch (lambda.parameter()) {
                case Parameter.Named named -> page.token(sheet.first(named));
                case Parameter.Formals formals -> formals(formals);
            }
            base = base < 0 ? page.indentation() : base;
            int body = sheet.first(lambda.body());
            page.token(body - 1);
            boolean onLine = !page.mustBreak(body)
                    && (absorbed
                            || lambda.parameter() instanceof Parameter.Named
                                    && lambda.body() instanceof Expression.Lambda next
                                    && next.parameter() instanceof Parameter.Named
                                    && page.room() > sheet.width(body, body) + 1);
            if (onLine) {
                page.space();
            } else {
                page.newLine(base, body);
            }
            if (!(lambda.body() instanceof Expression.Lambda next) || !onLine && layout.fitsFlat(next, tail)) {
                layout.expression(lambda.body(), tail);
                return;
            }
            lambda = next;
        }
    }

    private void formals(Parameter.Formals formals) {
        int first = sheet.first(formals);
        int last = sheet.last(formals);
        if (page.fits(first, last, 1)) {
            page.flat(first, last);
            return;
        }
        int at = first;
        if (sheet.tokens.kind(at) != FORMALS_BRACE) {
            page.token(at++);
            page.token(at++);
        }
        page.token(at++);
        int base = page.indentation();
        int index = 0;
        while (sheet.tokens.kind(at) != R_BRACE) {
            if (sheet.tokens.kind(at) == ELLIPSIS) {
                page.newLine(base + Page.STEP, at);
                page.token(at++);
            } else {
                at = formal(formals.formals().get(index++), base + Page.STEP);
            }
        }
        page.closeLine(base, at);
        page.token(at);
        if (at < last) {
            page.token(at + 1);
            page.token(at + 2);
        }
    }

    /** Writes a formal and the comma after it, whether there was one or not; returns the token that follows. */
    private int formal(Formal formal, int spaces) {
        int name = sheet.first(formal);
        int last = sheet.last(formal);
        page.newLine(spaces, name);
        boolean comma = sheet.tokens.kind(last + 1) == COMMA;
        if (formal.fallback() == null) {
            if (!comma) {
                page.suffix(name, ",");
            }
            page.token(name);
        } else {
            if (!comma) {
                // A comma directly behind a URL would be part of it.
                page.suffix(last, sheet.tokens.kind(last) == URL ? " ," : ",");
            }
            page.token(name);
            page.space();
            page.token(name + 1);
            layout.bindings.value(formal.fallback(), 1);
            if (comma && sheet.isSpaced(last + 1)) {
                page.space();
            }
        }
        if (!comma) {
            return last + 1;
        }
        page.token(last + 1);
        return last + 2;
    }
}
