package kwix.conformance.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kwix.conformance.launcher.Launch.Result;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The life of one fresh checkout, told in order, because each step costs a build with Maven. The gate runs it; a plain
 * {@code mvn verify} says that it did not.
 */
@TestMethodOrder(OrderAnnotation.class)
class CheckoutTest {

    private static final Path SH = Path.of("/bin/sh");

    @TempDir
    private static Path folder;

    private static Checkout checkout;

    @BeforeAll
    static void copy() throws IOException {
        boolean gate = "1".equals(System.getenv("KWIX_REQUIRE_TOOLS"));
        if (!gate) {
            System.out.println(
                    "SKIPPED: the launcher's builds were not tested (.ci/run does, KWIX_REQUIRE_TOOLS=1 asks for it)");
        }
        assumeTrue(gate, "the launcher's builds are tested by .ci/run");
        checkout = Checkout.copiedTo(
                Files.createDirectories(folder.resolve("sp ace")).resolve("chéckout"));
    }

    @AfterAll
    static void allowDeletion() throws IOException {
        Release.writable(folder, true);
        // JUnit would warn of each link that leads out of the folder, and the programs are hundreds.
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    private static Launch sum() {
        return eval(checkout.launcher());
    }

    private static Launch eval(Path launcher) {
        return Launch.of(launcher, "eval", "--nix", "-E", "1 + 1")
                .with("HOME", System.getProperty("user.home"))
                .with("XDG_CACHE_HOME", folder.resolve("caches"));
    }

    private static void touchSource() throws IOException {
        Files.writeString(checkout.source(), "\n", StandardOpenOption.APPEND);
    }

    private static List<Result> twoAtOnce(Launch launch) throws IOException, InterruptedException {
        Launch.Running first = launch.start();
        Launch.Running second = launch.start();
        return List.of(first.result(), second.result());
    }

    @Test
    @Order(1)
    void twoFirstRunsAtOnceBuildOnce() throws Exception {
        List<Result> results = twoAtOnce(sum());
        results.forEach(result -> result.prints("2\n"));
        assertEquals(
                "kwix: building on first use …\n",
                results.get(0).errors() + results.get(1).errors());
        assertEquals(1, checkout.builds().size());
        String log = Files.readString(checkout.work().resolve("build.log"));
        assertFalse(log.contains("ended with"), log);
        assertTrue(Files.exists(checkout.work().resolve("builds/" + checkout.currentBuild() + "/kwix.aot")));
    }

    @Test
    @Order(2)
    void anUnchangedCheckoutIsNotBuiltAgain() throws Exception {
        String build = checkout.currentBuild();
        sum().run().prints("2\n").saysNothing();
        assertEquals(build, checkout.currentBuild());
    }

    @Test
    @Order(3)
    void anyFolderAndAnyLinkServe() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), checkout.launcher());
        Path chain = Files.createSymbolicLink(folder.resolve("chain"), Path.of("link"));
        eval(chain).run().prints("2\n").saysNothing();
        eval(Path.of("./kwix")).in(checkout.home()).run().prints("2\n").saysNothing();
        eval(Path.of("../kwix"))
                .in(checkout.home().resolve("cli"))
                .run()
                .prints("2\n")
                .saysNothing();
    }

    @Test
    @Order(4)
    void aReadOnlyCheckoutThatIsBuiltRuns() throws Exception {
        Release.writable(checkout.home(), false);
        try {
            sum().run().prints("2\n").saysNothing();
            asNobody(sum()).run().prints("2\n").saysNothing();
            touchThroughReadOnly();
            Result older = asNobody(sum()).run().prints("2\n");
            assertEquals(
                    System.getProperty("user.name").equals("root") ? 1 : 0,
                    older.errors().lines().count(),
                    older.errors());
        } finally {
            Release.writable(checkout.home(), true);
        }
    }

    /** Root may write everywhere, so it steps down to somebody who may not. */
    private static Launch asNobody(Launch launch) throws IOException {
        if (!System.getProperty("user.name").equals("root")) {
            return launch;
        }
        for (Path directory : List.of(checkout.home(), folder.resolve("sp ace"), folder)) {
            openToAll(directory);
        }
        List<String> command = new ArrayList<>(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        command.addAll(launch.command());
        return new Launch(command, launch.directory(), launch.environment(), launch.input());
    }

    private static void openToAll(Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("r-xr-xr-x"));
    }

    private static void touchThroughReadOnly() throws IOException {
        if (System.getProperty("user.name").equals("root")) {
            touchSource();
        }
    }

    @Test
    @Order(5)
    void aFailedBuildNamesItsLog() throws Exception {
        String text = Files.readString(checkout.source());
        Files.writeString(checkout.source(), text + "\nnot Java\n");
        Result result = sum().run();
        assertEquals(70, result.status());
        assertEquals("", result.output());
        Path log = checkout.work().resolve("build.log");
        assertTrue(result.errors().contains(log.toString()), result.errors());
        assertTrue(Files.readString(log).contains("package-info.java"));
        Files.writeString(checkout.source(), text);
    }

    /** A PATH with every program of this machine but flock. */
    private static String pathWithoutFlock() throws IOException {
        Path programs = Files.createDirectories(folder.resolve("programs"));
        for (String directory : System.getenv("PATH").split(":")) {
            if (!Files.isDirectory(Path.of(directory))) {
                continue;
            }
            try (Stream<Path> files = Files.list(Path.of(directory))) {
                for (Path file : files.toList()) {
                    Path link = programs.resolve(file.getFileName());
                    if (!link.endsWith("flock") && Files.notExists(link, LinkOption.NOFOLLOW_LINKS)) {
                        Files.createSymbolicLink(link, file);
                    }
                }
            }
        }
        return programs.toString();
    }

    @Test
    @Order(6)
    void aChangeIsBuiltOnceWithoutFlockAndInSpiteOfALockLeftBehind() throws Exception {
        String before = checkout.currentBuild();
        touchSource();
        Process dead = new ProcessBuilder(SH.toString(), "-c", "exit").start();
        dead.waitFor();
        Files.createSymbolicLink(checkout.work().resolve("lock.owner"), Path.of(Long.toString(dead.pid())));
        List<Result> results = twoAtOnce(sum().with("PATH", pathWithoutFlock()));
        results.forEach(result -> result.prints("2\n"));
        assertEquals(
                "kwix: building what changed …\n",
                results.get(0).errors() + results.get(1).errors());
        assertNotEquals(before, checkout.currentBuild());
        assertTrue(
                checkout.builds().contains(before), "a program that has just started may still need the older build");
        assertTrue(Files.notExists(checkout.work().resolve("lock.owner"), LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    @Order(7)
    void aBuildWhoseCacheIsRejectedFails() throws Exception {
        String before = checkout.currentBuild();
        String text = Files.readString(checkout.source());
        FileTime written = Files.getLastModifiedTime(checkout.source());
        touchSource();
        Path jdk = JdkThatRejects.in(folder.resolve("rejecting"));
        Result result = sum().with("JAVA25_HOME", jdk).run();
        assertEquals(70, result.status());
        assertEquals("", result.output());
        assertTrue(result.errors().contains("rejects the ahead-of-time cache"), result.errors());
        assertEquals(before, checkout.currentBuild());
        Files.writeString(checkout.source(), text);
        Files.setLastModifiedTime(checkout.source(), written);
    }

    @Test
    @Order(8)
    void aMovedCheckoutKeepsItsBuild() throws Exception {
        Path moved = Files.move(checkout.home(), folder.resolve("moved"));
        checkout = new Checkout(moved);
        sum().run().prints("2\n").saysNothing();
    }
}
