package kwix.language.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kwix.grammar.lint.LiteralLints;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.module.Bounds;
import kwix.language.module.Conduct;
import kwix.language.module.HostMachine;
import kwix.language.module.ReadingWatch;
import kwix.language.module.TreeStore;
import kwix.language.value.Budget;
import kwix.store.PhysicalStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What restricted evaluation fetches, as the reference does. */
class FetchBoundsTest {

    @TempDir
    private Path folder;

    private String file = "";

    @BeforeEach
    void makeFile() throws IOException {
        file = Files.writeString(Files.createDirectory(folder.resolve("in")).resolve("f"), "hello\n")
                .toString();
    }

    /** @param within the folders that may be read */
    private Fetcher fetcher(List<Path> within, String... named) {
        var conduct = new Conduct(
                false,
                false,
                LiteralLints.NONE,
                (finding, source) -> {},
                false,
                null,
                true,
                ReadingWatch.NONE,
                TreeStore.NONE,
                List.of(named));
        return new Fetcher(
                new HostMachine(
                        false,
                        Bounds.within(within, ""),
                        Map.of(),
                        List.of(),
                        line -> {},
                        () -> PhysicalStore.in(folder.resolve("store")),
                        conduct),
                new Budget(100));
    }

    private static FetchRequest tree(String type, String attribute, String value, String text) {
        return new FetchRequest("fetchTree", InputAttributes.of(Map.of("type", type, attribute, value)), text);
    }

    private static void refused(Runnable fetch) {
        assertEquals(
                ErrorCode.FORBIDDEN,
                assertThrows(KwixException.class, fetch::run).code());
    }

    @Test
    void aFileIsReadWhereItMayBeReadOrIsNamed() {
        String url = "file://" + file;
        String path = fetcher(List.of(folder.resolve("in"))).file(url, "f", null);
        assertEquals(path, fetcher(List.of(), "file://" + folder).file(url, "f", null));
        assertEquals(path, fetcher(List.of(), url).file(url, "f", null));
        refused(() -> fetcher(List.of()).file(url, "f", null));
        refused(() -> fetcher(List.of(), url.substring(0, url.length() - 3)).file(url, "f", null));
        refused(() -> fetcher(List.of(), folder.toString()).file(url, "f", null));
    }

    @Test
    void aTreeIsGoneByItsUrlAndMustBeNamed() {
        FetchRequest path = tree("path", "path", file, "path:" + file);
        fetcher(List.of(), "path:" + folder).tree(path);
        refused(() -> fetcher(List.of(folder.resolve("in"))).tree(path));
        refused(() -> fetcher(List.of(), "file://" + folder).tree(path));
        FetchRequest git = tree("git", "url", "https://localhost:1/a", "git+https://localhost:1/a");
        refused(() -> fetcher(List.of(), "https:").tree(git));
        FetchRequest mercurial = tree("hg", "url", "file://" + file, "hg+file://" + file);
        refused(() -> fetcher(List.of(folder.resolve("in"))).tree(mercurial));
        refused(() -> fetcher(List.of(), "https:").tree(mercurial));
    }

    @Test
    void fetchMercurialGoesByTheUrlAsItIsWritten() {
        InputAttributes elsewhere = InputAttributes.of(Map.of("type", "hg", "url", "https://localhost:1/a"));
        var request = new FetchRequest("fetchMercurial", elsewhere, "https://localhost:1/a");
        refused(() -> fetcher(List.of(), "hg+https:").tree(request));
        InputAttributes here = InputAttributes.of(Map.of("type", "hg", "url", "file://" + folder + "/none"));
        var local = new FetchRequest("fetchMercurial", here, folder + "/none");
        refused(() -> fetcher(List.of(), "file://" + folder).tree(local));
        for (Fetcher fetcher : List.of(fetcher(List.of(), folder.toString()), fetcher(List.of(folder)))) {
            var missing = assertThrows(KwixException.class, () -> fetcher.tree(local));
            assertEquals(ErrorCode.MISSING_FILE, missing.code());
        }
    }

    @Test
    void aFlakeIsReadWithinTheBounds() throws IOException {
        InputAttributes source = InputAttributes.of(Map.of("type", "path", "path", file));
        FetchRequest flake = new FetchRequest("getFlake", source, "path:" + file);
        fetcher(List.of(folder.resolve("in"))).tree(flake);
        fetcher(List.of(), "path:" + folder).tree(flake);
        refused(() -> fetcher(List.of()).tree(flake));
        InputAttributes elsewhere = InputAttributes.of(Map.of("type", "tarball", "url", "https://localhost:1/a"));
        refused(() -> fetcher(List.of()).tree(new FetchRequest("getFlake", elsewhere, "https://localhost:1/a")));
    }
}
