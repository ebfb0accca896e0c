package kwix.lsp.server;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kwix.lsp.document.Document;
import kwix.lsp.feature.Diagnostics;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;

/** Diagnostics, pushed to a client that does not ask for them. */
final class Publisher implements AutoCloseable {

    /** Who types goes on within this time. */
    private static final long QUIET_MILLIS = 60;

    private final Session session;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("kwix-lsp-publisher").factory());

    Publisher(Session session) {
        this.session = session;
    }

    List<Diagnostic> diagnostics(Document document) {
        List<Diagnostic> all = Diagnostics.of(document);
        return session.preferences().unusedNames()
                ? all
                : all.stream()
                        .filter(diagnostic -> diagnostic.getTags() == null
                                || !diagnostic.getTags().contains(DiagnosticTag.Unnecessary))
                        .toList();
    }

    /** Soon, unless the document changes again before. */
    void publish(String uri) {
        if (session.pulls()) {
            return;
        }
        Document document = session.documents.open(uri);
        if (document == null) {
            return;
        }
        try {
            var unused = thread.schedule(() -> publish(document), QUIET_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException ended) {
            return;
        }
    }

    private void publish(Document document) {
        LanguageClient client = session.client();
        if (client != null && session.documents.open(document.uri()) == document) {
            client.publishDiagnostics(
                    new PublishDiagnosticsParams(document.uri(), diagnostics(document), document.version()));
        }
    }

    /** Of a document that is closed nothing is shown any more. */
    void clear(String uri) {
        LanguageClient client = session.client();
        if (!session.pulls() && client != null) {
            client.publishDiagnostics(new PublishDiagnosticsParams(uri, List.of()));
        }
    }

    /** Other files may have changed what is to be said of those that are open. */
    void refresh() {
        if (session.pulls()) {
            var workspace = session.capabilities().getWorkspace();
            LanguageClient client = session.client();
            if (client != null
                    && workspace != null
                    && workspace.getDiagnostics() != null
                    && Boolean.TRUE.equals(workspace.getDiagnostics().getRefreshSupport())) {
                client.refreshDiagnostics();
            }
            return;
        }
        session.documents.open().forEach(document -> publish(document.uri()));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
