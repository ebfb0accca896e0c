package kwix.language.translate;

import kwix.grammar.scope.Scopes;
import kwix.grammar.tree.BinaryOperator;
import kwix.grammar.tree.Expression;
import kwix.language.node.KwixNode;
import kwix.language.node.call.CallNode;
import kwix.language.node.literal.ConstantNode;
import kwix.language.node.operator.AddNode;
import kwix.language.node.operator.AndNode;
import kwix.language.node.operator.CompareNode;
import kwix.language.node.operator.ConcatenateNode;
import kwix.language.node.operator.DivideNode;
import kwix.language.node.operator.EqualNode;
import kwix.language.node.operator.ImpliesNode;
import kwix.language.node.operator.MultiplyNode;
import kwix.language.node.operator.NegateNode;
import kwix.language.node.operator.NotNode;
import kwix.language.node.operator.OrNode;
import kwix.language.node.operator.SubtractNode;
import kwix.language.node.operator.UpdateNode;
import kwix.language.value.Budget;

/** Prefix and infix operators. */
final class Operators {

    private final Translator translator;

    Operators(Translator translator) {
        this.translator = translator;
    }

    KwixNode unary(Expression.Unary unary) {
        Scopes.Overrides overrides = translator.scopes().overrides(unary);
        return switch (unary.operator()) {
            case NOT -> new NotNode(translator.strict(unary.operand()));
            case NEGATE ->
                overrides == null
                        ? new NegateNode(translator.strict(unary.operand()))
                        : CallNode.of(
                                translator.variable("__sub", overrides.first()),
                                new KwixNode[] {new ConstantNode(0L), translator.lazy(unary.operand())});
        };
    }

    KwixNode binary(Expression.Binary binary) {
        Scopes.Overrides overrides = translator.scopes().overrides(binary);
        if (overrides != null) {
            return overridden(binary, overrides);
        }
        BinaryOperator operator = binary.operator();
        if (operator == BinaryOperator.PIPE_FORWARD) {
            return CallNode.of(translator.strict(binary.right()), new KwixNode[] {translator.lazy(binary.left())});
        }
        if (operator == BinaryOperator.PIPE_BACKWARD) {
            return CallNode.of(translator.strict(binary.left()), new KwixNode[] {translator.lazy(binary.right())});
        }
        return plain(operator, translator.strict(binary.left()), translator.strict(binary.right()));
    }

    private KwixNode plain(BinaryOperator operator, KwixNode left, KwixNode right) {
        Budget budget = translator.context().budget();
        return switch (operator) {
            case CONCATENATE -> new ConcatenateNode(left, right);
            case MULTIPLY -> new MultiplyNode(left, right);
            case DIVIDE -> new DivideNode(left, right);
            case ADD -> new AddNode(left, right, translator.context().coercion());
            case SUBTRACT -> new SubtractNode(left, right);
            case UPDATE -> new UpdateNode(left, right);
            case LESS -> new CompareNode(left, right, false, budget);
            case LESS_OR_EQUAL -> new CompareNode(right, left, true, budget);
            case GREATER -> new CompareNode(right, left, false, budget);
            case GREATER_OR_EQUAL -> new CompareNode(left, right, true, budget);
            case EQUAL -> new EqualNode(left, right, false, budget);
            case NOT_EQUAL -> new EqualNode(left, right, true, budget);
            case AND -> new AndNode(left, right);
            case OR -> new OrNode(left, right);
            case IMPLIES -> new ImpliesNode(left, right);
            case PIPE_FORWARD, PIPE_BACKWARD -> throw new IllegalStateException("pipes are calls");
        };
    }

    /** An operator whose function ({@code __sub}, {@code __lessThan} …) the program defines itself. */
    private KwixNode overridden(Expression.Binary binary, Scopes.Overrides overrides) {
        KwixNode left = translator.lazy(binary.left());
        KwixNode right = translator.lazy(binary.right());
        KwixNode function = translator.variable(binary.operator().symbol(), overrides.first());
        return switch (binary.operator()) {
            case GREATER -> CallNode.of(function, new KwixNode[] {right, left});
            case LESS_OR_EQUAL ->
                new NotNode(translator.at(binary, CallNode.of(function, new KwixNode[] {right, left})));
            case GREATER_OR_EQUAL ->
                new NotNode(translator.at(binary, CallNode.of(function, new KwixNode[] {left, right})));
            default -> CallNode.of(function, new KwixNode[] {left, right});
        };
    }
}
