package kwix.grammar.parse;

import java.util.List;
import kwix.grammar.tree.AttributeName;
import kwix.grammar.tree.AttributePath;
import kwix.grammar.tree.BinaryOperator;
import kwix.grammar.tree.Binding;
import kwix.grammar.tree.Comment;
import kwix.grammar.tree.CompactList;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.Formal;
import kwix.grammar.tree.InheritedName;
import kwix.grammar.tree.Parameter;
import kwix.grammar.tree.UnaryOperator;
import org.antlr.v4.runtime.TokenStream;
import org.jspecify.annotations.Nullable;

/** The actions of the grammar that make everything but literals. */
abstract class TreeActions extends LiteralActions {

    private @Nullable DocComments docs;

    private final OperatorStack operators = new OperatorStack();

    TreeActions(TokenStream tokens) {
        super(tokens);
    }

    /** What the actions need beside the tokens; comes before anything is parsed. */
    final void begin(CodeUnits code, DocComments documentation, int depthLimit) {
        source = code;
        strings = new StringText(code);
        names = new NameTable(code);
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

    /** Leaves the whole operation. */
    final void closeOperation() {
        while (operators.type() != OperatorStack.FENCE) {
            reduce();
        }
        operators.pop();
    }

    private void reduce() {
        int type = operators.type();
        int offset = operators.offset();
        operators.pop();
        Expression right = popExpression();
        if (type < 0) {
            push(unary(type, offset, right));
        } else {
            Expression left = popExpression();
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
    final void beforeTest() {
        while (operators.type() == -KwixParser.MINUS) {
            push(unary(operators.type(), operators.offset(), popExpression()));
            operators.pop();
        }
    }

    final void hasAttribute() {
        var path = (AttributePath) pop();
        Expression subject = popExpression();
        push(new Expression.HasAttribute(subject.start(), path.end(), subject, path));
    }

    /** The function lies at the mark, its arguments above it. */
    final void apply(int mark) {
        int end = ((Expression) peek(0)).end();
        List<Expression> arguments = listFrom(mark + 1);
        Expression function = popExpression();
        push(new Expression.Apply(function.start(), end, function, arguments));
    }

    /** {@code f or} is an application to a variable of that name, as it was before {@code or} became a keyword. */
    final void applyToOr() {
        variable();
        Expression variable = popExpression();
        Expression function = popExpression();
        push(new Expression.Apply(function.start(), end(), function, CompactList.of(variable)));
    }

    final void attribute() {
        var path = (AttributePath) pop();
        Expression subject = popExpression();
        push(new Expression.Select(subject.start(), path.end(), subject, path, null));
    }

    /** The selection below it has this fallback. */
    final void fallback() {
        Expression fallback = popExpression();
        var select = (Expression.Select) pop();
        push(new Expression.Select(select.start(), fallback.end(), select.subject(), select.path(), fallback));
    }

    final void parenthesized() {
        push(new Expression.Parenthesized(tokens.start(from()), end(), popExpression()));
    }

    final void list(int mark) {
        push(new Expression.ListLiteral(tokens.start(from()), end(), listFrom(mark)));
    }

    final void attributeSet(boolean recursive) {
        push(new Expression.AttributeSetLiteral(tokens.start(from()), end(), recursive, popBindings(), nextScope()));
    }

    final void legacyLet() {
        push(new Expression.LegacyLet(tokens.start(from()), end(), popBindings(), nextScope()));
    }

    final void let() {
        Expression body = popExpression();
        List<Binding> bindings = popBindings();
        for (int i = 0, size = bindings.size(); i < size; i++) {
            if (bindings.get(i) instanceof Binding.Definition definition
                    && definition.path().names().get(0) instanceof AttributeName.Dynamic computed) {
                reject(Complaint.DYNAMIC_LET, computed.start(), computed.end());
            }
        }
        push(new Expression.Let(tokens.start(from()), body.end(), bindings, body, nextScope()));
    }

    final void conditional() {
        Expression otherwise = popExpression();
        Expression then = popExpression();
        push(new Expression.If(tokens.start(from()), otherwise.end(), popExpression(), then, otherwise));
    }

    final void assertion() {
        Expression body = popExpression();
        push(new Expression.Assert(tokens.start(from()), body.end(), popExpression(), body));
    }

    final void with() {
        Expression body = popExpression();
        push(new Expression.With(tokens.start(from()), body.end(), popExpression(), body, nextScope()));
    }

    final void lambda() {
        Expression body = popExpression();
        var parameter = (Parameter) pop();
        push(new Expression.Lambda(tokens.start(from()), body.end(), parameter, body, doc(from()), nextScope()));
    }

    final void parameter() {
        int token = last();
        push(new Parameter.Named(tokens.start(token), tokens.end(token), name(token)));
    }

    /** Formals and their alias, in either order. */
    final void aliased() {
        Object second = pop();
        Object first = pop();
        boolean before = first instanceof Parameter.Named;
        var alias = (Parameter.Named) (before ? first : second);
        var formals = (Parameter.Formals) (before ? second : first);
        push(new Parameter.Formals(
                Math.min(formals.start(), alias.start()),
                Math.max(formals.end(), alias.end()),
                formals.formals(),
                formals.ellipsis(),
                alias));
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

    final void formals(int mark) {
        boolean ellipsis = tokens.type(last() - 1) == KwixParser.ELLIPSIS;
        push(new Parameter.Formals(tokens.start(from()), end(), listFrom(mark), ellipsis, null));
    }

    final void formal(int mark) {
        Expression fallback = mark() > mark ? popExpression() : null;
        int from = from();
        push(new Formal(tokens.start(from), end(), name(from), fallback, doc(from)));
    }

    final void attributePath(int mark) {
        int end = ((AttributeName) peek(0)).end();
        List<AttributeName> names = listFrom(mark);
        nesting(names.size());
        push(new AttributePath(names.get(0).start(), end, names));
    }

    final void plainName() {
        push(lastAsName());
    }

    final AttributeName lastAsName() {
        int token = last();
        return new AttributeName.Static(tokens.start(token), tokens.end(token), name(token), false);
    }

    final void quotedName() {
        int start = tokens.start(last());
        int end = tokens.end(last());
        push(new AttributeName.Static(start, end, strings.unescape(start + 1, end - 1), true));
    }

    final void stringName(int mark) {
        Expression.StringLiteral string = literal(mark);
        push(new AttributeName.Dynamic(string.start(), string.end(), string));
    }

    /** <code>${"name"}</code> is no different from {@code "name"}. */
    final void dynamicName() {
        Expression expression = popExpression();
        Expression inner = expression;
        while (inner instanceof Expression.Parenthesized parenthesized) {
            inner = parenthesized.inner();
        }
        String constant = inner instanceof Expression.StringLiteral literal ? constant(literal) : null;
        int start = tokens.start(from());
        push(
                constant != null
                        ? new AttributeName.Static(start, end(), constant, true)
                        : new AttributeName.Dynamic(start, end(), expression));
    }

    final void bindings(int mark) {
        push(listFrom(mark));
    }

    @SuppressWarnings("unchecked")
    private List<Binding> popBindings() {
        return (List<Binding>) pop();
    }

    final void inheritedName() {
        switch ((AttributeName) pop()) {
            case AttributeName.Static plain ->
                push(new InheritedName(plain.start(), plain.end(), plain.name(), nextVariable()));
            case AttributeName.Dynamic computed -> reject(Complaint.DYNAMIC_INHERIT, computed.start(), computed.end());
        }
    }

    /** The set that names are inherited from lies before them, if there is one. */
    final void inherit(int mark) {
        boolean sourced = isExpression(mark);
        List<InheritedName> names = listFrom(sourced ? mark + 1 : mark);
        Expression source = sourced ? popExpression() : null;
        push(new Binding.Inherit(tokens.start(from()), end(), source, names, doc(from())));
    }

    final void definition() {
        Expression value = popExpression();
        var path = (AttributePath) pop();
        push(new Binding.Definition(tokens.start(from()), end(), path, value, doc(from())));
    }
}
