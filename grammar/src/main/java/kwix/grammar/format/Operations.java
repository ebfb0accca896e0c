package kwix.grammar.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import kwix.grammar.parse.Precedence;
import kwix.grammar.tree.BinaryOperator;
import kwix.grammar.tree.Expression;

/** Infix operators. Where an operation takes several lines, each operator of its chain begins one. */
final class Operations {

    /** An operator and what stands to its right. */
    private record Link(int operator, Expression operand) {}

    private final Layout layout;
    private final Sheet sheet;
    private final Page page;

    Operations(Layout layout) {
        this.layout = layout;
        sheet = layout.sheet;
        page = layout.page;
    }

    void binary(Expression.Binary binary, int tail) {
        var links = new ArrayList<Link>();
        Expression first = chain(binary, links);
        int base = page.indentation();
        layout.expression(first, 0);
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            page.newLine(base, link.operator());
            page.token(link.operator());
            operand(link.operand(), base, i + 1 == links.size() ? tail : 0);
        }
    }

    /** {@code a // { … }} as a value: the operation begins on the line of the name, and only the braces take several. */
    boolean compact(Expression.Binary binary, int tail) {
        boolean compact =
                (binary.operator() == BinaryOperator.UPDATE || binary.operator() == BinaryOperator.CONCATENATE)
                        && isOpened(binary.right())
                        && Absorption.startFits(layout, binary, binary.right());
        if (compact) {
            page.flat(sheet.first(binary), sheet.first(binary.right()) - 1);
            page.space();
            layout.expression(binary.right(), tail);
        }
        return compact;
    }

    private static boolean isOpened(Expression right) {
        return right instanceof Expression.AttributeSetLiteral set
                        && !set.bindings().isEmpty()
                || right instanceof Expression.ListLiteral list
                        && !list.elements().isEmpty();
    }

    private void operand(Expression operand, int base, int tail) {
        page.space();
        int first = sheet.first(operand);
        if (!page.mustBreak(first) && (layout.fitsFlat(operand, tail) || isAbsorbed(operand, tail))) {
            layout.expression(operand, tail);
        } else {
            page.directLine(base + Page.STEP, first);
            layout.ownLine(operand, tail);
        }
    }

    private boolean isAbsorbed(Expression operand, int tail) {
        Expression operated = operand;
        while (operated instanceof Expression.Unary unary) {
            operated = unary.operand();
        }
        return Absorption.isAbsorbed(layout, operated, tail);
    }

    /** What stands leftmost in a chain of operators that bind alike. */
    static Expression leftmost(Expression.Binary binary) {
        Expression at = binary;
        while (at instanceof Expression.Binary further && (at == binary || isChained(binary, further))) {
            at = further.left();
        }
        return at;
    }

    private Expression chain(Expression.Binary whole, List<Link> links) {
        Deque<Expression.Binary> lefts = new ArrayDeque<>();
        Expression at = whole;
        while (at instanceof Expression.Binary binary && (lefts.isEmpty() || isChained(lefts.getFirst(), binary))) {
            lefts.push(binary);
            at = binary.left();
        }
        for (Expression.Binary binary : lefts) {
            Expression.Binary link = binary;
            while (link.right() instanceof Expression.Binary right && isContinued(link, right)) {
                links.add(new Link(sheet.tokens.at(link.operatorStart()), right.left()));
                link = right;
            }
            links.add(new Link(sheet.tokens.at(link.operatorStart()), link.right()));
        }
        return at;
    }

    /** Whether the left operand of an operation belongs to its chain. */
    private static boolean isChained(Expression.Binary outer, Expression.Binary left) {
        return Precedence.chains(outer.operator())
                && Precedence.chains(left.operator())
                && Precedence.level(left.operator()) == Precedence.level(outer.operator());
    }

    /** Whether the right operand does: with operators that associate to the right. */
    private static boolean isContinued(Expression.Binary outer, Expression.Binary right) {
        return Precedence.level(right.operator()) == Precedence.level(outer.operator());
    }
}
