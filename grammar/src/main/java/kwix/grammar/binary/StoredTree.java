package kwix.grammar.binary;

import kwix.grammar.scope.ScopeAnalysis;
import kwix.grammar.scope.Scopes;
import kwix.grammar.source.SourceText;
import kwix.grammar.tree.SyntaxTree;
import org.jspecify.annotations.Nullable;

/**
 * A source without errors as it was read and analysed before. The bytes are believed: who keeps them must know that they are whole, and
 * made by this version from the very same source, with the same global names.
 */
public record StoredTree(SyntaxTree tree, Scopes scopes) {

    /** Of the form of the bytes and of what scope analysis finds. */
    public static final int VERSION = Tag.VERSION;

    /**
     * Null for what is better read anew: trees with errors or warnings, those with a path in the home folder, which may be an error
     * another time, and rare ones that the form has no room for.
     */
    public static byte @Nullable [] write(SyntaxTree tree, Scopes scopes) {
        if (!tree.diagnostics().isEmpty() || !scopes.diagnostics().isEmpty() || scopes.namesHome()) {
            return null;
        }
        try {
            return TreeWriter.write(tree, scopes);
        } catch (TreeWriter.NotWritableException rare) {
            return null;
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param start where in the bytes it begins
     */
    public static StoredTree read(SourceText source, byte[] bytes, int start) {
        var reader = new TreeReader(source, bytes, start);
        return new StoredTree(reader.tree(), ScopeAnalysis.recall(reader.tree(), reader));
    }
}
