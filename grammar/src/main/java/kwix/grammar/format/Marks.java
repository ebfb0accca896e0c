package kwix.grammar.format;

import static kwix.grammar.parse.KwixParser.*;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import kwix.grammar.tree.AttributeName;
import kwix.grammar.tree.AttributePath;
import kwix.grammar.tree.BinaryOperator;
import kwix.grammar.tree.Binding;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.Formal;
import kwix.grammar.tree.Parameter;
import kwix.grammar.tree.StringPart;

/** What the tree says about its tokens: where a rule wants several lines, and what belongs closely together. */
final class Marks {

    /** What an expression is a part of, as far as that decides whether it may stand on one line. */
    private enum Place {
        ANY,
        BODY,
        VALUE,
        ARGUMENT
    }

    private record Visit(Expression expression, Place place) {}

    private static final int MOST_ELEMENTS = 6;
    private static final int MOST_FORMALS = 3;
    private static final int MOST_INHERITED = 3;
    private static final int MOST_PARAMETERS = 2;

    /** Tokens that stand on a new line. */
    final BitSet breaks;

    /** Tokens without a space before them, because they stand in a string or path. */
    final BitSet tight;

    /** Dots that would be read as part of the literal before them. */
    final BitSet apart;

    /** Operators before their only operand. */
    final BitSet prefixes;

    private final Sheet sheet;
    private final Map<Expression, Integer> parameters = new IdentityHashMap<>();
    private final Deque<Visit> waiting = new ArrayDeque<>();

    Marks(Sheet sheet) {
        this.sheet = sheet;
        breaks = new BitSet(sheet.tokens.size());
        tight = new BitSet(sheet.tokens.size());
        apart = new BitSet(sheet.tokens.size());
        prefixes = new BitSet(sheet.tokens.size());
    }

    void mark(Expression root) {
        visit(root, Place.BODY);
        for (Visit visit = waiting.poll(); visit != null; visit = waiting.poll()) {
            mark(visit.expression(), visit.place());
        }
    }

    private void visit(Expression expression, Place place) {
        waiting.push(new Visit(expression, place));
    }

    private void visit(Expression expression) {
        visit(expression, Place.ANY);
    }

    private void mark(Expression expression, Place place) {
        switch (expression) {
            case Expression.AttributeSetLiteral set -> {
                int brace = sheet.first(set) + (set.recursive() ? 1 : 0);
                bindings(set.bindings(), brace, place == Place.VALUE);
            }
            case Expression.LegacyLet let -> bindings(let.bindings(), sheet.first(let) + 1, true);
            case Expression.Let let -> {
                bindings(let.bindings(), sheet.first(let), false);
                breaks.set(sheet.first(let.body()));
                visit(let.body(), Place.BODY);
            }
            case Expression.ListLiteral list -> list(list, place);
            case Expression.Apply apply -> {
                visit(apply.function());
                apply.arguments().forEach(argument -> visit(argument, Place.ARGUMENT));
            }
            case Expression.Lambda lambda -> lambda(lambda);
            case Expression.With with -> {
                visit(with.namespace());
                if (place == Place.BODY && !Absorption.isBracketed(with.body())) {
                    breaks.set(sheet.first(with.body()));
                }
                visit(with.body(), place == Place.VALUE ? place : Place.ANY);
            }
            case Expression.Assert assertion -> {
                breaks.set(sheet.first(assertion.body()));
                visit(assertion.condition());
                visit(assertion.body(), Place.BODY);
            }
            case Expression.If choice -> {
                if (choice.otherwise() instanceof Expression.If) {
                    breaks.set(sheet.first(choice.otherwise()));
                }
                visit(choice.condition());
                visit(choice.then());
                visit(choice.otherwise());
            }
            case Expression.Binary binary -> binary(binary);
            case Expression.Unary unary -> {
                prefixes.set(sheet.first(unary));
                visit(unary.operand());
            }
            case Expression.Select select -> {
                visit(select.subject());
                path(select.path());
                if (isOpenEnded(select.subject())) {
                    apart.set(sheet.first(select.path()) - 1);
                }
                if (select.fallback() != null) {
                    visit(select.fallback(), Place.ARGUMENT);
                }
            }
            case Expression.HasAttribute test -> {
                visit(test.subject());
                path(test.path());
            }
            case Expression.Parenthesized parenthesized -> visit(parenthesized.inner());
            case Expression.StringLiteral string -> parts(string, string.parts());
            case Expression.PathLiteral path -> parts(path, path.parts());
            case Expression.IntegerLiteral _,
                    Expression.FloatLiteral _,
                    Expression.UrlLiteral _,
                    Expression.SearchPathLiteral _,
                    Expression.Variable _,
                    Expression.Broken _ -> {}
        }
    }

    private static boolean isOpenEnded(Expression subject) {
        return subject instanceof Expression.IntegerLiteral
                || subject instanceof Expression.FloatLiteral
                || subject instanceof Expression.UrlLiteral
                || subject instanceof Expression.PathLiteral;
    }

    private void list(Expression.ListLiteral list, Place place) {
        List<Expression> elements = list.elements();
        int open = sheet.first(list);
        boolean few = elements.size() < 2
                || place == Place.ARGUMENT
                        && elements.size() <= MOST_ELEMENTS
                        && elements.stream().allMatch(Simple::isSimple);
        if (!elements.isEmpty() && (!few || sheet.gaps.broken(open + 1))) {
            breaks.set(open + 1);
        }
        elements.forEach(this::visit);
    }

    private void bindings(List<Binding> bindings, int open, boolean expand) {
        if (!bindings.isEmpty()
                && (expand && !(bindings.getFirst() instanceof Binding.Inherit)
                        || bindings.size() > 1
                        || sheet.gaps.broken(open + 1))) {
            breaks.set(open + 1);
        }
        for (Binding binding : bindings) {
            switch (binding) {
                case Binding.Definition definition -> {
                    path(definition.path());
                    visit(definition.value(), Place.VALUE);
                }
                case Binding.Inherit inherit -> {
                    if (inherit.source() != null) {
                        visit(inherit.source());
                    }
                    inherited(inherit);
                    int names = sheet.first(inherit) + 1;
                    if (inherit.source() != null) {
                        names = sheet.last(inherit.source()) + 2;
                    }
                    if (!inherit.names().isEmpty()
                            && (inherit.names().size() > MOST_INHERITED || sheet.gaps.broken(names))) {
                        breaks.set(names);
                    }
                }
                case Binding.Broken _ -> {}
            }
        }
    }

    /** Names to inherit may be written in quotes, or in braces after a dollar sign. */
    private void inherited(Binding.Inherit inherit) {
        inherit.names().forEach(name -> {
            int last = sheet.last(name);
            if (sheet.tokens.kind(last) == R_BRACE) {
                tight.set(last);
            }
        });
    }

    private void lambda(Expression.Lambda lambda) {
        if (lambda.parameter() instanceof Parameter.Named && lambda.body() instanceof Expression.Lambda next) {
            parameters.put(next, parameters.getOrDefault(lambda, 1) + 1);
        }
        if (lambda.parameter() instanceof Parameter.Formals formals) {
            formals(formals);
            int brace = brace(formals);
            boolean many = formals.formals().size() + (formals.ellipsis() ? 1 : 0) > MOST_FORMALS
                    || formals.formals().size() > 2
                    || formals.formals().stream().anyMatch(formal -> formal.fallback() != null);
            if (many || sheet.gaps.broken(brace + 1) && sheet.tokens.kind(brace + 1) != R_BRACE) {
                breaks.set(brace + 1);
            }
        }
        if (isLongCall(lambda)) {
            breaks.set(sheet.first(lambda.body()));
        }
        visit(lambda.body());
    }

    /** Of a function {@code a: b: c: body}, the last parameter, where the body is more than a term or operation. */
    private boolean isLongCall(Expression.Lambda lambda) {
        return lambda.parameter() instanceof Parameter.Named
                && parameters.getOrDefault(lambda, 0) > MOST_PARAMETERS
                && !(lambda.body() instanceof Expression.Lambda)
                && !Absorption.isBracketed(lambda.body());
    }

    private int brace(Parameter.Formals formals) {
        int first = sheet.first(formals);
        return sheet.tokens.kind(first) == FORMALS_BRACE ? first : first + 2;
    }

    private void formals(Parameter.Formals formals) {
        for (Formal formal : formals.formals()) {
            if (formal.fallback() != null) {
                visit(formal.fallback());
            }
        }
    }

    /** A pipe is a sequence of steps, each on its own line where there are several. */
    private void binary(Expression.Binary binary) {
        boolean piped = isPipe(binary.operator());
        Expression.Binary at = binary;
        while (true) {
            if (piped && (isPipe(at.left()) || isPipe(at.right()))) {
                breaks.set(sheet.tokens.at(at.operatorStart()));
            }
            visit(at.right());
            if (!(at.left() instanceof Expression.Binary further)) {
                visit(at.left());
                return;
            }
            at = further;
            piped = isPipe(at.operator());
        }
    }

    private static boolean isPipe(Expression expression) {
        return expression instanceof Expression.Binary binary && isPipe(binary.operator());
    }

    private static boolean isPipe(BinaryOperator operator) {
        return operator == BinaryOperator.PIPE_FORWARD || operator == BinaryOperator.PIPE_BACKWARD;
    }

    private void path(AttributePath path) {
        for (AttributeName name : path.names()) {
            int first = sheet.first(name);
            int last = sheet.last(name);
            if (sheet.tokens.kind(first) == INTERPOLATION) {
                tight.set(last);
            }
            if (name instanceof AttributeName.Dynamic computed) {
                visit(computed.expression());
            }
        }
    }

    /** All tokens between those of the interpolated expressions stand close. */
    private void parts(Expression literal, List<StringPart> parts) {
        int first = sheet.first(literal);
        int last = sheet.last(literal);
        if (last == first) {
            return;
        }
        tight.set(first + 1, last + 1);
        for (StringPart part : parts) {
            if (part instanceof StringPart.Interpolation interpolation) {
                Expression expression = interpolation.expression();
                tight.clear(sheet.first(expression) + 1, sheet.last(expression) + 1);
                visit(expression);
            }
        }
    }
}
