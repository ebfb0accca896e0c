package kwix.lsp.text;

import java.util.ArrayList;
import java.util.List;
import kwix.grammar.tree.Parts;
import kwix.grammar.tree.SyntaxTree;
import kwix.grammar.tree.Tree;
import org.jspecify.annotations.Nullable;

/**
 * The pieces of a tree around a place, from the whole to the smallest.
 *
 * @param pieces never empty
 */
public record TreePath(List<Tree> pieces) {

    /** What a cursor at the offset touches; between two pieces, the one after it. */
    public static TreePath at(SyntaxTree tree, int offset) {
        var pieces = new ArrayList<Tree>();
        Tree next = tree.root();
        while (next != null) {
            pieces.add(next);
            next = part(next, offset);
        }
        return new TreePath(pieces);
    }

    private static @Nullable Tree part(Tree tree, int offset) {
        Tree touched = null;
        for (Tree part : Parts.of(tree)) {
            if (part.start() <= offset && offset < part.end()) {
                return part;
            }
            if (part.end() == offset && part.start() < offset) {
                touched = part;
            }
        }
        return touched;
    }

    public Tree last() {
        return pieces.getLast();
    }

    /** The piece that lies so many steps outwards of the smallest. */
    public @Nullable Tree outer(int steps) {
        int index = pieces.size() - 1 - steps;
        return index < 0 ? null : pieces.get(index);
    }

    /** The innermost piece of the kind. */
    public <T extends Tree> @Nullable T innermost(Class<T> kind) {
        for (Tree piece : pieces.reversed()) {
            if (kind.isInstance(piece)) {
                return kind.cast(piece);
            }
        }
        return null;
    }
}
