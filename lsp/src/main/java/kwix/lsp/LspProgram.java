package kwix.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import kwix.lsp.document.Library;
import kwix.lsp.server.Server;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.services.LanguageClient;

/** The server on two streams. */
public final class LspProgram {

    private LspProgram() {}

    /**
     * Serves until the client ends it, closes its stream, or dies.
     *
     * @param library the folders of the standard library, the one that is looked into first at first
     * @param version of Kwix, for the client's log
     * @return the exit status, as the protocol wants it
     */
    public static int serve(InputStream in, OutputStream out, List<Path> library, String version) {
        // Ends of streams are the usual end of a server, and not worth a trace. The reference keeps the logger from
        // being made anew.
        Logger protocol = Logger.getLogger("org.eclipse.lsp4j");
        protocol.setLevel(Level.OFF);
        ExecutorService reader = Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("kwix-lsp-reader-", 1).factory());
        try (var server = new Server(new Library(library), version)) {
            Launcher<LanguageClient> launcher = new Launcher.Builder<LanguageClient>()
                    .setLocalService(server)
                    .setRemoteInterface(LanguageClient.class)
                    .setInput(in)
                    .setOutput(out)
                    .setExecutorService(reader)
                    .create();
            server.connect(launcher.getRemoteProxy());
            var listening = launcher.startListening();
            CompletableFuture.runAsync(
                    () -> {
                        try {
                            listening.get();
                        } catch (Exception broken) {
                            // A stream that broke has ended too.
                            server.disconnected();
                        }
                        server.disconnected();
                    },
                    reader);
            return server.end().join();
        } catch (CompletionException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            reader.shutdownNow();
            Reference.reachabilityFence(protocol);
        }
    }
}
