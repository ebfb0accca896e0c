package kwix.grammar.binary;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kwix.grammar.scope.Recollection;
import kwix.grammar.source.SourceText;
import kwix.grammar.tree.AttributeName;
import kwix.grammar.tree.AttributePath;
import kwix.grammar.tree.BinaryOperator;
import kwix.grammar.tree.Binding;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.Formal;
import kwix.grammar.tree.InheritedName;
import kwix.grammar.tree.Parameter;
import kwix.grammar.tree.StringPart;
import kwix.grammar.tree.SyntaxTree;
import kwix.grammar.tree.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Bytes to a tree; bodies of functions when they are asked for. What it finds besides is the recollection of scope analysis. */
final class TreeReader implements Recollection {

    private static final BinaryOperator[] BINARY = BinaryOperator.values();
    private static final UnaryOperator[] UNARY = UnaryOperator.values();

    private final int[] meanings;
    private final int[] sizes;
    private final SyntaxTree tree;

    TreeReader(SourceText source, byte[] bytes, int start) {
        var in = new TreeInput(bytes, start);
        meanings = new int[in.number()];
        sizes = new int[in.number()];
        int depth = in.number();
        Expression root = expression(in);
        tree = new SyntaxTree(source, root, List.of(), List.of(), meanings.length, sizes.length, depth);
    }

    SyntaxTree tree() {
        return tree;
    }

    @Override
    public int meaning(int variable) {
        return meanings[variable];
    }

    /** One with continued parameters is kept as the complement. */
    @Override
    public int size(int lambda) {
        int size = sizes[lambda];
        return size < 0 ? ~size : size;
    }

    @Override
    public boolean continued(int lambda) {
        return sizes[lambda] < 0;
    }

    private Expression expression(TreeInput in) {
        return Objects.requireNonNull(optional(in), "an expression");
    }

    private @Nullable Expression optional(TreeInput in) {
        int tag = in.tag();
        if (tag == Tag.NONE) {
            return null;
        }
        int start = in.start();
        int end = in.end(start);
        Expression expression = expression(in, tag, start, end);
        in.ended(end);
        return expression;
    }

    private Expression expression(TreeInput in, int tag, int start, int end) {
        return switch (tag) {
            case Tag.INTEGER -> new Expression.IntegerLiteral(start, end, in.wide());
            case Tag.FLOAT -> new Expression.FloatLiteral(start, end, Double.longBitsToDouble(in.wide()));
            case Tag.STRING -> new Expression.StringLiteral(start, end, parts(in), false);
            case Tag.INDENTED_STRING -> new Expression.StringLiteral(start, end, parts(in), true);
            case Tag.URL -> new Expression.UrlLiteral(start, end, in.text());
            case Tag.PATH -> new Expression.PathLiteral(start, end, parts(in));
            case Tag.SEARCH_PATH -> new Expression.SearchPathLiteral(start, end, in.text(), in.scope());
            case Tag.VARIABLE -> {
                var variable = new Expression.Variable(start, end, in.text(), in.variable());
                meanings[variable.index()] = in.number();
                yield variable;
            }
            case Tag.SELECT -> new Expression.Select(start, end, expression(in), path(in), optional(in));
            case Tag.HAS_ATTRIBUTE -> new Expression.HasAttribute(start, end, expression(in), path(in));
            case Tag.APPLY -> new Expression.Apply(start, end, expression(in), expressions(in));
            case Tag.UNARY -> {
                UnaryOperator operator = UNARY[in.number()];
                yield new Expression.Unary(start, end, operator, expression(in), in.scope());
            }
            case Tag.BINARY -> {
                BinaryOperator operator = BINARY[in.number()];
                int operatorStart = start + in.number();
                yield new Expression.Binary(
                        start, end, operator, operatorStart, expression(in), expression(in), in.scope());
            }
            case Tag.IF -> new Expression.If(start, end, expression(in), expression(in), expression(in));
            case Tag.ASSERT -> new Expression.Assert(start, end, expression(in), expression(in));
            case Tag.WITH -> new Expression.With(start, end, expression(in), expression(in), in.scope());
            case Tag.LET -> new Expression.Let(start, end, bindings(in), expression(in), in.scope());
            case Tag.LEGACY_LET -> new Expression.LegacyLet(start, end, bindings(in), in.scope());
            case Tag.LAMBDA -> {
                Parameter parameter = parameter(in);
                int index = in.scope();
                sizes[index] = in.number();
                TreeInput body = in.skip();
                yield Expression.Lambda.unread(start, end, parameter, () -> expression(body.copy()), index);
            }
            case Tag.CONTINUED_LAMBDA -> {
                Parameter parameter = parameter(in);
                int index = in.scope();
                sizes[index] = ~in.number();
                yield new Expression.Lambda(start, end, parameter, expression(in), null, index);
            }
            case Tag.SET -> new Expression.AttributeSetLiteral(start, end, false, bindings(in), in.scope());
            case Tag.RECURSIVE_SET -> new Expression.AttributeSetLiteral(start, end, true, bindings(in), in.scope());
            case Tag.LIST -> new Expression.ListLiteral(start, end, expressions(in));
            case Tag.PARENTHESIZED -> new Expression.Parenthesized(start, end, expression(in));
            default -> throw new IllegalStateException("no expression: " + tag);
        };
    }

    private List<Expression> expressions(TreeInput in) {
        int count = in.number();
        var expressions = new ArrayList<Expression>(count);
        for (int i = 0; i < count; i++) {
            expressions.add(expression(in));
        }
        return expressions;
    }

    private List<StringPart> parts(TreeInput in) {
        int count = in.number();
        var parts = new ArrayList<StringPart>(count);
        for (int i = 0; i < count; i++) {
            boolean isText = in.tag() == Tag.TEXT;
            int start = in.start();
            int end = in.end(start);
            parts.add(
                    isText
                            ? new StringPart.Text(start, end, in.text())
                            : new StringPart.Interpolation(start, end, expression(in)));
            in.ended(end);
        }
        return parts;
    }

    private AttributePath path(TreeInput in) {
        int start = in.start();
        int end = in.end(start);
        int count = in.number();
        var names = new ArrayList<AttributeName>(count);
        for (int i = 0; i < count; i++) {
            names.add(name(in));
        }
        in.ended(end);
        return new AttributePath(start, end, names);
    }

    private AttributeName name(TreeInput in) {
        int tag = in.tag();
        int start = in.start();
        int end = in.end(start);
        AttributeName name = tag == Tag.DYNAMIC_NAME
                ? new AttributeName.Dynamic(start, end, expression(in))
                : new AttributeName.Static(start, end, in.text(), tag == Tag.QUOTED_NAME);
        in.ended(end);
        return name;
    }

    private List<Binding> bindings(TreeInput in) {
        int count = in.number();
        var bindings = new ArrayList<Binding>(count);
        for (int i = 0; i < count; i++) {
            int tag = in.tag();
            int start = in.start();
            int end = in.end(start);
            bindings.add(
                    tag == Tag.DEFINITION
                            ? new Binding.Definition(start, end, path(in), expression(in), null)
                            : inherit(in, start, end, tag == Tag.INHERIT_FROM));
            in.ended(end);
        }
        return bindings;
    }

    private Binding inherit(TreeInput in, int start, int end, boolean from) {
        Expression source = from ? expression(in) : null;
        int count = in.number();
        var names = new ArrayList<InheritedName>(count);
        for (int i = 0; i < count; i++) {
            int nameStart = in.start();
            int nameEnd = in.end(nameStart);
            var name = new InheritedName(nameStart, nameEnd, in.text(), in.variable());
            if (!from) {
                meanings[name.index()] = in.number();
            }
            in.ended(nameEnd);
            names.add(name);
        }
        return new Binding.Inherit(start, end, source, names, null);
    }

    private Parameter parameter(TreeInput in) {
        int tag = in.tag();
        int start = in.start();
        int end = in.end(start);
        Parameter parameter = tag == Tag.NAMED
                ? new Parameter.Named(start, end, in.text())
                : formals(in, start, end, tag == Tag.OPEN_FORMALS);
        in.ended(end);
        return parameter;
    }

    private Parameter formals(TreeInput in, int start, int end, boolean ellipsis) {
        Parameter.Named alias = null;
        if (in.tag() != Tag.NONE) {
            int aliasStart = in.start();
            int aliasEnd = in.end(aliasStart);
            alias = new Parameter.Named(aliasStart, aliasEnd, in.text());
            in.ended(aliasEnd);
        }
        int count = in.number();
        var formals = new ArrayList<Formal>(count);
        for (int i = 0; i < count; i++) {
            int formalStart = in.start();
            int formalEnd = in.end(formalStart);
            formals.add(new Formal(formalStart, formalEnd, in.text(), optional(in), null));
            in.ended(formalEnd);
        }
        return new Parameter.Formals(start, end, formals, ellipsis, alias);
    }
}
