package kwix.lsp.server;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import kwix.lsp.document.Library;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/** One server for one client: it begins, it ends. */
public final class Server implements LanguageServer, AutoCloseable {

    private static final int ENDED_IN_ORDER = 0;
    private static final int ENDED_WITHOUT_SHUTDOWN = 1;

    private final Session session;
    private final Requests requests;
    private final Publisher publisher;
    private final TextService texts;
    private final WorkspaceRequests workspace;
    private final String version;

    public Server(Library library, String version) {
        this.version = version;
        session = new Session(library);
        requests = new Requests(session);
        publisher = new Publisher(session);
        texts = new TextService(session, requests, publisher);
        workspace = new WorkspaceRequests(session, requests, publisher);
    }

    public void connect(LanguageClient client) {
        session.connect(client);
    }

    /** Completed when the server has to end, with the exit status. */
    public CompletableFuture<Integer> end() {
        return session.end;
    }

    /** Called when the client's messages have come to their end. */
    public void disconnected() {
        end(session.phase() == Session.Phase.SHUT_DOWN ? ENDED_IN_ORDER : ENDED_WITHOUT_SHUTDOWN);
    }

    private void end(int status) {
        session.end.complete(status);
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        session.capabilities(params.getCapabilities());
        session.trace(params.getTrace());
        session.preferences(Preferences.of(params.getInitializationOptions()));
        session.addFolders(folders(params));
        if (params.getProcessId() != null) {
            watch(params.getProcessId());
        }
        session.enter(Session.Phase.SERVING);
        return CompletableFuture.completedFuture(
                new InitializeResult(Offer.capabilities(), new ServerInfo("kwix", version)));
    }

    @SuppressWarnings("deprecation") // Clients that know no folders give one root.
    private static List<WorkspaceFolder> folders(InitializeParams params) {
        List<WorkspaceFolder> folders = params.getWorkspaceFolders();
        if (folders != null) {
            return folders;
        }
        String root = params.getRootUri();
        return root == null ? List.of() : List.of(new WorkspaceFolder(root, root));
    }

    /** A server whose editor is gone serves nobody. */
    private void watch(int process) {
        ProcessHandle.of(process)
                .ifPresentOrElse(
                        client -> client.onExit().thenRun(() -> end(ENDED_WITHOUT_SHUTDOWN)),
                        () -> end(ENDED_WITHOUT_SHUTDOWN));
    }

    @Override
    public void initialized(InitializedParams params) {
        var ofWorkspace = session.capabilities().getWorkspace();
        var watched = ofWorkspace == null ? null : ofWorkspace.getDidChangeWatchedFiles();
        LanguageClient client = session.client();
        if (client == null || watched == null || !Boolean.TRUE.equals(watched.getDynamicRegistration())) {
            return;
        }
        var options = new DidChangeWatchedFilesRegistrationOptions(
                List.of(new FileSystemWatcher(Either.forLeft("**/*.{kx,nix}"))));
        client.registerCapability(new RegistrationParams(
                List.of(new Registration(UUID.randomUUID().toString(), "workspace/didChangeWatchedFiles", options))));
    }

    @Override
    @SuppressWarnings("NullAway") // LSP4J does not say that this may be null, as the protocol does.
    public CompletableFuture<@Nullable Object> shutdown() {
        session.enter(Session.Phase.SHUT_DOWN);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void exit() {
        disconnected();
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return texts;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return workspace;
    }

    @Override
    public void setTrace(SetTraceParams params) {
        session.trace(params.getValue());
    }

    /** Nothing that shows progress goes on for long without being a request, which has a cancellation of its own. */
    @Override
    public void cancelProgress(WorkDoneProgressCancelParams params) {}

    @Override
    public void close() {
        requests.close();
        publisher.close();
    }
}
