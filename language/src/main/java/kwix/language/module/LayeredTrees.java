package kwix.language.module;

import kwix.grammar.binary.StoredTree;
import kwix.grammar.scope.Scopes;
import kwix.grammar.source.SourceText;
import kwix.grammar.tree.SyntaxTree;
import org.jspecify.annotations.Nullable;

/** Two stores: what the first does not know, the second may. */
public record LayeredTrees(TreeStore first, TreeStore second) implements TreeStore {

    @Override
    public @Nullable StoredTree find(SourceText source, String file, byte[] content) {
        StoredTree found = first.find(source, file, content);
        return found == null ? second.find(source, file, content) : found;
    }

    @Override
    public void keep(SyntaxTree tree, Scopes scopes, String file, byte[] content) {
        first.keep(tree, scopes, file, content);
        second.keep(tree, scopes, file, content);
    }
}
