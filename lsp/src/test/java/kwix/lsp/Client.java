package kwix.lsp;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kwix.lsp.text.Uris;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.LogTraceParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.jspecify.annotations.Nullable;

/** An editor, as far as the protocol goes, with a server of its own behind pipes. */
final class Client implements LanguageClient, AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    final Queue<Object> progress = new ConcurrentLinkedQueue<>();
    final LanguageServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final LinkedBlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> traces = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> registrations = new LinkedBlockingQueue<>();
    private final PipedOutputStream toServer = new PipedOutputStream();
    private final CompletableFuture<Integer> status;

    private Client() throws IOException {
        var serverIn = new PipedInputStream(toServer, 1 << 20);
        var clientIn = new PipedInputStream(1 << 20);
        var serverOut = new PipedOutputStream(clientIn);
        status = CompletableFuture.supplyAsync(
                () -> LspProgram.serve(serverIn, serverOut, CaseFile.LIBRARY.folders(), "test"), threads);
        var launcher = LSPLauncher.createClientLauncher(this, clientIn, toServer, threads, consumer -> consumer);
        server = launcher.getRemoteProxy();
        launcher.startListening();
    }

    static Client start() throws IOException {
        return new Client();
    }

    static <T> T get(CompletableFuture<T> answer) throws Exception {
        return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    InitializeResult initialize(Path folder, ClientCapabilities capabilities) throws Exception {
        var params = new InitializeParams();
        params.setCapabilities(capabilities);
        params.setWorkspaceFolders(List.of(new WorkspaceFolder(Uris.of(folder), "folder")));
        InitializeResult result = get(server.initialize(params));
        server.initialized(new InitializedParams());
        return result;
    }

    void open(String uri, String text) {
        server.getTextDocumentService()
                .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "kwix", 1, text)));
    }

    void change(String uri, int version, Range range, String text) {
        server.getTextDocumentService()
                .didChange(new DidChangeTextDocumentParams(
                        new VersionedTextDocumentIdentifier(uri, version),
                        List.of(new TextDocumentContentChangeEvent(range, text))));
    }

    /** Waits for those of this version. */
    List<Diagnostic> diagnostics(String uri, @Nullable Integer version) throws Exception {
        while (true) {
            PublishDiagnosticsParams next = published.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("no diagnostics of version " + version);
            }
            if (next.getUri().equals(uri) && java.util.Objects.equals(next.getVersion(), version)) {
                return next.getDiagnostics();
            }
        }
    }

    int published() {
        return published.size();
    }

    String trace() throws Exception {
        return String.valueOf(traces.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    String registration() throws Exception {
        return String.valueOf(registrations.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    void disconnect() throws IOException {
        toServer.close();
    }

    int status() throws Exception {
        return get(status);
    }

    @Override
    public void telemetryEvent(Object event) {}

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
        published.add(diagnostics);
    }

    @Override
    public void notifyProgress(ProgressParams params) {
        progress.add(params.getToken().getLeft());
    }

    @Override
    public void logTrace(LogTraceParams params) {
        traces.add(params.getMessage());
    }

    @Override
    public CompletableFuture<Void> registerCapability(RegistrationParams params) {
        params.getRegistrations().forEach(registration -> registrations.add(registration.getMethod()));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void showMessage(MessageParams message) {}

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void logMessage(MessageParams message) {}

    @Override
    public void close() throws Exception {
        toServer.close();
        status();
        threads.shutdownNow();
    }
}
