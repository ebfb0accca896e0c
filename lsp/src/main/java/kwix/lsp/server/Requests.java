package kwix.lsp.server;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import kwix.lsp.document.Document;
import org.eclipse.lsp4j.LogTraceParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests beside the thread that reads messages, which meanwhile takes changes and cancellations. What goes wrong with one
 * request is an error to that one.
 */
final class Requests implements AutoCloseable {

    private static final int THREADS = 2;

    private final Session session;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("kwix-lsp-", 1).factory());

    Requests(Session session) {
        this.session = session;
    }

    /** Answers about an open document, as it is when the request comes; {@code otherwise} when it is not open. */
    <T extends @Nullable Object> CompletableFuture<T> about(
            String method, TextDocumentIdentifier identifier, T otherwise, Function<Document, T> answer) {
        Document document = session.documents.open(identifier.getUri());
        return run(method, cancel -> document == null ? otherwise : answer.apply(document));
    }

    <T extends @Nullable Object> CompletableFuture<T> run(String method, Function<CancelChecker, T> answer) {
        ResponseError refusal = refusal();
        if (refusal != null) {
            return CompletableFuture.failedFuture(new ResponseErrorException(refusal));
        }
        return CompletableFutures.computeAsync(threads, cancel -> {
            cancel.checkCanceled();
            long begin = System.nanoTime();
            T result = guarded(method, () -> answer.apply(cancel));
            cancel.checkCanceled();
            trace(method, begin);
            return result;
        });
    }

    private @Nullable ResponseError refusal() {
        return switch (session.phase()) {
            case STARTING ->
                new ResponseError(
                        ResponseErrorCode.ServerNotInitialized, "The first request has to be `initialize`.", null);
            case SHUT_DOWN -> new ResponseError(ResponseErrorCode.InvalidRequest, "The server was shut down.", null);
            case SERVING -> null;
        };
    }

    private static <T extends @Nullable Object> T guarded(String method, Supplier<T> answer) {
        try {
            return answer.get();
        } catch (ResponseErrorException refused) {
            throw refused;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            StackTraceElement[] trace = fault.getStackTrace();
            String where = trace.length == 0 ? "" : " at " + trace[0];
            throw new ResponseErrorException(
                    new ResponseError(ResponseErrorCode.InternalError, method + " failed: " + fault + where, null));
        }
    }

    private void trace(String method, long begin) {
        LanguageClient client = session.client();
        if (session.tracing() && client != null) {
            long microseconds = (System.nanoTime() - begin) / 1_000;
            client.logTrace(new LogTraceParams(method + " took " + microseconds + " µs"));
        }
    }

    static ResponseErrorException refused(String message) {
        return new ResponseErrorException(new ResponseError(ResponseErrorCode.RequestFailed, message, null));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
