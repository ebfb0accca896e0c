package kwix.lsp.feature;

import kwix.lsp.document.Document;
import kwix.lsp.document.Workspace;
import kwix.lsp.infer.BuiltinTable;
import kwix.lsp.infer.Inference;
import kwix.lsp.text.TreePath;

/** Where an editor's cursor is, and all that an answer about it may draw on. */
public record Question(Workspace workspace, Inference inference, Document document, int offset) {

    public static Question of(Workspace workspace, BuiltinTable builtins, Document document, int offset) {
        return new Question(workspace, new Inference(workspace, builtins), document, offset);
    }

    TreePath path() {
        return TreePath.at(document.tree(), offset);
    }

    /** The same cursor in a document that is this one with a little change. */
    Question in(Document other) {
        return new Question(workspace, inference, other, offset);
    }
}
