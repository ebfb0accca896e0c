package kwix.language.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.module.Bounds;
import kwix.language.module.HostMachine;
import kwix.language.value.Budget;
import kwix.store.PhysicalStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A repository {@code top} with the submodule {@code lib/sub}, which has one at {@code deep/in}; by the side their sources. */
class SubmodulesTest {

    /** What the reference gives for {@code top}, of its commit and of a clone in which all is checked out. */
    private static final String HASH = "sha256-9ykbgZTzvfOaISWclzxYyTDsqeNmWs8O9dPqMLDIETY=";

    @TempDir
    private Path folder;

    private final List<String> reports = new ArrayList<>();
    private String revision = "";

    @BeforeEach
    void makeRepositories() throws IOException {
        make("inner", "i", "inner\n");
        make("sub", "s", "sub\n");
        git("sub", "submodule", "--quiet", "add", "../inner", "deep/in");
        git("sub", "commit", "--quiet", "-m", "2");
        make("top", "t", "top\n");
        git("top", "submodule", "--quiet", "add", "../sub", "lib/sub");
        git("top", "commit", "--quiet", "-m", "2");
        revision = git("top", "rev-parse", "HEAD").strip();
    }

    private void make(String name, String file, String text) throws IOException {
        Path repository = Files.createDirectory(folder.resolve(name));
        git(name, "init", "--quiet", "--initial-branch=main");
        Files.writeString(repository.resolve(file), text);
        git(name, "add", ".");
        git(name, "commit", "--quiet", "-m", "1");
    }

    private String git(String repository, String... words) throws IOException {
        var command = new ArrayList<>(
                List.of("git", "-C", folder.resolve(repository).toString(), "-c", "protocol.file.allow=always"));
        command.addAll(List.of(words));
        return RepositoryTool.run(folder, command);
    }

    private void cloneWhole() throws IOException {
        git("", "clone", "--quiet", "--recurse-submodules", "top", "whole");
    }

    private InputAttributes fetch(String repository, Map<String, Object> more) {
        var machine = new HostMachine(
                false,
                Bounds.none(),
                Map.of(),
                List.of(),
                reports::add,
                () -> PhysicalStore.in(folder.resolve("store")));
        InputAttributes source = InputAttributes.of(
                Map.of("type", "git", "url", "file://" + folder.resolve(repository), "submodules", true));
        for (var entry : more.entrySet()) {
            source = source.with(entry.getKey(), entry.getValue());
        }
        return new GitRepository(new Fetcher(machine, new Budget(100)), source, false)
                .fetch()
                .source();
    }

    private KwixException refusal(String repository, Map<String, Object> more) {
        return assertThrows(KwixException.class, () -> fetch(repository, more));
    }

    private static void says(KwixException failure, String part) {
        assertTrue(failure.getMessage().contains(part), failure.getMessage());
    }

    @Test
    void aCommitHasWhatItsSubmodulesHave() {
        InputAttributes source = fetch("top", Map.of("rev", revision));
        assertEquals(HASH, source.string("narHash"));
        assertEquals(2L, source.integer("revCount"));
    }

    @Test
    void aWorkTreeHasWhatIsCheckedOut() throws IOException {
        cloneWhole();
        assertEquals(HASH, fetch("whole", Map.of()).string("narHash"));
        assertEquals(List.of(), reports);
    }

    @Test
    void aChangeInASubmoduleIsAChange() throws IOException {
        cloneWhole();
        Files.writeString(folder.resolve("whole/lib/sub/deep/in/i"), "other\n");
        InputAttributes source = fetch("whole", Map.of());
        assertEquals(revision + "-dirty", source.string("dirtyRev"));
        assertEquals(3, reports.size(), reports.toString());
        git("whole/lib/sub/deep/in", "commit", "--quiet", "-a", "-m", "3");
        InputAttributes moved = fetch("whole", Map.of());
        assertEquals(source.string("narHash"), moved.string("narHash"));
        assertEquals(revision, moved.string("rev"));
    }

    @Test
    void relativePlacesBeginWhereTheRepositoryCameFrom() throws IOException {
        Files.createDirectory(folder.resolve("other"));
        git("", "clone", "--quiet", "top", "other/clone");
        git("", "clone", "--quiet", "--bare", "top", "other/bare");
        assertEquals(HASH, fetch("other/clone", Map.of("rev", revision)).string("narHash"));
        assertEquals(HASH, fetch("other/bare", Map.of("ref", "main")).string("narHash"));
        git("other/clone", "remote", "remove", "origin");
        says(refusal("other/clone", Map.of("rev", revision)), "other/sub` does not exist");
    }

    @Test
    void submodulesThatAreNotThereAreAnError() throws IOException {
        git("top", "submodule", "--quiet", "deinit", "--force", "lib/sub");
        says(refusal("top", Map.of()), "it is a submodule that is not checked out");
        Files.move(folder.resolve("sub"), folder.resolve("away"));
        says(refusal("top", Map.of("rev", revision)), "sub` does not exist");
        make("sub", "s", "another\n");
        says(refusal("top", Map.of("rev", revision)), "it has no commit `");
        Files.move(folder.resolve("sub"), folder.resolve("another"));
        git("", "clone", "--quiet", "--depth=1", "file://" + folder.resolve("away"), "sub");
        KwixException shallow = refusal("top", Map.of("rev", revision, "shallow", true));
        assertEquals(ErrorCode.INVALID_VALUE, shallow.code());
        says(shallow, "sub` is a shallow clone");
    }

    @Test
    void nothingIsFetchedForWhatIsNotListed() throws IOException {
        git("top", "rm", "--quiet", "--cached", ".gitmodules");
        git("top", "commit", "--quiet", "-m", "3");
        InputAttributes source = fetch("top", Map.of("ref", "main"));
        assertEquals(
                fetch("top", Map.of("ref", "main", "submodules", false)).string("narHash"), source.string("narHash"));
    }

    @Test
    void aListedPathMustLieInTheRepository() throws IOException {
        Files.writeString(folder.resolve("top/.gitmodules"), "[submodule \"x\"]\n path = ../sub\n url = ../sub\n");
        says(refusal("top", Map.of()), "its submodule `../sub` does not lie in it");
    }

    @Test
    void aSubmoduleChoosesNoTransportOfItsOwn() throws IOException {
        for (String url : List.of("ext::sh -c true", "nothing")) {
            git("top", "config", "--file", ".gitmodules", "submodule.lib/sub.url", url);
            git("top", "commit", "--quiet", "-a", "-m", "url");
            assertThrows(KwixException.class, () -> fetch("top", Map.of("ref", "main")), url);
        }
        git("top", "config", "--file", ".gitmodules", "submodule.lib/sub.url", "kwix://host/a");
        git("top", "commit", "--quiet", "-a", "-m", "url");
        says(refusal("top", Map.of("ref", "main")), "transport 'kwix' not allowed");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "/a, https://host/b, /a",
                "https://other/c, https://host/b, https://other/c",
                "git@other:c, https://host/b, git@other:c",
                "../c.git, https://host/a/b/, https://host/a/c.git",
                "./../.././c, https://host/a/b, https://host/c",
                "../c, git@host:a/b, git@host:a/c",
                "../c, b, -",
                "c, /b, -",
            })
    void placesAreResolved(String url, String base, String place) {
        assertEquals(place, new Submodule("p", url).place(base));
    }

    @Test
    void theStoreHoldsTheSubmodulesToo() throws IOException {
        fetch("top", Map.of("rev", revision));
        try (Stream<Path> stored = Files.walk(folder.resolve("store"))) {
            assertEquals(
                    1, stored.filter(path -> path.endsWith("lib/sub/deep/in/i")).count());
        }
    }
}
