package kwix.grammar.scope;

import kwix.grammar.tree.DeepStack;
import kwix.grammar.tree.SyntaxTree;

/** Finds what every name of a file means and where its value lives, before anything is evaluated. */
public final class ScopeAnalysis {

    private ScopeAnalysis() {}

    /** Never throws: what is wrong is told by {@link Scopes#diagnostics}. */
    public static Scopes analyse(SyntaxTree tree, GlobalNames globals) {
        return DeepStack.call(
                tree.depth(), () -> ScopeWalk.looking(tree, globals).analyse());
    }

    /** The same without looking anything up, and of each function's body only when it is opened. */
    public static Scopes recall(SyntaxTree tree, Recollection recollection) {
        return ScopeWalk.recalling(tree, recollection).analyse();
    }
}
