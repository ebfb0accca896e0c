package kwix.language.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.Budget;
import kwix.language.value.Describe;

/** Files from servers. A download that ends early, or that the evaluation's end interrupts, leaves no file. */
final class Download {

    private static final Duration TO_CONNECT = Duration.ofSeconds(15);

    /** How long a server may keep silent before its answer begins. */
    private static final Duration TO_ANSWER = Duration.ofSeconds(60);

    private static final long POLL_MILLIS = 50;
    private static final int OK = 200;

    private Download() {}

    /** Loads what is at an HTTP URL into a file that does not exist yet. */
    static void load(String url, Path target, Budget budget) throws IOException {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException invalid) {
            throw new KwixException(ErrorCode.INVALID_VALUE, "`" + Describe.text(url) + "` is not a URL.");
        }
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(TO_CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            HttpRequest request;
            try {
                request = HttpRequest.newBuilder(uri)
                        .timeout(TO_ANSWER)
                        .header("User-Agent", "kwix")
                        .build();
            } catch (IllegalArgumentException invalid) {
                throw new KwixException(
                        ErrorCode.INVALID_VALUE, "`" + Describe.text(url) + "` is not a URL of a server.");
            }
            CompletableFuture<HttpResponse<Path>> answer =
                    client.sendAsync(request, HttpResponse.BodyHandlers.ofFile(target));
            try {
                int status = awaited(answer, url, budget).statusCode();
                if (status != OK) {
                    throw failed(url, "the server answered with status " + status);
                }
            } catch (Throwable failure) {
                client.shutdownNow();
                Files.deleteIfExists(target);
                throw failure;
            }
        }
    }

    private static HttpResponse<Path> awaited(CompletableFuture<HttpResponse<Path>> answer, String url, Budget budget) {
        while (true) {
            budget.poll();
            try {
                return answer.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                continue;
            } catch (InterruptedException interrupted) {
                answer.cancel(true);
                budget.poll();
                Thread.currentThread().interrupt();
                throw failed(url, "it was interrupted");
            } catch (ExecutionException failure) {
                Throwable cause = failure.getCause();
                throw failed(
                        url, cause instanceof ConnectException ? "no connection can be made" : String.valueOf(cause));
            }
        }
    }

    static KwixException failed(String url, String why) {
        return new KwixException(
                ErrorCode.MISSING_FILE, "`" + Describe.text(url) + "` cannot be downloaded: " + why + ".");
    }
}
