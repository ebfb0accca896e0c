package kwix.grammar.scope;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import kwix.grammar.scope.VisibleNames.Bound;
import kwix.grammar.tree.AttributeName;
import kwix.grammar.tree.AttributePath;
import kwix.grammar.tree.BinaryOperator;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.Formal;
import kwix.grammar.tree.Parameter;
import kwix.grammar.tree.StringPart;
import kwix.grammar.tree.SyntaxTree;
import kwix.grammar.tree.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The walk over a tree that fills the table. */
final class ScopeWalk {

    /** An application of fewer arguments copies those that it has, so the number must stay small. */
    private static final int MOST_PARAMETERS = 8;

    private final SyntaxTree tree;
    private final GlobalNames globals;
    private final ScopeTable table;
    private final ScopeProblems problems;
    private final VisibleNames visible = new VisibleNames();
    private final GroupWalk groups;
    private Frame frame = new Frame(0);
    private @Nullable Namespaces namespaces;

    ScopeWalk(SyntaxTree tree, GlobalNames globals) {
        this.tree = tree;
        this.globals = globals;
        table = new ScopeTable(tree);
        problems = new ScopeProblems(table.diagnostics());
        groups = new GroupWalk(this, table, visible);
    }

    Scopes analyse() {
        for (String name : globals.roots()) {
            visible.bind(name, frame, frame.allocate(), null);
        }
        visit(tree.root());
        table.root(new FunctionScope(frame.size(), -1, new int[0], false));
        return table;
    }

    Frame frame() {
        return frame;
    }

    /** Chains of operators are walked in loops, since they may be much longer than anything nests. */
    void visit(Expression start) {
        Expression expression = start;
        while (true) {
            switch (expression) {
                case Expression.Binary binary -> {
                    expression = visitSpine(binary);
                    continue;
                }
                case Expression.Unary unary -> {
                    if (unary.operator() == UnaryOperator.NEGATE) {
                        override(unary.index(), "__sub");
                    }
                    expression = unary.operand();
                    continue;
                }
                case Expression.Parenthesized parenthesized -> {
                    expression = parenthesized.inner();
                    continue;
                }
                case Expression.If conditional -> {
                    visit(conditional.condition());
                    visit(conditional.then());
                    expression = conditional.otherwise();
                    continue;
                }
                case Expression.Assert assertion -> {
                    visit(assertion.condition());
                    expression = assertion.body();
                    continue;
                }
                case Expression.Variable variable -> table.resolve(variable.index(), resolve(variable));
                case Expression.Select select -> {
                    visit(select.subject());
                    visit(select.path());
                    if (select.fallback() != null) {
                        expression = select.fallback();
                        continue;
                    }
                }
                case Expression.HasAttribute test -> {
                    visit(test.path());
                    expression = test.subject();
                    continue;
                }
                case Expression.Apply apply -> {
                    for (Expression argument : apply.arguments()) {
                        visit(argument);
                    }
                    expression = apply.function();
                    continue;
                }
                case Expression.ListLiteral list -> {
                    for (Expression element : list.elements()) {
                        visit(element);
                    }
                }
                case Expression.StringLiteral string -> visitParts(string.parts());
                case Expression.PathLiteral path -> visitParts(path.parts());
                case Expression.AttributeSetLiteral set ->
                    table.put(set.index(), groups.group(set.recursive(), set.bindings()));
                case Expression.LegacyLet let -> table.put(let.index(), groups.group(true, let.bindings()));
                case Expression.Let let -> table.put(let.index(), groups.let(let));
                case Expression.With with -> visit(with);
                case Expression.Lambda lambda -> visit(lambda);
                case Expression.SearchPathLiteral path -> overrideSearch(path.index());
                case Expression.IntegerLiteral literal -> {}
                case Expression.FloatLiteral literal -> {}
                case Expression.UrlLiteral literal -> {}
                case Expression.Broken broken -> {}
            }
            return;
        }
    }

    /** Visits all of an operation but its right side, which it returns. */
    private Expression visitSpine(Expression.Binary top) {
        if (top.left() instanceof Expression.Binary) {
            var spine = new ArrayDeque<Expression.Binary>();
            Expression left = top.left();
            while (left instanceof Expression.Binary binary) {
                spine.push(binary);
                left = binary.left();
            }
            visit(left);
            for (Expression.Binary binary : spine) {
                override(binary);
                visit(binary.right());
            }
        } else {
            visit(top.left());
        }
        override(top);
        return top.right();
    }

    private void visitParts(List<StringPart> parts) {
        for (StringPart part : parts) {
            if (part instanceof StringPart.Interpolation interpolation) {
                visit(interpolation.expression());
            }
        }
    }

    private void visit(AttributePath path) {
        for (AttributeName name : path.names()) {
            if (name instanceof AttributeName.Dynamic dynamic) {
                visit(dynamic.expression());
            }
        }
    }

    private void visit(Expression.With with) {
        visit(with.namespace());
        int slot = frame.allocate();
        table.put(with.index(), slot);
        Namespaces outer = namespaces;
        namespaces = new Namespaces(frame, slot, outer);
        visit(with.body());
        namespaces = outer;
    }

    private void visit(Expression.Lambda lambda) {
        Frame outer = frame;
        frame = new Frame(outer.depth + 1);
        visitFunction(lambda, 1);
        frame = outer;
    }

    /** @param parameter which of the parameters that share the frame this lambda has, from 1 */
    private void visitFunction(Expression.Lambda lambda, int parameter) {
        switch (lambda.parameter()) {
            case Parameter.Named named -> {
                int slot = frame.allocate();
                Bound bound = bind(named, slot);
                boolean continued = parameter < MOST_PARAMETERS && lambda.furtherLambda() != null;
                if (continued) {
                    visitFunction(Objects.requireNonNull(lambda.furtherLambda()), parameter + 1);
                } else {
                    visit(lambda.body());
                }
                visible.unbind(bound);
                table.put(lambda.index(), new FunctionScope(frame.size(), slot, new int[0], continued));
            }
            case Parameter.Formals formals -> {
                problems.duplicateFormals(formals);
                table.put(lambda.index(), visitFormals(formals, lambda.body()));
            }
        }
    }

    private FunctionScope visitFormals(Parameter.Formals parameter, Expression body) {
        Parameter.Named alias = parameter.alias();
        int parameterSlot = alias == null ? -1 : frame.allocate();
        Bound whole = alias == null ? null : bind(alias, parameterSlot);
        List<Formal> formals = parameter.formals();
        int[] slots = new int[formals.size()];
        var bound = new Bound[slots.length];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = frame.allocate();
            Formal formal = formals.get(i);
            bound[i] = visible.bind(
                    formal.name(),
                    frame,
                    slots[i],
                    new Resolution.Definition(
                            formal.start(), formal.start() + formal.name().length(), true));
        }
        for (Formal formal : formals) {
            if (formal.fallback() != null) {
                visit(formal.fallback());
            }
        }
        visit(body);
        for (int i = slots.length - 1; i >= 0; i--) {
            visible.unbind(bound[i]);
        }
        if (whole != null) {
            visible.unbind(whole);
        }
        return new FunctionScope(frame.size(), parameterSlot, slots, false);
    }

    private Bound bind(Parameter.Named parameter, int slot) {
        return visible.bind(
                parameter.name(), frame, slot, new Resolution.Definition(parameter.start(), parameter.end(), true));
    }

    private Resolution resolve(Expression.Variable variable) {
        return variable.name().equals("__curPos")
                ? new Resolution.CurrentPosition()
                : resolve(variable.name(), variable.start(), variable.end());
    }

    /** Lexical names first, then the globals, then the namespaces of {@code with}. */
    Resolution resolve(String name, int start, int end) {
        Bound bound = visible.find(name);
        if (bound != null) {
            return frame.local(bound);
        }
        if (globals.names().contains(name)) {
            return new Resolution.Builtin(name);
        }
        if (namespaces != null) {
            return namespaces.seenFrom(frame);
        }
        List<String> near = problems.areMany() ? List.of() : NearNames.of(name, visible.all(), globals.names());
        problems.undefined(name, start, end, near);
        return new Resolution.Undefined(near);
    }

    private void override(Expression.Binary binary) {
        String name = nameBehind(binary.operator());
        if (name != null) {
            override(binary.index(), name);
        }
    }

    private static @Nullable String nameBehind(BinaryOperator operator) {
        return switch (operator) {
            case SUBTRACT -> "__sub";
            case MULTIPLY -> "__mul";
            case DIVIDE -> "__div";
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> "__lessThan";
            default -> null;
        };
    }

    private void override(int index, String name) {
        Resolution own = own(name);
        if (own != null) {
            table.put(index, new Scopes.Overrides(own, null));
        }
    }

    private void overrideSearch(int index) {
        Resolution findFile = own("__findFile");
        Resolution nixPath = own("__nixPath");
        if (findFile != null || nixPath != null) {
            table.put(
                    index,
                    new Scopes.Overrides(
                            findFile == null ? new Resolution.Builtin("__findFile") : findFile,
                            nixPath == null ? new Resolution.Builtin("__nixPath") : nixPath));
        }
    }

    private @Nullable Resolution own(String name) {
        Bound bound = visible.anyReserved() ? visible.find(name) : null;
        return bound == null ? null : frame.local(bound);
    }
}
