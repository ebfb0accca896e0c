package kwix.grammar.format;

import java.util.List;
import kwix.grammar.tree.AttributeName;
import kwix.grammar.tree.AttributePath;
import kwix.grammar.tree.Binding;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.InheritedName;

/** Sets, and what stands in them and in {@code let}. */
final class Bindings {

    private final Layout layout;
    private final Sheet sheet;
    private final Page page;

    Bindings(Layout layout) {
        this.layout = layout;
        sheet = layout.sheet;
        page = layout.page;
    }

    /** @param opening how many tokens stand before the bindings: the brace, and a word before it */
    void set(int first, int opening, List<Binding> bindings, int close) {
        for (int token = first; token < first + opening; token++) {
            if (token > first) {
                page.space();
            }
            page.token(token);
        }
        int base = page.indentation();
        bindings(bindings, base + Page.STEP);
        page.closeLine(base, close);
        page.token(close);
    }

    void bindings(List<Binding> bindings, int spaces) {
        for (Binding binding : bindings) {
            page.newLine(spaces, sheet.first(binding));
            binding(binding);
        }
    }

    void binding(Binding binding) {
        switch (binding) {
            case Binding.Definition definition -> definition(definition);
            case Binding.Inherit inherit -> inherit(inherit);
            case Binding.Broken broken -> page.flat(sheet.first(broken), sheet.last(broken));
        }
    }

    private void definition(Binding.Definition definition) {
        path(definition.path());
        page.space();
        page.token(sheet.last(definition.path()) + 1);
        value(definition.value(), 1, isQuoted(definition.path()));
        page.token(sheet.last(definition));
    }

    void path(AttributePath path) {
        int first = sheet.first(path);
        int last = sheet.last(path);
        if (!sheet.isBroken(first, last)) {
            page.flat(first, last);
            return;
        }
        int at = first;
        for (AttributeName name : path.names()) {
            if (at < sheet.first(name)) {
                page.token(at);
            }
            name(name);
            at = sheet.last(name) + 1;
        }
    }

    private void name(AttributeName name) {
        switch (name) {
            case AttributeName.Dynamic computed -> {
                if (computed.expression() instanceof Expression.StringLiteral string
                        && string.start() == computed.start()) {
                    layout.expression(string, 0);
                } else {
                    layout.strings.interpolation(sheet.first(computed), computed.expression(), 0, false);
                }
            }
            case AttributeName.Static plain -> page.flat(sheet.first(plain), sheet.last(plain));
        }
    }

    /** What a name is bound to, after the {@code =} or what stands for it. */
    void value(Expression value, int tail) {
        value(value, tail, false);
    }

    private void value(Expression value, int tail, boolean quoted) {
        int base = page.indentation();
        int first = sheet.first(value);
        page.space();
        if (!page.mustBreak(first)) {
            if (layout.flat(value, tail)) {
                return;
            }
            if (value instanceof Expression.With with && Absorption.isAbsorbedWith(layout, with)) {
                layout.absorbedWith(with, tail);
                return;
            }
            if (value instanceof Expression.Parenthesized parenthesized) {
                layout.valueParentheses(parenthesized, tail);
                return;
            }
            if (value instanceof Expression.Apply apply
                    && layout.calls.staysBesideName(apply)
                    && !(quoted && Absorption.fitsOwnLine(layout, value, tail))) {
                layout.calls.onLine(apply);
                return;
            }
            if (value instanceof Expression.Binary binary && layout.operations.compact(binary, tail)) {
                return;
            }
            if (!(quoted && isPlain(value) && Absorption.fitsOwnLine(layout, value, tail))
                            && Absorption.isAbsorbed(layout, value, tail)
                    || beginsWithBrackets(value)) {
                layout.expression(value, tail);
                return;
            }
        }
        page.directLine(base + Page.STEP, first);
        layout.ownLine(value, tail);
    }

    /** Behind a name in quotes a literal goes to the next line if it fits there. */
    private static boolean isQuoted(AttributePath path) {
        return path.names().stream().anyMatch(name -> !(name instanceof AttributeName.Static plain && !plain.quoted()));
    }

    private static boolean isPlain(Expression value) {
        return value instanceof Expression.StringLiteral || value instanceof Expression.PathLiteral;
    }

    private static boolean beginsWithBrackets(Expression value) {
        return value instanceof Expression.Binary binary
                && Absorption.isTerm(Operations.leftmost(binary))
                && !(Operations.leftmost(binary) instanceof Expression.Parenthesized);
    }

    private void inherit(Binding.Inherit inherit) {
        if (layout.flat(inherit, 0)) {
            return;
        }
        int first = sheet.first(inherit);
        int end = sheet.last(inherit);
        page.token(first);
        int base = page.indentation();
        int at = first + 1;
        Expression source = inherit.source();
        if (source != null) {
            int close = sheet.last(source) + 1;
            page.space();
            if (!page.fits(at, close, 0)) {
                page.directLine(base + Page.STEP, at);
            }
            page.token(at);
            if (source instanceof Expression.Parenthesized && !page.fits(at + 1, close, 0)) {
                page.directLine(base + 2 * Page.STEP, at + 1);
                layout.expression(source, 0);
                page.closeLine(base + Page.STEP, close);
            } else {
                layout.expression(source, 1);
            }
            page.token(close);
        }
        for (InheritedName name : inherit.names()) {
            page.newLine(base + Page.STEP, sheet.first(name));
            page.flat(sheet.first(name), sheet.last(name));
        }
        if (!inherit.names().isEmpty()) {
            page.newLine(base + Page.STEP, end);
        }
        page.token(end);
    }
}
