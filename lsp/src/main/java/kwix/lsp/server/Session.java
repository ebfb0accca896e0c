package kwix.lsp.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kwix.lsp.document.Documents;
import kwix.lsp.document.Library;
import kwix.lsp.document.Workspace;
import kwix.lsp.infer.BuiltinTable;
import kwix.lsp.text.Uris;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.TraceValue;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** What one client said of itself, and what it has open. */
final class Session {

    enum Phase {
        STARTING,
        SERVING,
        SHUT_DOWN
    }

    final Documents documents = new Documents();
    final BuiltinTable builtins = new BuiltinTable();
    final CompletableFuture<Integer> end = new CompletableFuture<>();
    private final Library library;
    private volatile List<Path> folders = List.of();
    private volatile Phase phase = Phase.STARTING;
    private volatile ClientCapabilities capabilities = new ClientCapabilities();
    private volatile String trace = TraceValue.Off;
    private volatile Preferences preferences = Preferences.USUAL;
    private volatile @Nullable LanguageClient client;

    Session(Library library) {
        this.library = library;
    }

    void connect(LanguageClient connected) {
        client = connected;
    }

    @Nullable
    LanguageClient client() {
        return client;
    }

    Phase phase() {
        return phase;
    }

    void enter(Phase next) {
        phase = next;
    }

    ClientCapabilities capabilities() {
        return capabilities;
    }

    void capabilities(@Nullable ClientCapabilities given) {
        capabilities = given == null ? new ClientCapabilities() : given;
    }

    boolean tracing() {
        return !trace.equals(TraceValue.Off);
    }

    void trace(@Nullable String value) {
        trace = value == null ? TraceValue.Off : value;
    }

    Preferences preferences() {
        return preferences;
    }

    void preferences(Preferences changed) {
        preferences = changed;
    }

    Workspace workspace() {
        return new Workspace(documents, library, folders);
    }

    synchronized void addFolders(List<WorkspaceFolder> added) {
        var changed = new ArrayList<>(folders);
        for (WorkspaceFolder folder : added) {
            Path path = Uris.path(folder.getUri());
            if (path != null && !changed.contains(path)) {
                changed.add(path);
            }
        }
        folders = List.copyOf(changed);
    }

    synchronized void removeFolders(List<WorkspaceFolder> removed) {
        var changed = new ArrayList<>(folders);
        removed.forEach(folder -> changed.remove(Uris.path(folder.getUri())));
        folders = List.copyOf(changed);
    }

    /** Whether the client asks for diagnostics, so that pushing them too would show each twice. */
    boolean pulls() {
        var text = capabilities.getTextDocument();
        return text != null && text.getDiagnostic() != null;
    }
}
