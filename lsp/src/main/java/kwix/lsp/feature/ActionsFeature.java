package kwix.lsp.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kwix.grammar.diagnostic.Diagnostic.Edit;
import kwix.grammar.diagnostic.SyntaxCode;
import kwix.grammar.scope.Resolution;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.Tree;
import kwix.lsp.document.Document;
import kwix.lsp.text.Span;
import kwix.lsp.text.TreePath;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;

/** What mends a finding. */
public final class ActionsFeature {

    private ActionsFeature() {}

    public static List<CodeAction> actions(Document document, Span part) {
        var actions = new ArrayList<CodeAction>();
        for (Diagnostics.Finding finding : Diagnostics.findings(document)) {
            Span span = finding.span();
            if (span.start() > part.end() || span.end() < part.start()) {
                continue;
            }
            if (SyntaxCode.UNDEFINED_VARIABLE.id().equals(code(finding.diagnostic()))) {
                suggestions(document, finding, actions);
            } else if (finding.edit() != null) {
                actions.add(action(
                        document,
                        title(document, finding, finding.edit()),
                        finding.diagnostic(),
                        finding.edit(),
                        true));
            }
        }
        return actions;
    }

    private static String code(Diagnostic diagnostic) {
        return diagnostic.getCode() == null
                ? ""
                : String.valueOf(diagnostic.getCode().get());
    }

    private static void suggestions(Document document, Diagnostics.Finding finding, List<CodeAction> actions) {
        Tree tree = TreePath.at(document.tree(), finding.span().start()).last();
        if (tree instanceof Expression.Variable variable
                && document.scopes().found(variable.index()) instanceof Resolution.Undefined(List<String> near)) {
            for (String name : near) {
                var edit = new Edit(variable.start(), variable.end(), name);
                actions.add(action(
                        document,
                        "Change to `" + name + "`",
                        finding.diagnostic(),
                        edit,
                        near.getFirst().equals(name)));
            }
        }
    }

    private static String title(Document document, Diagnostics.Finding finding, Edit edit) {
        String old = document.text().substring(edit.start(), edit.end());
        if (edit.replacement().isEmpty()) {
            String name = document.text()
                    .substring(finding.span().start(), finding.span().end());
            return "Remove `" + cut(UnusedNames.CODE.equals(code(finding.diagnostic())) ? name : old) + "`";
        }
        return old.isBlank()
                ? "Insert `" + cut(edit.replacement()) + "`"
                : "Change to `" + cut(edit.replacement()) + "`";
    }

    private static String cut(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 40 ? line : line.substring(0, 39) + "…";
    }

    private static CodeAction action(
            Document document, String title, Diagnostic diagnostic, Edit edit, boolean preferred) {
        var action = new CodeAction(title);
        action.setKind(CodeActionKind.QuickFix);
        action.setDiagnostics(List.of(diagnostic));
        action.setIsPreferred(preferred);
        var change = new TextEdit(document.lines().range(edit.start(), edit.end()), edit.replacement());
        action.setEdit(new WorkspaceEdit(Map.of(document.uri(), List.of(change))));
        return action;
    }
}
