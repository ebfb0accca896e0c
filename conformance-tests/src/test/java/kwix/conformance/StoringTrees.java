package kwix.conformance;

import kwix.grammar.binary.StoredTree;
import kwix.grammar.parse.Parser;
import kwix.grammar.scope.ScopeAnalysis;
import kwix.grammar.scope.Scopes;
import kwix.grammar.source.SourceText;
import kwix.grammar.tree.SyntaxTree;
import kwix.language.api.Evaluation;
import kwix.language.module.TreeStore;
import org.jspecify.annotations.Nullable;

/** Knows every source that can be stored: its tree is written and read again. */
final class StoringTrees implements TreeStore {

    private int stored;

    @Override
    public @Nullable StoredTree find(SourceText source, String file, byte[] content) {
        SyntaxTree tree = Parser.parse(new SourceText(source.name(), content));
        byte[] bytes = StoredTree.write(tree, ScopeAnalysis.analyse(tree, Evaluation.globalNames()));
        if (bytes == null) {
            return null;
        }
        stored++;
        return StoredTree.read(source, bytes, 0);
    }

    @Override
    public void keep(SyntaxTree tree, Scopes scopes, String file, byte[] content) {}

    int stored() {
        return stored;
    }
}
