package kwix.language.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.module.Bounds;
import kwix.language.module.HostMachine;
import kwix.language.value.Budget;
import kwix.language.value.PathValue;
import kwix.store.Hash;
import kwix.store.HashAlgorithm;
import kwix.store.PhysicalStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetcherTest {

    private static final Hash HELLO = HashAlgorithm.SHA256.hash("hello\n");
    private static final Hash WRONG = HashAlgorithm.SHA256.hash("other");

    /** What {@code nix-instantiate --eval} gives for {@code fetchurl} of such a file. */
    private static final String PATH = "/nix/store/dsnln8dzp7a38dkfhk9p6pldgsb5jpr5-a";

    @TempDir
    private Path folder;

    private final Budget budget = new Budget(100);
    private final AtomicInteger answers = new AtomicInteger();
    private final CountDownLatch asked = new CountDownLatch(1);
    private HttpServer server;
    private String address = "";

    FetcherTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/a", exchange -> answer(exchange, 200, "hello\n".getBytes(StandardCharsets.UTF_8), 6));
        server.createContext("/moved/a", exchange -> {
            exchange.getResponseHeaders().set("Location", "/a");
            answer(exchange, 302, new byte[0], -1);
        });
        server.createContext("/missing", exchange -> answer(exchange, 404, new byte[0], -1));
        server.createContext("/cut/a", exchange -> answer(exchange, 200, "hel".getBytes(StandardCharsets.UTF_8), 6));
        server.createContext("/silent", exchange -> {
            asked.countDown();
            await(new CountDownLatch(1));
        });
        server.createContext("/tree.tar.gz", exchange -> {
            Path archive = Archives.write(folder.resolve("served.tar.gz"), Archives.TREE);
            answer(exchange, 200, Files.readAllBytes(archive), Files.size(archive));
        });
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, int status, byte[] body, long length) throws IOException {
        answers.incrementAndGet();
        exchange.sendResponseHeaders(status, length);
        if (length >= 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private Path store() {
        return folder.resolve("store");
    }

    private HostMachine machine(boolean pure) {
        return new HostMachine(pure, Bounds.none(), Map.of(), List.of(), line -> {}, () -> PhysicalStore.in(store()));
    }

    private Fetcher fetcher(boolean pure) {
        return new Fetcher(machine(pure), budget);
    }

    private KwixException refusal(String path, @Nullable Hash hash) throws IOException {
        var failure = assertThrows(KwixException.class, () -> fetcher(false).file(address + path, "a", hash));
        assertEquals(List.of(), stored());
        return failure;
    }

    private List<String> stored() throws IOException {
        if (!Files.exists(store())) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(store())) {
            return entries.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void loadsWithAHashInPureEvaluation() throws IOException {
        HostMachine machine = machine(true);
        assertEquals(PATH, new Fetcher(machine, budget).file(address + "/a", "a", HELLO));
        assertEquals("hello\n", machine.readFile(new PathValue(PATH)));
        assertEquals(List.of(PATH.substring("/nix/store/".length())), stored());
    }

    @Test
    void doesNotLoadAgainWhatAHashNames() {
        fetcher(true).file(address + "/a", "a", HELLO);
        fetcher(true).file(address + "/a", "a", HELLO);
        assertEquals(1, answers.get());
    }

    @Test
    void pureEvaluationLoadsNothingWithoutAHash() {
        var failure = assertThrows(KwixException.class, () -> fetcher(true).file(address + "/a", "a", null));
        assertEquals(ErrorCode.FORBIDDEN, failure.code());
        assertEquals(0, answers.get());
    }

    @Test
    void pureEvaluationTellsTheHashOfAFileOfThisMachine() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "hello\n");
        var failure = assertThrows(KwixException.class, () -> fetcher(true).file("file://" + file, "a", null));
        assertEquals("Write `sha256 = \"" + HELLO + "\";`.", failure.hint());
        assertEquals(List.of(), stored());
    }

    @Test
    void followsRedirections() {
        assertEquals(PATH, fetcher(false).file(address + "/moved/a", "a", HELLO));
    }

    @Test
    void loadsAnArchive() throws IOException {
        Hash hash = Hash.parse(Archives.HASH, HashAlgorithm.SHA256);
        HostMachine machine = machine(true);
        String path = new Fetcher(machine, budget).archive(address + "/tree.tar.gz", "source", hash);
        assertEquals("more\n", machine.readFile(new PathValue(path + "/sub/more")));
        assertEquals(1, stored().size());
    }

    @Test
    void wrongContentsLeaveNothing() throws IOException {
        KwixException failure = refusal("/a", WRONG);
        assertTrue(failure.getMessage().contains("has the hash"), failure.getMessage());
        assertThrows(KwixException.class, () -> fetcher(false).archive(address + "/tree.tar.gz", "source", WRONG));
        assertEquals(List.of(), stored());
    }

    @Test
    void downloadsThatFailLeaveNothing() throws IOException {
        assertTrue(refusal("/missing", null).getMessage().contains("status 404"));
        assertEquals(ErrorCode.MISSING_FILE, refusal("/cut/a", null).code());
        server.stop(0);
        assertTrue(refusal("/a", null).getMessage().contains("no connection"));
    }

    @Test
    void theEndOfTheEvaluationEndsADownload() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            Thread.ofVirtual().start(() -> {
                await(asked);
                budget.stop(ErrorCode.TIMEOUT, "late");
            });
            assertEquals(ErrorCode.TIMEOUT, refusal("/silent", null).code());
        });
    }

    @Test
    void anArchiveThatLeadsOutLeavesNothing() throws IOException {
        Path archive = Archives.write(folder.resolve("evil.tar"), List.of(new Archives.Entry("../evil", '0', "x")));
        var failure =
                assertThrows(KwixException.class, () -> fetcher(false).archive("file://" + archive, "source", null));
        assertEquals(ErrorCode.INVALID_VALUE, failure.code());
        assertEquals(List.of(), stored());
        assertFalse(Files.exists(folder.resolve("evil")));
    }
}
