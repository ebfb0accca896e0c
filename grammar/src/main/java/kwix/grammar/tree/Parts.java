package kwix.grammar.tree;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pieces that a piece of a tree directly consists of in the order of the text, comments apart; for walks that keep what is left in a
 * list of their own.
 */
public final class Parts {

    private Parts() {}

    public static List<? extends Tree> of(Tree tree) {
        return switch (tree) {
            case Expression expression -> of(expression);
            case StringPart.Interpolation part -> List.of(part.expression());
            case StringPart.Text ignored -> List.of();
            case AttributePath path -> path.names();
            case AttributeName.Dynamic name -> List.of(name.expression());
            case AttributeName.Static ignored -> List.of();
            case Binding.Definition definition -> List.of(definition.path(), definition.value());
            case Binding.Inherit inherit -> {
                List<Tree> parts = present(inherit.source());
                parts.addAll(inherit.names());
                yield parts;
            }
            case Binding.Broken ignored -> List.of();
            case Parameter.Formals formals -> {
                var parts = new ArrayList<Tree>(formals.formals());
                Parameter.Named alias = formals.alias();
                if (alias != null) {
                    parts.add(alias.start() == formals.start() ? 0 : parts.size(), alias);
                }
                yield parts;
            }
            case Parameter.Named ignored -> List.of();
            case Formal formal -> present(formal.fallback());
            case InheritedName ignored -> List.of();
            case Comment ignored -> List.of();
        };
    }

    private static List<? extends Tree> of(Expression expression) {
        return switch (expression) {
            case Expression.StringLiteral string -> string.parts();
            case Expression.PathLiteral path -> path.parts();
            case Expression.Select select -> present(select.subject(), select.path(), select.fallback());
            case Expression.HasAttribute test -> List.of(test.subject(), test.path());
            case Expression.Apply apply -> {
                var parts = new ArrayList<Tree>();
                parts.add(apply.function());
                parts.addAll(apply.arguments());
                yield parts;
            }
            case Expression.Unary unary -> List.of(unary.operand());
            case Expression.Binary binary -> List.of(binary.left(), binary.right());
            case Expression.If choice -> List.of(choice.condition(), choice.then(), choice.otherwise());
            case Expression.Assert assertion -> List.of(assertion.condition(), assertion.body());
            case Expression.With with -> List.of(with.namespace(), with.body());
            case Expression.Let let -> {
                var parts = new ArrayList<Tree>(let.bindings());
                parts.add(let.body());
                yield parts;
            }
            case Expression.LegacyLet let -> let.bindings();
            case Expression.Lambda lambda -> List.of(lambda.parameter(), lambda.body());
            case Expression.AttributeSetLiteral set -> set.bindings();
            case Expression.ListLiteral list -> list.elements();
            case Expression.Parenthesized parenthesized -> List.of(parenthesized.inner());
            case Expression.IntegerLiteral ignored -> List.of();
            case Expression.FloatLiteral ignored -> List.of();
            case Expression.UrlLiteral ignored -> List.of();
            case Expression.SearchPathLiteral ignored -> List.of();
            case Expression.Variable ignored -> List.of();
            case Expression.Broken ignored -> List.of();
        };
    }

    private static List<Tree> present(@Nullable Tree... trees) {
        var parts = new ArrayList<Tree>();
        for (Tree tree : trees) {
            if (tree != null) {
                parts.add(tree);
            }
        }
        return parts;
    }
}
