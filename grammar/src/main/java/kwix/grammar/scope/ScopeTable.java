package kwix.grammar.scope;

import java.util.ArrayList;
import java.util.List;
import kwix.grammar.diagnostic.Diagnostic;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.InheritedName;
import kwix.grammar.tree.SyntaxTree;
import org.jspecify.annotations.Nullable;

/** What the analysis found, in arrays over the indices of the tree. */
final class ScopeTable implements Scopes {

    private final @Nullable Resolution[] variables;

    /** By the other index of the tree: function scopes, binding groups, slots of {@code with} and overrides. */
    private final @Nullable Object[] others;

    /** By the index of a lambda: the walk over its body, if it waits for {@link #open}. */
    private @Nullable Runnable[] waiting = {};

    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private boolean namesHome;
    private FunctionScope root = new FunctionScope(1, -1, new int[0], false);

    ScopeTable(SyntaxTree tree) {
        variables = new @Nullable Resolution[tree.variables()];
        others = new @Nullable Object[tree.scopes()];
    }

    void root(FunctionScope scope) {
        root = scope;
    }

    void resolve(int variable, Resolution resolution) {
        variables[variable] = resolution;
    }

    void put(int index, Object value) {
        others[index] = value;
    }

    void sawHome() {
        namesHome = true;
    }

    void later(Expression.Lambda lambda, Runnable walk) {
        if (waiting.length == 0) {
            waiting = new @Nullable Runnable[others.length];
        }
        waiting[lambda.index()] = walk;
    }

    @Override
    public void open(Expression.Lambda lambda) {
        Runnable walk = waiting.length == 0 ? null : waiting[lambda.index()];
        if (walk != null) {
            walk.run();
            waiting[lambda.index()] = null;
        }
    }

    @Override
    public boolean namesHome() {
        return namesHome;
    }

    @Override
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    @Override
    public FunctionScope root() {
        return root;
    }

    @Override
    public FunctionScope function(Expression.Lambda lambda) {
        return (FunctionScope) other(lambda.index());
    }

    @Override
    public @Nullable Resolution found(int variable) {
        return variables[variable];
    }

    @Override
    public @Nullable BindingGroup foundBindings(int index) {
        return others[index] instanceof BindingGroup group ? group : null;
    }

    @Override
    public Resolution resolution(Expression.Variable variable) {
        return known(variables[variable.index()]);
    }

    @Override
    public Resolution resolution(InheritedName name) {
        return known(variables[name.index()]);
    }

    @Override
    public BindingGroup bindings(Expression.AttributeSetLiteral set) {
        return (BindingGroup) other(set.index());
    }

    @Override
    public BindingGroup bindings(Expression.Let let) {
        return (BindingGroup) other(let.index());
    }

    @Override
    public BindingGroup bindings(Expression.LegacyLet let) {
        return (BindingGroup) other(let.index());
    }

    @Override
    public int slot(Expression.With with) {
        return (Integer) other(with.index());
    }

    @Override
    public @Nullable Overrides overrides(Expression expression) {
        int index = switch (expression) {
            case Expression.Binary binary -> binary.index();
            case Expression.Unary unary -> unary.index();
            case Expression.SearchPathLiteral path -> path.index();
            default -> throw new IllegalArgumentException("no name stands behind " + expression);
        };
        return (Overrides) others[index];
    }

    private Object other(int index) {
        return known(others[index]);
    }

    private static <T> T known(@Nullable T found) {
        if (found == null) {
            throw new IllegalStateException("not part of the analysed tree, or merged into another set");
        }
        return found;
    }
}
