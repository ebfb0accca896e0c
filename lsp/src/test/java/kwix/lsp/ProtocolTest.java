package kwix.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import kwix.lsp.text.Uris;
import org.eclipse.lsp4j.*;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real client over pipes: everything that is offered is asked for. */
class ProtocolTest {

    private static final String TEXT = """
        let
          port = 80;
          unused = 1;
          other = import ./other.kx;
        in
        {
          a = port;
          b = other.value;
        }
        """;

    @TempDir
    Path folder;

    private Client client;
    private String uri;

    @BeforeEach
    void start() throws Exception {
        folder = folder.toRealPath();
        Files.writeString(folder.resolve("other.kx"), "{ /** Of other. */ value = 1; }\n");
        client = Client.start();
        uri = Uris.of(folder.resolve("main.kx"));
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
    }

    private InitializeResult initialize() throws Exception {
        return client.initialize(folder, new ClientCapabilities());
    }

    private TextDocumentIdentifier main() {
        return new TextDocumentIdentifier(uri);
    }

    private static <T> T get(CompletableFuture<T> answer) throws Exception {
        return Client.get(answer);
    }

    @Test
    void everyOfferedMethodAnswers() throws Exception {
        ServerCapabilities offer = initialize().getCapabilities();
        client.open(uri, TEXT);
        var text = client.server.getTextDocumentService();
        var use = new Position(6, 7);
        var member = new Position(7, 15);
        var whole = new Range(new Position(0, 0), new Position(9, 0));

        assertNotNull(offer.getCompletionProvider());
        var list = get(text.completion(new CompletionParams(main(), member))).getRight();
        assertEquals(
                List.of("value"),
                list.getItems().stream().map(CompletionItem::getLabel).toList());
        CompletionItem item = list.getItems().getFirst();
        assertNull(item.getDocumentation());
        assertTrue(offer.getCompletionProvider().getResolveProvider());
        CompletionItem resolved = get(text.resolveCompletionItem(item));
        assertEquals("Of other.", resolved.getDocumentation().getRight().getValue());

        assertTrue(offer.getHoverProvider().getLeft());
        var hover = get(text.hover(new HoverParams(main(), use)));
        assertTrue(hover.getContents().getRight().getValue().contains("port = 80"));

        assertNotNull(offer.getSignatureHelpProvider());
        client.change(uri, 2, new Range(new Position(6, 6), new Position(6, 10)), "map port");
        var signature = get(text.signatureHelp(new SignatureHelpParams(main(), new Position(6, 12))));
        assertEquals("map function list", signature.getSignatures().getFirst().getLabel());
        client.change(uri, 3, new Range(new Position(6, 6), new Position(6, 14)), "port");

        assertTrue(offer.getDefinitionProvider().getLeft());
        var definition = get(text.definition(new DefinitionParams(main(), use))).getLeft();
        assertEquals(
                new Range(new Position(1, 2), new Position(1, 6)),
                definition.getFirst().getRange());
        var elsewhere =
                get(text.definition(new DefinitionParams(main(), member))).getLeft();
        assertTrue(elsewhere.getFirst().getUri().endsWith("/other.kx"));
        assertTrue(offer.getDeclarationProvider().getLeft());
        assertEquals(
                1,
                get(text.declaration(new DeclarationParams(main(), use)))
                        .getLeft()
                        .size());

        assertTrue(offer.getReferencesProvider().getRight().getWorkDoneProgress());
        var references = new ReferenceParams(main(), use, new ReferenceContext(true));
        references.setWorkDoneToken("uses");
        assertEquals(2, get(text.references(references)).size());
        assertEquals(
                2,
                client.progress.stream().filter(token -> token.equals("uses")).count());

        assertTrue(offer.getDocumentHighlightProvider().getLeft());
        assertEquals(
                2,
                get(text.documentHighlight(new DocumentHighlightParams(main(), use)))
                        .size());
        assertTrue(offer.getDocumentSymbolProvider().getLeft());
        assertEquals(
                5, get(text.documentSymbol(new DocumentSymbolParams(main()))).size());
        assertNotNull(offer.getCodeActionProvider().getRight());
        var actions = get(text.codeAction(new CodeActionParams(
                main(), new Range(new Position(2, 3), new Position(2, 3)), new CodeActionContext(List.of()))));
        assertEquals("Remove `unused`", actions.getFirst().getRight().getTitle());
        assertNotNull(offer.getDocumentLinkProvider());
        assertEquals(1, get(text.documentLink(new DocumentLinkParams(main()))).size());
        assertTrue(offer.getRenameProvider().getRight().getPrepareProvider());
        assertEquals(
                new Range(new Position(6, 6), new Position(6, 10)),
                get(text.prepareRename(new PrepareRenameParams(main(), use))).getFirst());
        var renamed = get(text.rename(new RenameParams(main(), use, "number")));
        assertEquals(2, Objects.requireNonNull(renamed.getChanges().get(uri)).size());
        assertTrue(offer.getFoldingRangeProvider().getLeft());
        assertEquals(
                2, get(text.foldingRange(new FoldingRangeRequestParams(main()))).size());
        assertTrue(offer.getSelectionRangeProvider().getLeft());
        assertEquals(
                1,
                get(text.selectionRange(new SelectionRangeParams(main(), List.of(use))))
                        .size());
        assertTrue(offer.getInlayHintProvider().getLeft());
        assertEquals(List.of(), get(text.inlayHint(new InlayHintParams(main(), whole))));
        assertNotNull(offer.getDiagnosticProvider());
        var report =
                get(text.diagnostic(new DocumentDiagnosticParams(main()))).getRelatedFullDocumentDiagnosticReport();
        assertEquals(1, report.getItems().size());
        var again = new DocumentDiagnosticParams(main());
        again.setPreviousResultId(report.getResultId());
        assertNotNull(get(text.diagnostic(again)).getRelatedUnchangedDocumentDiagnosticReport());
        assertNotNull(offer.getWorkspaceSymbolProvider().getRight());
        var symbols = get(client.server.getWorkspaceService().symbol(new WorkspaceSymbolParams("value")))
                .getRight();
        assertEquals("value", symbols.getFirst().getName());
    }

    /** What is not asked for above must not be offered. */
    @Test
    void nothingElseIsOffered() throws Exception {
        ServerCapabilities offer = initialize().getCapabilities();
        assertNull(offer.getTypeDefinitionProvider());
        assertNull(offer.getImplementationProvider());
        assertNull(offer.getCodeLensProvider());
        assertNull(offer.getColorProvider());
        assertNull(offer.getDocumentFormattingProvider());
        assertNull(offer.getDocumentRangeFormattingProvider());
        assertNull(offer.getDocumentOnTypeFormattingProvider());
        assertNull(offer.getExecuteCommandProvider());
        assertNull(offer.getCallHierarchyProvider());
        assertNull(offer.getTypeHierarchyProvider());
        assertNull(offer.getLinkedEditingRangeProvider());
        assertNull(offer.getMonikerProvider());
        assertNull(offer.getInlineValueProvider());
        assertNull(offer.getInlineCompletionProvider());
        assertFalse(offer.getDiagnosticProvider().isWorkspaceDiagnostics());
        assertNull(offer.getCodeActionProvider().getRight().getResolveProvider());
        assertFalse(offer.getDocumentLinkProvider().getResolveProvider());
    }

    @Test
    void coloursAreSentAgainOnlyWhereTheyChanged() throws Exception {
        initialize();
        client.open(uri, TEXT);
        var text = client.server.getTextDocumentService();
        SemanticTokens all = get(text.semanticTokensFull(new SemanticTokensParams(main())));
        assertEquals(0, all.getData().size() % 5);
        client.change(uri, 2, new Range(new Position(8, 0), new Position(8, 0)), "  c = port;\n");
        var delta = get(text.semanticTokensFullDelta(new SemanticTokensDeltaParams(main(), all.getResultId())))
                .getRight();
        var changed = new java.util.ArrayList<>(all.getData());
        for (SemanticTokensEdit edit : delta.getEdits()) {
            var part = changed.subList(edit.getStart(), edit.getStart() + edit.getDeleteCount());
            part.clear();
            changed.addAll(edit.getStart(), edit.getData());
        }
        assertEquals(
                get(text.semanticTokensFull(new SemanticTokensParams(main()))).getData(), changed);
        var part = new Range(new Position(6, 0), new Position(7, 0));
        assertEquals(
                10,
                get(text.semanticTokensRange(new SemanticTokensRangeParams(main(), part)))
                        .getData()
                        .size());
        var unknown = get(text.semanticTokensFullDelta(new SemanticTokensDeltaParams(main(), "no such")));
        assertTrue(unknown.isLeft());
    }

    @Test
    void diagnosticsArePushedWhileTyping() throws Exception {
        initialize();
        client.open(uri, "{ a = 1; }\n");
        assertEquals(List.of(), client.diagnostics(uri, 1));
        client.change(uri, 2, new Range(new Position(0, 6), new Position(0, 7)), "missing");
        var found = client.diagnostics(uri, 2);
        assertEquals("KX0002", found.getFirst().getCode().getLeft());
        client.server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(main()));
        assertEquals(List.of(), client.diagnostics(uri, null));
    }

    @Test
    void aClientThatAsksIsNotTold() throws Exception {
        var capabilities = new ClientCapabilities();
        capabilities.setTextDocument(new TextDocumentClientCapabilities());
        capabilities.getTextDocument().setDiagnostic(new DiagnosticCapabilities());
        client.initialize(folder, capabilities);
        client.open(uri, "missing");
        var report = get(client.server.getTextDocumentService().diagnostic(new DocumentDiagnosticParams(main())));
        assertEquals(
                1, report.getRelatedFullDocumentDiagnosticReport().getItems().size());
        assertEquals(0, client.published());
    }

    @Test
    void settingsSwitchWhatIsShown() throws Exception {
        initialize();
        client.open(uri, "let a = 1; in 2\n");
        var text = client.server.getTextDocumentService();
        var params = new DocumentDiagnosticParams(main());
        assertEquals(
                1,
                get(text.diagnostic(params))
                        .getRelatedFullDocumentDiagnosticReport()
                        .getItems()
                        .size());
        var settings = java.util.Map.of("kwix", java.util.Map.of("unusedNames", false));
        client.server.getWorkspaceService().didChangeConfiguration(new DidChangeConfigurationParams(settings));
        assertEquals(
                0,
                get(text.diagnostic(params))
                        .getRelatedFullDocumentDiagnosticReport()
                        .getItems()
                        .size());
    }

    @Test
    void changesAreAppliedInOrderAndInUtf16() throws Exception {
        initialize();
        client.open(uri, "{ a = \"😀\"; }\r\n");
        var first = new TextDocumentContentChangeEvent(new Range(new Position(0, 11), new Position(0, 11)), " b = 1;");
        var second = new TextDocumentContentChangeEvent(new Range(new Position(0, 12), new Position(0, 13)), "cc");
        client.server
                .getTextDocumentService()
                .didChange(new DidChangeTextDocumentParams(
                        new VersionedTextDocumentIdentifier(uri, 2), List.of(first, second)));
        var symbols = get(client.server.getTextDocumentService().documentSymbol(new DocumentSymbolParams(main())));
        assertEquals(
                List.of("a", "cc"),
                symbols.stream().map(symbol -> symbol.getRight().getName()).toList());
        client.server
                .getTextDocumentService()
                .didChange(new DidChangeTextDocumentParams(
                        new VersionedTextDocumentIdentifier(uri, 3),
                        List.of(new TextDocumentContentChangeEvent("{ z = 1; }"))));
        symbols = get(client.server.getTextDocumentService().documentSymbol(new DocumentSymbolParams(main())));
        assertEquals(
                List.of("z"),
                symbols.stream().map(symbol -> symbol.getRight().getName()).toList());
    }

    @Test
    void aRefusedRenameIsAnErrorToThatRequestAlone() throws Exception {
        initialize();
        client.open(uri, TEXT);
        var text = client.server.getTextDocumentService();
        var refused = text.rename(new RenameParams(main(), new Position(6, 7), "other"));
        var failure = assertThrows(ExecutionException.class, () -> get(refused));
        var error = assertInstanceOf(ResponseErrorException.class, failure.getCause())
                .getResponseError();
        assertEquals(ResponseErrorCode.RequestFailed.getValue(), error.getCode());
        assertEquals("`other` in line 4 is bound in the same place.", error.getMessage());
        assertNotNull(get(text.hover(new HoverParams(main(), new Position(6, 7)))));
    }

    @Test
    void documentsThatAreNotOpenGiveNothing() throws Exception {
        initialize();
        var text = client.server.getTextDocumentService();
        assertNull(get(text.hover(new HoverParams(main(), new Position(0, 0)))));
        assertEquals(List.of(), get(text.foldingRange(new FoldingRangeRequestParams(main()))));
    }

    @Test
    void textsWithoutAFileWork() throws Exception {
        initialize();
        client.open("untitled:Untitled-1", "let a = 1; in a\n");
        var hover = get(client.server
                .getTextDocumentService()
                .hover(new HoverParams(new TextDocumentIdentifier("untitled:Untitled-1"), new Position(0, 14))));
        assertTrue(hover.getContents().getRight().getValue().contains("a = 1"));
    }

    @Test
    void requestsBeforeTheFirstAreRefused() {
        var early = client.server.getTextDocumentService().hover(new HoverParams(main(), new Position(0, 0)));
        var failure = assertThrows(ExecutionException.class, () -> get(early));
        var error = assertInstanceOf(ResponseErrorException.class, failure.getCause())
                .getResponseError();
        assertEquals(ResponseErrorCode.ServerNotInitialized.getValue(), error.getCode());
    }

    @Test
    void requestsAreTracedWhenAskedFor() throws Exception {
        initialize();
        client.open(uri, TEXT);
        client.server.setTrace(new SetTraceParams(TraceValue.Messages));
        get(client.server.getTextDocumentService().hover(new HoverParams(main(), new Position(6, 7))));
        assertTrue(client.trace().startsWith("hover took "));
    }

    @Test
    void foldersComeAndGo() throws Exception {
        initialize();
        var workspace = client.server.getWorkspaceService();
        assertEquals(
                1,
                get(workspace.symbol(new WorkspaceSymbolParams("value")))
                        .getRight()
                        .size());
        var self = new WorkspaceFolder(Uris.of(folder), "folder");
        workspace.didChangeWorkspaceFolders(
                new DidChangeWorkspaceFoldersParams(new WorkspaceFoldersChangeEvent(List.of(), List.of(self))));
        assertEquals(
                0,
                get(workspace.symbol(new WorkspaceSymbolParams("value")))
                        .getRight()
                        .size());
    }

    @Test
    void filesAreWatchedWhereTheEditorCan() throws Exception {
        var capabilities = new ClientCapabilities();
        capabilities.setWorkspace(new WorkspaceClientCapabilities());
        capabilities.getWorkspace().setDidChangeWatchedFiles(new DidChangeWatchedFilesCapabilities(true));
        client.initialize(folder, capabilities);
        assertEquals("workspace/didChangeWatchedFiles", client.registration());
        client.open(uri, TEXT);
        client.diagnostics(uri, 1);
        Files.writeString(folder.resolve("other.kx"), "{ changed = 2; }\n");
        client.server
                .getWorkspaceService()
                .didChangeWatchedFiles(new DidChangeWatchedFilesParams(
                        List.of(new FileEvent(Uris.of(folder.resolve("other.kx")), FileChangeType.Changed))));
        var list = get(client.server
                        .getTextDocumentService()
                        .completion(new CompletionParams(main(), new Position(7, 12))))
                .getRight();
        assertEquals(
                List.of("changed"),
                list.getItems().stream().map(CompletionItem::getLabel).toList());
    }

    @Test
    void snippetsAreForEditorsThatKnowThem() throws Exception {
        initialize();
        client.open(uri, "");
        var params = new CompletionParams(main(), new Position(0, 0));
        var text = client.server.getTextDocumentService();
        assertFalse(get(text.completion(params)).getRight().getItems().stream()
                .anyMatch(item -> item.getKind() == CompletionItemKind.Snippet));
    }

    @Test
    void itEndsInOrder() throws Exception {
        initialize();
        get(client.server.shutdown());
        client.server.exit();
        assertEquals(0, client.status());
    }

    @Test
    void itEndsWhenTheClientCloses() throws Exception {
        initialize();
        client.disconnect();
        assertEquals(1, client.status());
    }

    @Test
    void itEndsWhenTheClientDies() throws Exception {
        Process editor = new ProcessBuilder("sleep", "1000").start();
        var params = new InitializeParams();
        params.setCapabilities(new ClientCapabilities());
        params.setProcessId(Math.toIntExact(editor.pid()));
        get(client.server.initialize(params));
        editor.destroy();
        assertEquals(1, client.status());
    }

    @Test
    void deepAndBrokenTextsAreNoTrouble() throws Exception {
        initialize();
        String deep = "(".repeat(20_000) + "a" + ")".repeat(20_000);
        client.open(uri, deep);
        var text = client.server.getTextDocumentService();
        var middle = new Position(0, 20_000);
        get(text.hover(new HoverParams(main(), middle)));
        get(text.documentSymbol(new DocumentSymbolParams(main())));
        get(text.selectionRange(new SelectionRangeParams(main(), List.of(middle))));
        get(text.completion(new CompletionParams(main(), middle)));
        get(text.semanticTokensFull(new SemanticTokensParams(main())));
        Either<List<? extends Location>, List<? extends LocationLink>> none =
                get(text.definition(new DefinitionParams(main(), middle)));
        assertEquals(List.of(), none.getLeft());
        client.change(uri, 2, new Range(new Position(0, 0), new Position(0, 40_001)), "{ a.".repeat(5_000));
        get(text.documentSymbol(new DocumentSymbolParams(main())));
        get(text.completion(new CompletionParams(main(), new Position(0, 20_000))));
    }
}
