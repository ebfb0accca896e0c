package kwix.grammar.parse;

import java.util.List;
import kwix.grammar.tree.AttributeName;
import kwix.grammar.tree.AttributePath;
import kwix.grammar.tree.BinaryOperator;
import kwix.grammar.tree.Binding;
import kwix.grammar.tree.Comment;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.Formal;
import kwix.grammar.tree.InheritedName;
import kwix.grammar.tree.Parameter;
import kwix.grammar.tree.UnaryOperator;
import org.antlr.v4.runtime.TokenStream;
import org.jspecify.annotations.Nullable;

/** The actions of the grammar that make everything but literals. {@code from} is the token that a piece began with. */
abstract class TreeActions extends LiteralActions {

    private @Nullable DocComments docs;

    private final OperatorStack operators = new OperatorStack();

    TreeActions(TokenStream tokens) {
        super(tokens);
    }

    /** What the actions need beside the tokens; comes before anything is parsed. */
    final void begin(char[] source, DocComments documentation, int depthLimit) {
        text = source;
        names = new NameTable(source);
        docs = documentation;
        limitDepth(depthLimit);
    }

    private @Nullable Comment doc(int token) {
        return docs == null ? null : docs.before(tokens.start(token));
    }

    final void openOperation() {
        operators.push(OperatorStack.FENCE, 0);
    }

    final void prefix() {
        operators.push(-current(), tokens.start(position()));
    }

    /** The current token is an infix operator: those before it that bind tighter get their right operand. */
    final void operator() {
        BinaryOperator operator = Operators.binary(current());
        int start = tokens.start(position());
        int level = Operators.level(operator);
        while (true) {
            int waiting = operators.type();
            if (waiting == OperatorStack.FENCE) {
                break;
            }
            if (waiting < 0) {
                if (prefixLevel(waiting) < level) {
                    break;
                }
            } else {
                BinaryOperator left = Operators.binary(waiting);
                int leftLevel = Operators.level(left);
                if (leftLevel == level && Operators.clash(left, operator)) {
                    reject(
                            level == 1 ? Complaint.MIXED_PIPES : Complaint.CHAINED_COMPARISON,
                            start,
                            tokens.end(position()));
                }
                if (leftLevel < level || leftLevel == level && Operators.isRightAssociative(operator)) {
                    break;
                }
            }
            reduce();
        }
        operators.push(current(), start);
    }

    private static int prefixLevel(int type) {
        return type == -KwixParser.NOT ? Operators.NOT_LEVEL : Operators.NEGATE_LEVEL;
    }

    final Expression closeOperation() {
        while (operators.type() != OperatorStack.FENCE) {
            reduce();
        }
        operators.pop();
        return (Expression) pop();
    }

    private void reduce() {
        int type = operators.type();
        int offset = operators.offset();
        operators.pop();
        var right = (Expression) pop();
        if (type < 0) {
            push(unary(type, offset, right));
        } else {
            var left = (Expression) pop();
            push(new Expression.Binary(
                    left.start(), right.end(), Operators.binary(type), offset, left, right, nextScope()));
        }
    }

    private Expression unary(int type, int offset, Expression operand) {
        return new Expression.Unary(
                offset,
                operand.end(),
                type == -KwixParser.NOT ? UnaryOperator.NOT : UnaryOperator.NEGATE,
                operand,
                nextScope());
    }

    /** Minus binds tighter than {@code ?}, so the minuses before the subject of a test belong to it. */
    final Expression beforeTest(Expression subject) {
        while (operators.type() == -KwixParser.MINUS) {
            subject = unary(operators.type(), operators.offset(), subject);
            operators.pop();
        }
        return subject;
    }

    final Expression hasAttribute(Expression subject, AttributePath path) {
        return new Expression.HasAttribute(subject.start(), path.end(), subject, path);
    }

    final Expression apply(Expression function, int mark) {
        Expression[] arguments = listFrom(mark, Expression[]::new);
        return new Expression.Apply(
                function.start(), arguments[arguments.length - 1].end(), function, List.of(arguments));
    }

    /** {@code f or} is an application to a variable of that name, as it was before {@code or} became a keyword. */
    final Expression applyToOr(Expression function) {
        return new Expression.Apply(function.start(), end(), function, List.of(variable()));
    }

    final Expression attribute(Expression subject, AttributePath path, @Nullable Expression fallback) {
        return new Expression.Select(
                subject.start(), fallback == null ? path.end() : fallback.end(), subject, path, fallback);
    }

    final Expression parenthesized(int from, Expression inner) {
        return new Expression.Parenthesized(tokens.start(from), end(), inner);
    }

    final Expression list(int from, int mark) {
        return new Expression.ListLiteral(tokens.start(from), end(), List.of(listFrom(mark, Expression[]::new)));
    }

    final Expression attributeSet(int from, boolean recursive, List<Binding> bindings) {
        return new Expression.AttributeSetLiteral(tokens.start(from), end(), recursive, bindings, nextScope());
    }

    final Expression legacyLet(int from, List<Binding> bindings) {
        return new Expression.LegacyLet(tokens.start(from), end(), bindings, nextScope());
    }

    final Expression let(int from, List<Binding> bindings, Expression body) {
        for (Binding binding : bindings) {
            if (binding instanceof Binding.Definition definition
                    && definition.path().names().get(0) instanceof AttributeName.Dynamic computed) {
                reject(Complaint.DYNAMIC_LET, computed.start(), computed.end());
            }
        }
        return new Expression.Let(tokens.start(from), body.end(), bindings, body, nextScope());
    }

    final Expression conditional(int from, Expression condition, Expression then, Expression otherwise) {
        return new Expression.If(tokens.start(from), otherwise.end(), condition, then, otherwise);
    }

    final Expression assertion(int from, Expression condition, Expression body) {
        return new Expression.Assert(tokens.start(from), body.end(), condition, body);
    }

    final Expression with(int from, Expression namespace, Expression body) {
        return new Expression.With(tokens.start(from), body.end(), namespace, body, nextScope());
    }

    final Expression lambda(int from, Parameter parameter, Expression body) {
        return new Expression.Lambda(tokens.start(from), body.end(), parameter, body, doc(from), nextScope());
    }

    final Parameter.Named parameter(int token) {
        return new Parameter.Named(tokens.start(token), tokens.end(token), name(token));
    }

    final Parameter.Formals aliased(Parameter.Formals formals, Parameter.Named alias) {
        return new Parameter.Formals(
                Math.min(formals.start(), alias.start()),
                Math.max(formals.end(), alias.end()),
                formals.formals(),
                formals.ellipsis(),
                alias);
    }

    /** A comma of formals was read: one alone, or one after the ellipsis, has no business there. */
    final void comma() {
        int comma = last();
        switch (tokens.type(comma - 1)) {
            case KwixParser.ELLIPSIS -> reject(Complaint.AFTER_ELLIPSIS, tokens.start(comma), tokens.end(comma));
            case KwixParser.COMMA, KwixParser.FORMALS_BRACE ->
                reject(Complaint.EXTRA_COMMA, tokens.start(comma), tokens.end(comma));
            default -> {}
        }
    }

    final Parameter.Formals formals(int from, int mark) {
        boolean ellipsis = tokens.type(last() - 1) == KwixParser.ELLIPSIS;
        return new Parameter.Formals(tokens.start(from), end(), List.of(listFrom(mark, Formal[]::new)), ellipsis, null);
    }

    final Formal formal(int from, @Nullable Expression fallback) {
        return new Formal(tokens.start(from), end(), name(from), fallback, doc(from));
    }

    final AttributePath attributePath(int mark) {
        AttributeName[] path = listFrom(mark, AttributeName[]::new);
        nesting(path.length);
        return new AttributePath(path[0].start(), path[path.length - 1].end(), List.of(path));
    }

    final AttributeName plainName() {
        int token = last();
        return new AttributeName.Static(tokens.start(token), tokens.end(token), name(token), false);
    }

    final AttributeName quotedName() {
        int start = tokens.start(last());
        int end = tokens.end(last());
        return new AttributeName.Static(start, end, StringText.unescape(text, start + 1, end - 1), true);
    }

    final AttributeName stringName(int from, int mark) {
        Expression.StringLiteral string = string(from, mark);
        return new AttributeName.Dynamic(string.start(), string.end(), string);
    }

    /** <code>${"name"}</code> is no different from {@code "name"}. */
    final AttributeName dynamicName(int from, Expression expression) {
        Expression inner = expression;
        while (inner instanceof Expression.Parenthesized parenthesized) {
            inner = parenthesized.inner();
        }
        String constant = inner instanceof Expression.StringLiteral literal ? constant(literal) : null;
        return constant != null
                ? new AttributeName.Static(tokens.start(from), end(), constant, true)
                : new AttributeName.Dynamic(tokens.start(from), end(), expression);
    }

    final List<Binding> bindings(int mark) {
        return List.of(listFrom(mark, Binding[]::new));
    }

    final void inheritedName(AttributeName name) {
        switch (name) {
            case AttributeName.Static plain ->
                push(new InheritedName(plain.start(), plain.end(), plain.name(), nextVariable()));
            case AttributeName.Dynamic computed -> reject(Complaint.DYNAMIC_INHERIT, computed.start(), computed.end());
        }
    }

    final Binding inherit(int from, @Nullable Expression source, int mark) {
        return new Binding.Inherit(
                tokens.start(from), end(), source, List.of(listFrom(mark, InheritedName[]::new)), doc(from));
    }

    final Binding definition(int from, AttributePath path, Expression value) {
        return new Binding.Definition(tokens.start(from), end(), path, value, doc(from));
    }
}
