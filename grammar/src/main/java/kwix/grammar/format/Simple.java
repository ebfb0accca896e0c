package kwix.grammar.format;

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
            case Expression.StringLiteral string -> !string.indented();
            case Expression.Select select ->
                select.fallback() == null && select.subject() instanceof Expression.Variable;
            case Expression.AttributeSetLiteral set -> set.bindings().isEmpty();
            case Expression.ListLiteral list -> list.elements().isEmpty();
            default -> false;
        };
    }

    /** Such a call stays on its line, however long that gets. */
    static boolean isSimpleCall(Expression.Apply apply) {
        return apply.arguments().size() <= MOST_ARGUMENTS
                && isSimple(apply.function())
                && apply.arguments().stream().allMatch(Simple::isSimple);
    }
}
