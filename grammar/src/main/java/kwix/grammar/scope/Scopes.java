package kwix.grammar.scope;

import java.util.List;
import kwix.grammar.diagnostic.Diagnostic;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.InheritedName;
import org.jspecify.annotations.Nullable;

/** The side table that scope analysis gives for one syntax tree. */
public interface Scopes {

    FunctionScope root();

    /**
     * What the variable or inherited name of this index means; null in the value of a name that is defined twice, which nothing looks
     * into. For who reads on in a file with errors.
     */
    @Nullable
    Resolution found(int variable);

    /** The bindings of this index; null for a set that was merged into another, and where {@link #found} knows nothing. */
    @Nullable
    BindingGroup foundBindings(int index);

    FunctionScope function(Expression.Lambda lambda);

    Resolution resolution(Expression.Variable variable);

    /** What a name in an {@code inherit} without a source set means. */
    Resolution resolution(InheritedName name);

    BindingGroup bindings(Expression.AttributeSetLiteral set);

    BindingGroup bindings(Expression.Let let);

    BindingGroup bindings(Expression.LegacyLet let);

    /** The environment slot that holds the namespace of a {@code with}. */
    int slot(Expression.With with);

    /**
     * For {@code - < <= > >= * /}, unary {@code -} and {@code <search/path>}: the user's own {@code __sub}, {@code __lessThan},
     * {@code __mul}, {@code __div}, or {@code __findFile}/{@code __nixPath} when one of them is lexically bound; null almost always.
     */
    @Nullable
    Overrides overrides(Expression expression);

    /** Resolutions of the names that stand behind an operator; {@code second} only for search paths ({@code __nixPath}). */
    record Overrides(Resolution first, @Nullable Resolution second) {}

    /** Whether the file has a path that begins in the home folder. */
    boolean namesHome();

    /** To be called before anything is asked that lies in the body of the lambda. */
    void open(Expression.Lambda lambda);

    /** Undefined variables and duplicate attributes and parameters. */
    List<Diagnostic> diagnostics();
}
