package kwix.language.module;

import kwix.grammar.binary.StoredTree;
import kwix.grammar.scope.Scopes;
import kwix.grammar.source.SourceText;
import kwix.grammar.tree.SyntaxTree;
import org.jspecify.annotations.Nullable;

/** Where trees of sources are kept, so that the sources need not be read again. It gives only what parsing would give, too. */
public interface TreeStore {

    TreeStore NONE = new TreeStore() {
        @Override
        public @Nullable StoredTree find(SourceText source, String file, byte[] content) {
            return null;
        }

        @Override
        public void keep(SyntaxTree tree, Scopes scopes, String file, byte[] content) {}
    };

    /**
     * The tree of a source with the usual global names, or null.
     *
     * @param source whose text is not asked for
     * @param file its path, as bytes
     * @param content all of it
     */
    @Nullable
    StoredTree find(SourceText source, String file, byte[] content);

    /** A source without errors, which {@link #find} did not know, may be kept. */
    void keep(SyntaxTree tree, Scopes scopes, String file, byte[] content);
}
