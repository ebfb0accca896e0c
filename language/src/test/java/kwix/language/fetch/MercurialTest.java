package kwix.language.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.module.Bounds;
import kwix.language.module.HostMachine;
import kwix.language.value.Budget;
import kwix.store.PhysicalStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository {@code top} with two changesets and the subrepository {@code sub}. Hashes are what the reference gives for it. */
class MercurialTest {

    private static final String HASH = "sha256-eK3qtSop4HInRYAiX5IMwN4umf5iLr6yrGsXTUSVV0s=";
    private static final String CHANGED_HASH = "sha256-060ApmEo6Cs/xJLAm15HkPSzAKvxRc0HOMLee9hnjK4=";
    private static final String REVISION = "9a77da5e60891dc0ad48590720bb8f66e0528745";
    private static final Pattern ADDRESS = Pattern.compile("http://[^/]+:([0-9]+)/");

    @TempDir
    private static Path common;

    @TempDir
    private Path folder;

    private final Budget budget = new Budget(100);
    private final List<String> reports = new ArrayList<>();

    @BeforeAll
    static void makeRepository() throws IOException {
        RepositoryTool.run(common, List.of("hg", "init", "top"));
        Path top = common.resolve("top");
        Files.writeString(top.resolve("a"), "one\n");
        Files.writeString(Files.createDirectory(top.resolve("d")).resolve("b"), "two\n");
        commit(top);
        RepositoryTool.run(top, List.of("hg", "init", "sub"));
        Files.writeString(top.resolve("sub/s"), "sub\n");
        commit(top.resolve("sub"));
        Files.writeString(top.resolve(".hgsub"), "sub = sub\n");
        commit(top);
    }

    private static void commit(Path repository, String... words) throws IOException {
        var command = new ArrayList<>(List.of("hg", "commit", "-q", "-A", "-u", "a", "-d", "0 0", "-m", "x"));
        command.addAll(List.of(words));
        RepositoryTool.run(repository, command);
    }

    /** A copy, for changes. */
    private Path copy(String name) throws IOException {
        RepositoryTool.run(
                common, List.of("cp", "-a", "top", folder.resolve(name).toString()));
        return folder.resolve(name);
    }

    private FetchedTree fetch(String url, Map<String, Object> more) {
        var machine = new HostMachine(
                false,
                Bounds.none(),
                Map.of(),
                List.of(),
                reports::add,
                () -> PhysicalStore.in(folder.resolve("store")));
        InputAttributes source = InputAttributes.of(Map.of("type", "hg", "url", url));
        for (var entry : more.entrySet()) {
            source = source.with(entry.getKey(), entry.getValue());
        }
        return new MercurialRepository(new Fetcher(machine, budget), source, false).fetch();
    }

    private FetchedTree fetch(Path repository, Map<String, Object> more) {
        return fetch("file://" + repository.toString().replace("#", "%23"), more);
    }

    private static void says(KwixException failure, String part) {
        assertTrue(failure.getMessage().contains(part), failure.getMessage());
    }

    @Test
    void aChangesetIsWithoutItsSubrepositories() throws IOException {
        InputAttributes source = fetch(common.resolve("top"), Map.of()).source();
        assertEquals(HASH, source.string("narHash"));
        assertEquals(REVISION, source.string("rev"));
        assertEquals("default", source.string("ref"));
        assertEquals(1L, source.integer("revCount"));
        try (Stream<Path> stored = Files.list(folder.resolve("store"))) {
            assertEquals(1, stored.count());
        }
    }

    @Test
    void changesAreTakenAsTheyAre() throws IOException {
        Path repository = copy("changed");
        Files.writeString(repository.resolve("sub/s"), "x\n", StandardOpenOption.APPEND);
        Files.writeString(repository.resolve("untracked"), "x\n");
        assertEquals(REVISION, fetch(repository, Map.of()).source().string("rev"));
        assertEquals(List.of(), reports);
        Files.writeString(repository.resolve("a"), "x\n", StandardOpenOption.APPEND);
        FetchedTree fetched = fetch(repository, Map.of());
        assertEquals(CHANGED_HASH, fetched.source().string("narHash"));
        assertNull(fetched.source().string("rev"));
        assertEquals("0".repeat(12), fetched.asChangeset().get("shortRev"));
        assertNull(fetched.asChangeset().get("revCount"));
        assertEquals(1, reports.size(), reports.toString());
        assertEquals(HASH, fetch(repository, Map.of("ref", "default")).source().string("narHash"));
    }

    @Test
    void whatIsSecretIsNotFetched() throws IOException {
        Path repository = copy("secrets");
        Files.writeString(repository.resolve("secret"), "x\n");
        commit(repository, "--secret");
        assertEquals(REVISION, fetch(repository, Map.of()).source().string("rev"));
        says(assertThrows(KwixException.class, () -> fetch(repository, Map.of("ref", "2"))), "unknown revision '2'");
    }

    @Test
    void aNameMustBeOfOneChangeset() {
        Path top = common.resolve("top");
        says(assertThrows(KwixException.class, () -> fetch(top, Map.of("ref", "0+1"))), "`0+1` names 2 changesets");
        says(assertThrows(KwixException.class, () -> fetch(top, Map.of("ref", "null"))), "`null` names no changeset");
    }

    @Test
    void theRepositorysOwnConfigurationRunsNothing() throws IOException {
        Path repository = copy("configured");
        Path marker = folder.resolve("marker");
        Path extension = Files.writeString(folder.resolve("extension.py"), "open(r'" + marker + "', 'w').close()\n");
        Files.writeString(repository.resolve(".hg/hgrc"), "[extensions]\nmine = " + extension + "\n");
        assertEquals(HASH, fetch(repository, Map.of()).source().string("narHash"));
        assertFalse(Files.exists(marker));
        RepositoryTool.run(repository, List.of("hg", "status"));
        assertTrue(Files.exists(marker), "it would run");
    }

    @Test
    void aFolderMayHaveANumberSignInItsName() throws IOException {
        assertEquals(HASH, fetch(copy("a#b"), Map.of()).source().string("narHash"));
    }

    @Test
    void loadsFromAServer() throws IOException {
        Process server = RepositoryTool.start(
                common.resolve("top"), List.of("hg", "serve", "--address", "127.0.0.1", "--port", "0"));
        try (var lines = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            Matcher address = ADDRESS.matcher(lines.readLine());
            assertTrue(address.find());
            String url = "http://127.0.0.1:" + address.group(1) + "/";
            assertEquals(HASH, fetch(url, Map.of()).source().string("narHash"));
            says(assertThrows(KwixException.class, () -> fetch(url, Map.of("ref", "none"))), "unknown revision 'none'");
        } finally {
            server.destroy();
        }
    }

    @Test
    void theEndOfTheEvaluationEndsIt() throws IOException {
        var asked = new CountDownLatch(1);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> asked.countDown());
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            Thread.ofVirtual().start(() -> stopWhen(asked));
            var failure = assertTimeoutPreemptively(
                    Duration.ofSeconds(60), () -> assertThrows(KwixException.class, () -> fetch(url, Map.of())));
            assertEquals(ErrorCode.TIMEOUT, failure.code());
        } finally {
            server.stop(0);
        }
    }

    private void stopWhen(CountDownLatch asked) {
        try {
            asked.await();
            budget.stop(ErrorCode.TIMEOUT, "late");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
