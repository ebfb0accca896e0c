package kwix.grammar.format;

import kwix.grammar.tree.AttributeName;
import kwix.grammar.tree.Expression;

/** Expressions that are read at a glance. */
final class Simple {

    private static final int MOST_ARGUMENTS = 2;

    private Simple() {}

    static boolean isSimple(Expression expression) {
        return switch (expression) {
            case Expression.IntegerLiteral _,
                    Expression.FloatLiteral _,
                    Expression.UrlLiteral _,
                    Expression.PathLiteral _,
                    Expression.SearchPathLiteral _,
                    Expression.Variable _ -> true;
            case Expression.StringLiteral _ -> true;
            case Expression.Select select -> select.fallback() == null && isSimpleSelect(select);
            default -> false;
        };
    }

    /** Names from a variable, or from the result of a simple call. */
    static boolean isSimpleSelect(Expression.Select select) {
        boolean simple = select.subject() instanceof Expression.Variable
                || select.subject() instanceof Expression.Parenthesized parenthesized
                        && parenthesized.inner() instanceof Expression.Apply apply
                        && isSimpleCall(apply);
        return simple && select.path().names().stream().allMatch(AttributeName.Static.class::isInstance);
    }

    /** Such a call stays on its line, however long that gets. */
    static boolean isSimpleCall(Expression.Apply apply) {
        return apply.arguments().size() <= MOST_ARGUMENTS
                && isSimple(apply.function())
                && apply.arguments().stream().allMatch(Simple::isSimpleArgument);
    }

    private static boolean isSimpleArgument(Expression argument) {
        return argument instanceof Expression.Parenthesized parenthesized
                ? isSimple(parenthesized.inner())
                        || parenthesized.inner() instanceof Expression.Apply apply && isSimpleCall(apply)
                : isSimple(argument);
    }
}
