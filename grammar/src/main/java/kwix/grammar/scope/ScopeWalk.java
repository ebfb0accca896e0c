package kwix.grammar.scope;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import kwix.grammar.scope.Names.Bound;
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

    private static final int[] NO_SLOTS = {};

    private final SyntaxTree tree;
    private final ScopeTable table;
    private final ScopeProblems problems;
    private final Names names;
    private final GroupWalk groups;
    private final @Nullable Recollection recollection;
    private Frame frame = new Frame(null);
    private @Nullable Namespaces namespaces;

    private ScopeWalk(
            SyntaxTree tree,
            ScopeTable table,
            ScopeProblems problems,
            Names names,
            @Nullable Recollection recollection) {
        this.tree = tree;
        this.table = table;
        this.problems = problems;
        this.names = names;
        this.recollection = recollection;
        groups = new GroupWalk(this, table, names);
    }

    static ScopeWalk looking(SyntaxTree tree, GlobalNames globals) {
        var table = new ScopeTable(tree);
        var problems = new ScopeProblems(table.diagnostics());
        var walk = new ScopeWalk(tree, table, problems, new VisibleNames(globals, problems), null);
        for (String name : globals.roots()) {
            walk.names.bind(name, walk.frame, walk.frame.allocate(), null);
        }
        return walk;
    }

    static ScopeWalk recalling(SyntaxTree tree, Recollection recollection) {
        var table = new ScopeTable(tree);
        return new ScopeWalk(
                tree, table, new ScopeProblems(table.diagnostics()), new RecalledNames(recollection), recollection);
    }

    Scopes analyse() {
        visit(tree.root());
        table.root(new FunctionScope(frame.size(), -1, NO_SLOTS, false));
        return table;
    }

    Frame frame() {
        return frame;
    }

    /**
     * Chains of operators are walked in loops, since they may be much longer than anything nests. The cases are tried in their order,
     * so what is frequent stands first.
     */
    void visit(Expression start) {
        Expression expression = start;
        while (true) {
            switch (expression) {
                case Expression.Variable variable -> table.resolve(variable.index(), resolve(variable));
                case Expression.Binary binary -> {
                    expression = visitSpine(binary);
                    continue;
                }
                case Expression.IntegerLiteral literal -> {}
                case Expression.StringLiteral string -> visitParts(string.parts());
                case Expression.Select select -> {
                    visit(select.subject());
                    visit(select.path());
                    if (select.fallback() != null) {
                        expression = select.fallback();
                        continue;
                    }
                }
                case Expression.Apply apply -> {
                    List<Expression> arguments = apply.arguments();
                    for (int i = 0, size = arguments.size(); i < size; i++) {
                        visit(arguments.get(i));
                    }
                    expression = apply.function();
                    continue;
                }
                case Expression.AttributeSetLiteral set ->
                    table.put(set.index(), groups.group(set.recursive(), set.bindings()));
                case Expression.Parenthesized parenthesized -> {
                    expression = parenthesized.inner();
                    continue;
                }
                case Expression.Lambda lambda -> visit(lambda);
                case Expression.ListLiteral list -> {
                    List<Expression> elements = list.elements();
                    for (int i = 0, size = elements.size(); i < size; i++) {
                        visit(elements.get(i));
                    }
                }
                case Expression.Unary unary -> {
                    if (unary.operator() == UnaryOperator.NEGATE) {
                        override(unary.index(), "__sub");
                    }
                    expression = unary.operand();
                    continue;
                }
                case Expression.If conditional -> {
                    visit(conditional.condition());
                    visit(conditional.then());
                    expression = conditional.otherwise();
                    continue;
                }
                case Expression.Let let -> table.put(let.index(), groups.let(let));
                case Expression.HasAttribute test -> {
                    visit(test.path());
                    expression = test.subject();
                    continue;
                }
                case Expression.With with -> visit(with);
                case Expression.Assert assertion -> {
                    visit(assertion.condition());
                    expression = assertion.body();
                    continue;
                }
                case Expression.FloatLiteral literal -> {}
                case Expression.PathLiteral path -> {
                    if (path.parts().getFirst() instanceof StringPart.Text text
                            && text.text().startsWith("~")) {
                        table.sawHome();
                    }
                    visitParts(path.parts());
                }
                case Expression.LegacyLet let -> table.put(let.index(), groups.group(true, let.bindings()));
                case Expression.SearchPathLiteral path -> overrideSearch(path.index());
                case Expression.UrlLiteral literal -> {}
                case Expression.Broken broken -> {}
            }
            return;
        }
    }

    /** Visits all of an operation but its right side, which it returns. */
    private Expression visitSpine(Expression.Binary top) {
        if (top.left() instanceof Expression.Binary inner && !(inner.left() instanceof Expression.Binary)) {
            visit(inner.left());
            override(inner);
            visit(inner.right());
        } else if (top.left() instanceof Expression.Binary) {
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
        for (int i = 0, size = parts.size(); i < size; i++) {
            if (parts.get(i) instanceof StringPart.Interpolation interpolation) {
                visit(interpolation.expression());
            }
        }
    }

    private void visit(AttributePath path) {
        List<AttributeName> names = path.names();
        for (int i = 0, size = names.size(); i < size; i++) {
            if (names.get(i) instanceof AttributeName.Dynamic dynamic) {
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
        frame = new Frame(outer);
        visitFunction(lambda, 1);
        frame = outer;
    }

    /** @param parameter which of the parameters that share the frame this lambda has, from 1 */
    private void visitFunction(Expression.Lambda lambda, int parameter) {
        switch (lambda.parameter()) {
            case Parameter.Named named -> {
                int slot = frame.allocate();
                Bound bound = bind(named, slot);
                boolean continued = recollection == null
                        ? parameter < MOST_PARAMETERS && lambda.furtherLambda() != null
                        : recollection.continued(lambda.index());
                if (continued) {
                    visitFunction(Objects.requireNonNull(lambda.furtherLambda()), parameter + 1);
                } else {
                    visitBody(lambda);
                }
                names.unbind(bound);
                table.put(lambda.index(), new FunctionScope(size(lambda), slot, NO_SLOTS, continued));
            }
            case Parameter.Formals formals -> table.put(lambda.index(), visitFormals(formals, lambda));
        }
    }

    private FunctionScope visitFormals(Parameter.Formals parameter, Expression.Lambda lambda) {
        if (recollection == null) {
            problems.duplicateFormals(parameter);
        }
        Parameter.Named alias = parameter.alias();
        int parameterSlot = alias == null ? -1 : frame.allocate();
        Bound whole = alias == null ? null : bind(alias, parameterSlot);
        List<Formal> formals = parameter.formals();
        int[] slots = new int[formals.size()];
        var bound = new Bound[slots.length];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = frame.allocate();
            Formal formal = formals.get(i);
            bound[i] = names.bind(
                    formal.name(),
                    frame,
                    slots[i],
                    new Resolution.Definition(
                            formal.start(), formal.start() + formal.name().length(), true));
        }
        for (int i = 0; i < slots.length; i++) {
            Expression fallback = formals.get(i).fallback();
            if (fallback != null) {
                visit(fallback);
            }
        }
        visitBody(lambda);
        for (int i = slots.length - 1; i >= 0; i--) {
            names.unbind(bound[i]);
        }
        if (whole != null) {
            names.unbind(whole);
        }
        return new FunctionScope(size(lambda), parameterSlot, slots, false);
    }

    private Bound bind(Parameter.Named parameter, int slot) {
        return names.bind(
                parameter.name(), frame, slot, new Resolution.Definition(parameter.start(), parameter.end(), true));
    }

    private void visitBody(Expression.Lambda lambda) {
        if (recollection == null) {
            visit(lambda.body());
            return;
        }
        Frame ownFrame = frame;
        Namespaces ownNamespaces = namespaces;
        int laidOut = frame.size();
        table.later(lambda, () -> {
            // A walk that ran out of stack is made again.
            ownFrame.resume(laidOut);
            frame = ownFrame;
            namespaces = ownNamespaces;
            visit(lambda.body());
        });
    }

    private int size(Expression.Lambda lambda) {
        return recollection == null ? frame.size() : recollection.size(lambda.index());
    }

    private Resolution resolve(Expression.Variable variable) {
        return variable.name().equals("__curPos")
                ? new Resolution.CurrentPosition()
                : resolve(variable.index(), variable.name(), variable.start(), variable.end());
    }

    Resolution resolve(int variable, String name, int start, int end) {
        return names.resolve(variable, name, start, end, frame, namespaces);
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
        return names.own(name, frame);
    }
}
