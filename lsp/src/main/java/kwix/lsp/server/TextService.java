package kwix.lsp.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kwix.lsp.document.Document;
import kwix.lsp.document.Location;
import kwix.lsp.feature.ActionsFeature;
import kwix.lsp.feature.CompletionFeature;
import kwix.lsp.feature.DefinitionFeature;
import kwix.lsp.feature.FoldingFeature;
import kwix.lsp.feature.HighlightFeature;
import kwix.lsp.feature.HoverFeature;
import kwix.lsp.feature.InlayFeature;
import kwix.lsp.feature.LinksFeature;
import kwix.lsp.feature.Question;
import kwix.lsp.feature.ReferencesFeature;
import kwix.lsp.feature.RenameFeature;
import kwix.lsp.feature.RenameRefused;
import kwix.lsp.feature.SelectionFeature;
import kwix.lsp.feature.SignatureFeature;
import kwix.lsp.feature.SymbolsFeature;
import kwix.lsp.feature.TokensFeature;
import kwix.lsp.text.Span;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DeclarationParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RelatedFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.RelatedUnchangedDocumentDiagnosticReport;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensDeltaParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/** What is asked of one document. */
final class TextService implements TextDocumentService {

    private final Session session;
    private final Requests requests;
    private final Publisher publisher;
    private final Progress progress;
    private final TokenHistory tokens = new TokenHistory();
    private final CompletionAnswers completions = new CompletionAnswers();

    TextService(Session session, Requests requests, Publisher publisher) {
        this.session = session;
        this.requests = requests;
        this.publisher = publisher;
        progress = new Progress(session);
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        var item = params.getTextDocument();
        session.documents.open(item.getUri(), item.getVersion(), item.getText());
        publisher.publish(item.getUri());
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        var identifier = params.getTextDocument();
        int version = identifier.getVersion() == null ? 0 : identifier.getVersion();
        session.documents.change(identifier.getUri(), version, params.getContentChanges());
        publisher.publish(identifier.getUri());
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        String uri = params.getTextDocument().getUri();
        session.documents.close(uri);
        tokens.forget(uri);
        publisher.clear(uri);
    }

    /** What is on the disk is looked at when it is asked for. */
    @Override
    public void didSave(DidSaveTextDocumentParams params) {}

    private Question question(Document document, Position position) {
        return Question.of(
                session.workspace(),
                session.builtins,
                document,
                document.lines().offset(position));
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        var none = new CompletionList(false, List.of());
        return requests.about("completion", params.getTextDocument(), Either.forRight(none), document -> {
            var answer = CompletionFeature.complete(question(document, params.getPosition()));
            return Either.forRight(completions.list(document, answer, snippets()));
        });
    }

    private boolean snippets() {
        var text = session.capabilities().getTextDocument();
        var completion = text == null ? null : text.getCompletion();
        var item = completion == null ? null : completion.getCompletionItem();
        return item != null && Boolean.TRUE.equals(item.getSnippetSupport());
    }

    @Override
    public CompletableFuture<CompletionItem> resolveCompletionItem(CompletionItem item) {
        return requests.run("completionItem/resolve", cancel -> completions.resolve(item));
    }

    @Override
    @SuppressWarnings("NullAway") // LSP4J does not say that this may be null, as the protocol does.
    public CompletableFuture<@Nullable Hover> hover(HoverParams params) {
        return requests.about(
                "hover",
                params.getTextDocument(),
                null,
                document -> HoverFeature.hover(question(document, params.getPosition())));
    }

    @Override
    @SuppressWarnings("NullAway") // LSP4J does not say that this may be null, as the protocol does.
    public CompletableFuture<@Nullable SignatureHelp> signatureHelp(SignatureHelpParams params) {
        return requests.about(
                "signatureHelp",
                params.getTextDocument(),
                null,
                document -> SignatureFeature.help(question(document, params.getPosition())));
    }

    @Override
    public CompletableFuture<Either<List<? extends org.eclipse.lsp4j.Location>, List<? extends LocationLink>>>
            definition(DefinitionParams params) {
        return requests.about(
                "definition",
                params.getTextDocument(),
                Either.forLeft(List.of()),
                document -> locations(DefinitionFeature.definition(question(document, params.getPosition()))));
    }

    @Override
    public CompletableFuture<Either<List<? extends org.eclipse.lsp4j.Location>, List<? extends LocationLink>>>
            declaration(DeclarationParams params) {
        return requests.about(
                "declaration",
                params.getTextDocument(),
                Either.forLeft(List.of()),
                document -> locations(DefinitionFeature.declaration(question(document, params.getPosition()))));
    }

    private static Either<List<? extends org.eclipse.lsp4j.Location>, List<? extends LocationLink>> locations(
            List<Location> found) {
        return Either.forLeft(found.stream().map(Location::toProtocol).toList());
    }

    @Override
    public CompletableFuture<List<? extends org.eclipse.lsp4j.Location>> references(ReferenceParams params) {
        return requests.about(
                "references",
                params.getTextDocument(),
                List.of(),
                document -> progress.during(
                        params.getWorkDoneToken(),
                        "Looking for uses",
                        () -> ReferencesFeature.references(
                                        question(document, params.getPosition()),
                                        params.getContext().isIncludeDeclaration())
                                .stream()
                                .map(Location::toProtocol)
                                .toList()));
    }

    @Override
    public CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(DocumentHighlightParams params) {
        return requests.about(
                "documentHighlight",
                params.getTextDocument(),
                List.of(),
                document -> HighlightFeature.highlights(question(document, params.getPosition())));
    }

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams params) {
        return requests.about(
                "documentSymbol",
                params.getTextDocument(),
                List.of(),
                document -> SymbolsFeature.outline(document).stream()
                        .map(Either::<SymbolInformation, DocumentSymbol>forRight)
                        .toList());
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        return requests.about("codeAction", params.getTextDocument(), List.of(), document -> {
            List<String> only = params.getContext().getOnly();
            return ActionsFeature.actions(document, span(document, params.getRange())).stream()
                    .filter(action -> only == null || only.stream().anyMatch(kind -> within(action.getKind(), kind)))
                    .map(Either::<Command, CodeAction>forRight)
                    .toList();
        });
    }

    private static boolean within(String kind, String wanted) {
        return wanted.isEmpty() || kind.equals(wanted) || kind.startsWith(wanted + ".");
    }

    private static Span span(Document document, Range range) {
        return new Span(
                document.lines().offset(range.getStart()), document.lines().offset(range.getEnd()));
    }

    @Override
    public CompletableFuture<List<DocumentLink>> documentLink(DocumentLinkParams params) {
        return requests.about(
                "documentLink",
                params.getTextDocument(),
                List.of(),
                document -> LinksFeature.links(session.workspace(), document));
    }

    @Override
    @SuppressWarnings("NullAway") // LSP4J does not say that this may be null, as the protocol does.
    public CompletableFuture<@Nullable Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>> prepareRename(
            PrepareRenameParams params) {
        return requests.about("prepareRename", params.getTextDocument(), null, document -> {
            try {
                return Either3.forFirst(RenameFeature.prepare(question(document, params.getPosition())));
            } catch (RenameRefused refused) {
                throw Requests.refused(refused.reason());
            }
        });
    }

    @Override
    @SuppressWarnings("NullAway") // LSP4J does not say that this may be null, as the protocol does.
    public CompletableFuture<@Nullable WorkspaceEdit> rename(RenameParams params) {
        return requests.about(
                "rename",
                params.getTextDocument(),
                null,
                document -> progress.during(params.getWorkDoneToken(), "Renaming", () -> {
                    try {
                        return RenameFeature.rename(question(document, params.getPosition()), params.getNewName());
                    } catch (RenameRefused refused) {
                        throw Requests.refused(refused.reason());
                    }
                }));
    }

    @Override
    public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
        return requests.about("foldingRange", params.getTextDocument(), List.of(), FoldingFeature::folds);
    }

    @Override
    public CompletableFuture<List<SelectionRange>> selectionRange(SelectionRangeParams params) {
        return requests.about(
                "selectionRange",
                params.getTextDocument(),
                List.of(),
                document -> SelectionFeature.ranges(document, params.getPositions()));
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
        return requests.about(
                "semanticTokens/full", params.getTextDocument(), new SemanticTokens(List.of()), this::allTokens);
    }

    private SemanticTokens allTokens(Document document) {
        List<Integer> data = TokensFeature.tokens(document, whole(document));
        return new SemanticTokens(tokens.give(document.uri(), data), data);
    }

    private static Span whole(Document document) {
        return new Span(0, document.text().length());
    }

    @Override
    public CompletableFuture<Either<SemanticTokens, SemanticTokensDelta>> semanticTokensFullDelta(
            SemanticTokensDeltaParams params) {
        return requests.about(
                "semanticTokens/full/delta",
                params.getTextDocument(),
                Either.forLeft(new SemanticTokens(List.of())),
                document -> {
                    var earlier = tokens.earlier(document.uri(), params.getPreviousResultId());
                    SemanticTokens all = allTokens(document);
                    return earlier == null
                            ? Either.forLeft(all)
                            : Either.forRight(new SemanticTokensDelta(
                                    TokensFeature.changes(earlier.data(), all.getData()), all.getResultId()));
                });
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensRange(SemanticTokensRangeParams params) {
        return requests.about(
                "semanticTokens/range",
                params.getTextDocument(),
                new SemanticTokens(List.of()),
                document -> new SemanticTokens(TokensFeature.tokens(document, span(document, params.getRange()))));
    }

    @Override
    public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
        return requests.about(
                "inlayHint",
                params.getTextDocument(),
                List.of(),
                document -> session.preferences().inlayHints()
                        ? InlayFeature.hints(document, span(document, params.getRange()))
                        : new ArrayList<>());
    }

    @Override
    public CompletableFuture<DocumentDiagnosticReport> diagnostic(DocumentDiagnosticParams params) {
        var nothing = new DocumentDiagnosticReport(new RelatedFullDocumentDiagnosticReport(List.of()));
        return requests.about("diagnostic", params.getTextDocument(), nothing, document -> {
            var diagnostics = publisher.diagnostics(document);
            String id = Integer.toHexString(diagnostics.hashCode());
            if (id.equals(params.getPreviousResultId())) {
                return new DocumentDiagnosticReport(new RelatedUnchangedDocumentDiagnosticReport(id));
            }
            var report = new RelatedFullDocumentDiagnosticReport(diagnostics);
            report.setResultId(id);
            return new DocumentDiagnosticReport(report);
        });
    }
}
