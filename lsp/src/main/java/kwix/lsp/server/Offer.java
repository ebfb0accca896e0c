package kwix.lsp.server;

import java.util.List;
import kwix.lsp.feature.TokensFeature;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DiagnosticRegistrationOptions;
import org.eclipse.lsp4j.DocumentLinkOptions;
import org.eclipse.lsp4j.PositionEncodingKind;
import org.eclipse.lsp4j.ReferenceOptions;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SemanticTokensServerFull;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.SignatureHelpOptions;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;
import org.eclipse.lsp4j.WorkspaceSymbolOptions;

/** What the server says that it can do. */
final class Offer {

    private Offer() {}

    static ServerCapabilities capabilities() {
        var offer = new ServerCapabilities();
        offer.setPositionEncoding(PositionEncodingKind.UTF16);
        var synchronisation = new TextDocumentSyncOptions();
        synchronisation.setOpenClose(true);
        synchronisation.setChange(TextDocumentSyncKind.Incremental);
        offer.setTextDocumentSync(synchronisation);
        offer.setCompletionProvider(new CompletionOptions(true, List.of(".", "/", "<")));
        offer.setHoverProvider(true);
        offer.setSignatureHelpProvider(new SignatureHelpOptions(List.of(" ", "{"), List.of(" ")));
        offer.setDefinitionProvider(true);
        offer.setDeclarationProvider(true);
        var references = new ReferenceOptions();
        references.setWorkDoneProgress(true);
        offer.setReferencesProvider(references);
        offer.setDocumentHighlightProvider(true);
        offer.setDocumentSymbolProvider(true);
        var symbols = new WorkspaceSymbolOptions();
        symbols.setWorkDoneProgress(true);
        offer.setWorkspaceSymbolProvider(symbols);
        offer.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
        offer.setDocumentLinkProvider(new DocumentLinkOptions(false));
        var rename = new RenameOptions(true);
        rename.setWorkDoneProgress(true);
        offer.setRenameProvider(rename);
        offer.setFoldingRangeProvider(true);
        offer.setSelectionRangeProvider(true);
        var tokens = new SemanticTokensWithRegistrationOptions(TokensFeature.LEGEND);
        tokens.setFull(new SemanticTokensServerFull(true));
        tokens.setRange(true);
        offer.setSemanticTokensProvider(tokens);
        offer.setInlayHintProvider(true);
        var diagnostics = new DiagnosticRegistrationOptions(true, false);
        diagnostics.setIdentifier("kwix");
        offer.setDiagnosticProvider(diagnostics);
        var folders = new WorkspaceFoldersOptions();
        folders.setSupported(true);
        folders.setChangeNotifications(true);
        offer.setWorkspace(new WorkspaceServerCapabilities(folders));
        return offer;
    }
}
