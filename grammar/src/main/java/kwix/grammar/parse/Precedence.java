package kwix.grammar.parse;

import kwix.grammar.tree.BinaryOperator;

/** How infix operators bind, for who looks at a finished tree. */
public final class Precedence {

    private Precedence() {}

    /** Of two operators the one with the higher level binds tighter. */
    public static int level(BinaryOperator operator) {
        return Operators.level(operator);
    }

    /** Whether several operators of one level may stand side by side without parentheses. */
    public static boolean chains(BinaryOperator operator) {
        return !Operators.clash(operator, operator);
    }
}
