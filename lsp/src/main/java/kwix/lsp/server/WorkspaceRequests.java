package kwix.lsp.server;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import kwix.lsp.feature.SymbolsFeature;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.WorkspaceService;

/** What is asked of all documents. */
final class WorkspaceRequests implements WorkspaceService {

    private final Session session;
    private final Requests requests;
    private final Publisher publisher;
    private final Progress progress;

    WorkspaceRequests(Session session, Requests requests, Publisher publisher) {
        this.session = session;
        this.requests = requests;
        this.publisher = publisher;
        progress = new Progress(session);
    }

    @Override
    public CompletableFuture<Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>> symbol(
            WorkspaceSymbolParams params) {
        return requests.run(
                "workspace/symbol",
                cancel -> progress.during(
                        params.getWorkDoneToken(),
                        "Looking for names",
                        () -> Either.forRight(SymbolsFeature.search(session.workspace(), params.getQuery()))));
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {
        session.preferences(Preferences.of(params.getSettings()));
        publisher.refresh();
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        publisher.refresh();
    }

    @Override
    public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
        session.addFolders(params.getEvent().getAdded());
        session.removeFolders(params.getEvent().getRemoved());
        publisher.refresh();
    }
}
