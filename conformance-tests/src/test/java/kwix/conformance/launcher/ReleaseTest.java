package kwix.conformance.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kwix.conformance.launcher.Launch.Result;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive, unpacked read-only in a folder whose name has a space and a letter that is not ASCII. */
class ReleaseTest {

    private static final String SUM = "1 + 1";

    @TempDir
    private static Path folder;

    private static Release release;
    private static Path caches;

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        Path place = Files.createDirectories(folder.resolve("a pläce"));
        release = Release.unpackedIn(place);
        Release.writable(place, false);
        caches = folder.resolve("caches");
        sum().run().prints("2\n");
    }

    @AfterAll
    static void allowDeletion() throws IOException {
        Release.writable(folder, true);
    }

    private static Launch sum() {
        return Launch.of(release.launcher(), "eval", "--nix", "-E", SUM).with("XDG_CACHE_HOME", caches);
    }

    private static List<Path> cachesIn(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.endsWith("kwix.aot")).toList();
        }
    }

    @Test
    void holdsAllThatBelongsToIt() {
        for (String file : List.of(
                "LICENSE",
                "NOTICE",
                "library.trees",
                "licenses/UPL-1.0.txt",
                "bin/kwix-install-jit",
                "stdlib/lib/default.kx",
                "stdlib/kubernetes-tables/kinds.kx",
                "share/man/man1/kwix.1",
                "share/bash-completion/completions/kwix.bash")) {
            assertTrue(Files.isRegularFile(release.home().resolve(file)), file);
        }
    }

    @Test
    void noticeNamesEveryJarOfOthersAndNoMore() throws IOException {
        List<String> named = Files.readString(release.home().resolve("NOTICE"))
                .lines()
                .filter(line -> line.matches(" {2}\\S.*"))
                .map(line -> line.strip().split(" ")[0])
                .sorted()
                .toList();
        try (Stream<Path> jars = Files.list(release.home().resolve("lib"))) {
            List<String> shipped = jars.map(jar -> jar.getFileName().toString())
                    .filter(jar -> !jar.startsWith("kwix-"))
                    .map(jar -> jar.replaceFirst("-[0-9.]+\\.jar$", ""))
                    .sorted()
                    .toList();
            assertEquals(shipped, named);
        }
    }

    @Test
    void theFirstRunMadeOneCacheAndLaterRunsAreSilent() throws Exception {
        assertEquals(1, cachesIn(caches).size());
        sum().run().prints("2\n").saysNothing();
        assertEquals(1, cachesIn(caches).size());
    }

    /** What is not in the cache costs a small evaluation more than all that is in it. */
    @Test
    void aSmallEvaluationLoadsNothingFromOutsideOfTheCache() throws Exception {
        Path log = folder.resolve("classes.log");
        sum().with("KWIX_JAVA_OPTS", "-Dkwix.halt=true -Xlog:class+load:file=" + log)
                .run()
                .prints("2\n")
                .saysNothing();
        List<String> classes = Files.readAllLines(log);
        assertTrue(classes.stream().anyMatch(line -> line.contains(" kwix.cli.Main ")));
        assertEquals(
                List.of(),
                classes.stream()
                        .filter(line -> !line.contains("source: shared objects file"))
                        .toList());
    }

    @Test
    void theStandardLibraryIsFound() throws Exception {
        Launch.of(
                        release.launcher(),
                        "eval",
                        "--nix",
                        "-E",
                        "(import <kwix/lib>).concatStringsSep \"-\" [ \"a\" \"b\" ]")
                .with("XDG_CACHE_HOME", caches)
                .run()
                .prints("\"a-b\"\n");
    }

    @Test
    void aLinkCalledNixInstantiateStandsInForIt() throws Exception {
        Path link = Files.createSymbolicLink(
                Files.createDirectories(folder.resolve("bin")).resolve("nix-instantiate"), release.launcher());
        Launch.of(link, "--eval", "-E", SUM)
                .with("XDG_CACHE_HOME", caches)
                .run()
                .prints("2\n")
                .saysNothing();
    }

    @Test
    void aDeletedWorkingDirectoryIsSaidInOneLine() throws Exception {
        Launch.Result result = Launch.of(
                        Path.of("/bin/sh"),
                        "-c",
                        "mkdir gone && cd gone && rmdir ../gone && exec \"$0\" eval -E 1",
                        release.launcher().toString())
                .in(folder)
                .run();
        assertEquals(2, result.status());
        assertEquals("", result.output());
        assertEquals(
                List.of("kwix: the working directory does not exist any more: change to one that does"),
                result.errors().lines().filter(line -> !line.contains("getcwd")).toList());
    }

    @Test
    void runsThroughAChainOfLinks() throws Exception {
        Path links = Files.createDirectories(folder.resolve("li nks"));
        Path first = Files.createSymbolicLink(links.resolve("one"), release.launcher());
        Path second = Files.createSymbolicLink(links.resolve("two"), links.relativize(first));
        Launch.of(second, "eval", "--nix", "-E", SUM)
                .with("XDG_CACHE_HOME", caches)
                .run()
                .prints("2\n")
                .saysNothing();
        Launch.of(Path.of("./two"), "eval", "--nix", "-E", SUM)
                .in(links)
                .with("XDG_CACHE_HOME", caches)
                .run()
                .prints("2\n")
                .saysNothing();
    }

    @Test
    void isFoundOnThePath() throws Exception {
        Path directory = release.launcher().getParent();
        Launch.of(Path.of("sh"), "-c", "kwix eval --nix -E '1 + 1'")
                .with("PATH", directory + ":" + System.getenv("PATH"))
                .with("XDG_CACHE_HOME", caches)
                .run()
                .prints("2\n")
                .saysNothing();
    }

    @Test
    void aDamagedCacheNeitherStopsItNorTalksIntoTheOutput() throws Exception {
        Path others = folder.resolve("damaged");
        sum().with("XDG_CACHE_HOME", others).run().prints("2\n");
        Files.writeString(cachesIn(others).getFirst(), "not a cache");
        sum().with("XDG_CACHE_HOME", others).run().prints("2\n").saysNothing();
    }

    @Test
    void withoutACompilerJitSaysSoAndRunsAsUsual() throws Exception {
        Launch.Result result = Launch.of(release.launcher(), "--jit", "eval", "--nix", "-E", SUM)
                .with("XDG_CACHE_HOME", caches)
                .with("KWIX_JIT", folder.resolve("no parts"))
                .run()
                .prints("2\n");
        assertTrue(result.errors().startsWith("kwix: --jit has no effect: "), result.errors());
    }

    @Test
    void timingsTellWhetherTheCacheIsUsed() throws Exception {
        timed(caches, "ahead-of-time cache: in use");
        timed(Path.of("/dev/null/none"), "ahead-of-time cache: warning: there is none");
        Path others = folder.resolve("rejected");
        sum().with("XDG_CACHE_HOME", others).run().prints("2\n");
        Files.writeString(cachesIn(others).getFirst(), "not a cache");
        timed(others, "ahead-of-time cache: warning: the JVM rejected");
    }

    @Test
    void aJarNewerThanItsCacheNeedsAnother() throws Exception {
        Path place = Files.createDirectories(folder.resolve("patched"));
        Release patched = Release.unpackedIn(place);
        Launch run = Launch.of(patched.launcher(), "eval", "--nix", "-E", SUM)
                .with("XDG_CACHE_HOME", place.resolve("caches"));
        run.run().prints("2\n");
        run.run().prints("2\n").saysNothing();
        Path cache = cachesIn(place).getFirst();
        FileTime made = Files.getLastModifiedTime(cache);
        Path jar = patched.home().resolve("lib/kwix-cli-0.1.0.jar");
        Files.setLastModifiedTime(jar, FileTime.from(made.toInstant().plusMillis(1)));
        assertTrue(run.run().prints("2\n").errors().contains("preparing a faster start"));
        assertTrue(Files.getLastModifiedTime(cache).compareTo(made) > 0);
        run.run().prints("2\n").saysNothing();
    }

    @Test
    void aJvmThatRejectsItsOwnCacheGetsNone() throws Exception {
        Path jdk = JdkThatRejects.in(folder.resolve("rejecting"));
        Path others = folder.resolve("caches of the rejecting");
        Launch run = sum().with("JAVA25_HOME", jdk).with("XDG_CACHE_HOME", others);
        run.run().prints("2\n");
        run.run().prints("2\n").saysNothing();
        assertEquals(List.of(), cachesIn(others));
    }

    private static void timed(Path caches, String state) throws Exception {
        Result result = Launch.of(release.launcher(), "--timings", "eval", "--nix", "-E", SUM)
                .with("XDG_CACHE_HOME", caches.toString())
                .run()
                .prints("2\n");
        List<String> lines = result.errors().lines().toList();
        assertTrue(lines.getLast().startsWith(state), result.errors());
        for (String phase :
                List.of("launcher", "JVM", "start of Kwix", "front end", "evaluation", "output", "in all")) {
            assertTrue(lines.stream().anyMatch(line -> line.startsWith("  " + phase + " ")), result.errors());
        }
        assertTrue(result.errors().contains("class loading"), result.errors());
    }

    @Test
    void noFileOfTheStandardLibraryIsParsed() throws Exception {
        Result result = Launch.of(
                        release.launcher(), "--timings", "eval", "--nix", "-E", "(import <kwix/lib>).toUpper \"a\"")
                .with("XDG_CACHE_HOME", caches)
                .run()
                .prints("\"A\"\n");
        String line = phase(result, "standard library");
        assertTrue(line.matches(".* ([0-9]+) sources, \\1 of them stored"), line);
    }

    @Test
    void aLargeFileIsParsedTwiceAndThenReadFromTheCache() throws Exception {
        Path file = Files.writeString(folder.resolve("large.kx"), "[" + " (x: x)\n".repeat(2000) + "] == null\n");
        List<String> plain = List.of("--timings");
        for (int run = 0; run < 2; run++) {
            assertTrue(phase(large(file, plain, ""), "front end").endsWith(" 1 source"));
        }
        String stored = " 1 source, 1 of them stored";
        assertTrue(phase(large(file, plain, ""), "front end").endsWith(stored));
        assertTrue(phase(large(file, plain, "1"), "front end").endsWith(" 1 source"));
        assertTrue(phase(large(file, List.of("--timings", "--no-cache"), ""), "front end")
                .endsWith(" 1 source"));
        assertEquals("", large(file, List.of("--no-cache"), "").errors());
        Files.writeString(file, "[" + " (x: x)\n".repeat(2001) + "] == null\n");
        assertTrue(phase(large(file, plain, ""), "front end").endsWith(" 1 source"));
    }

    private static Result large(Path file, List<String> options, String variable) throws Exception {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("eval", "--nix", file.toString()));
        return Launch.of(release.launcher(), arguments.toArray(String[]::new))
                .with("XDG_CACHE_HOME", caches)
                .with("KWIX_NO_CACHE", variable)
                .run()
                .prints("false\n");
    }

    private static String phase(Result result, String name) {
        return result.errors()
                .lines()
                .filter(line -> line.startsWith("  " + name + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(result.errors()));
    }

    @Test
    void worksWhereNoCacheCanBeMade() throws Exception {
        sum().with("XDG_CACHE_HOME", "/dev/null/none").run().prints("2\n").saysNothing();
        Launch.of(release.launcher(), "eval", "--nix", "-E", SUM)
                .run()
                .prints("2\n")
                .saysNothing();
    }

    @Test
    void severalFirstRunsAtOnceShareTheWork() throws Exception {
        Path shared = folder.resolve("shared");
        List<Launch.Running> running = List.of(
                sum().with("XDG_CACHE_HOME", shared).start(),
                sum().with("XDG_CACHE_HOME", shared).start(),
                sum().with("XDG_CACHE_HOME", shared).start());
        for (Launch.Running each : running) {
            each.result().prints("2\n");
        }
        assertEquals(1, cachesIn(shared).size());
        sum().with("XDG_CACHE_HOME", shared).run().prints("2\n").saysNothing();
    }

    @Test
    void optionsForOtherJavaProgramsDoNotDisturbIt() throws Exception {
        sum().with("JAVA_TOOL_OPTIONS", "-XX:+UseZGC")
                .with("JDK_JAVA_OPTIONS", "-Dx=y")
                .run()
                .prints("2\n")
                .saysNothing();
    }

    @Test
    void itsOwnOptionsReachTheJvm() throws Exception {
        Result result =
                sum().with("KWIX_JAVA_OPTS", "-Xmx64m -XX:NoSuchOption=1").run();
        assertEquals(1, result.status());
    }

    @Test
    void theExitStatusIsThePrograms() throws Exception {
        Result failed = Launch.of(release.launcher(), "eval", "-E", "throw \"no\"")
                .with("XDG_CACHE_HOME", caches)
                .run();
        assertEquals(1, failed.status());
        assertEquals("", failed.output());
        Result misused = Launch.of(release.launcher(), "no-such-command")
                .with("XDG_CACHE_HOME", caches)
                .run();
        assertEquals(2, misused.status());
    }

    @Test
    void withoutAJdkItSaysSoInOneLine() throws Exception {
        Path bare = Files.createDirectories(folder.resolve("bare"));
        // A machine without a JDK: every folder that the launcher searches is looked for below an empty one.
        String text =
                Files.readString(release.launcher()).replaceAll("(?m)(\\s)/(usr|opt|Library)/", "$1" + bare + "/");
        Path launcher =
                Files.writeString(Files.createDirectories(bare.resolve("bin")).resolve("kwix"), text);
        Result result = Launch.of(Path.of("/bin/sh"), launcher.toString(), "version")
                .with("PATH", bare.toString())
                .run();
        assertEquals(70, result.status());
        assertEquals("", result.output());
        assertEquals(1, result.errors().lines().count(), result.errors());
        assertTrue(result.errors().contains("JDK 25"), result.errors());
    }
}
