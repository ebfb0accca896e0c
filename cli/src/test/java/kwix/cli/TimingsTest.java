package kwix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the report of timings says beside times, which no test can know. */
class TimingsTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return Main.run(new Invocation(
                List.of(arguments), InputStream.nullInputStream(), out, err, Map.of(), folder, false, false));
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static String withoutNumbers(String report) {
        return report.replaceAll("[0-9]+\\.[0-9]", "T").replaceAll(" +", " ");
    }

    private void reports(String phases) {
        assertTrue(withoutNumbers(errors()).contains(phases), errors());
    }

    @Test
    void theResultIsTheUsualOne() {
        assertEquals(0, run("--timings", "eval", "--json", "-E", "{ a = [ 1 2 ]; }"));
        assertEquals("{\"a\":[1,2]}\n", output());
        reports("""
            timings, in ms
             start of Kwix T
             front end T 1 source
             standard library T
             evaluation T
             output T
             in all T
            """);
    }

    @Test
    void sourcesOfTheLibraryAreCountedForThemselves() {
        assertEquals(0, run("--timings", "eval", "-E", "let unused = import <kwix/lib/versions.kx>; in 1"));
        reports(" front end T 1 source\n standard library T\n");
        err.reset();
        assertEquals(0, run("--timings", "eval", "-E", "builtins.isFunction (import <kwix/lib/versions.kx>)"));
        reports(" front end T 1 source\n standard library T 1 source\n");
    }

    @Test
    void failuresAreTimedToo() {
        assertEquals(1, run("--timings", "eval", "-E", "throw \"no\""));
        assertTrue(errors().startsWith("error["), errors());
        reports(" in all T\n");
    }

    @Test
    void withoutACommandTheStatusIsTheUsualOne() {
        assertEquals(2, run("--timings"));
        assertTrue(errors().startsWith("kwix: a command is needed\n"), errors());
    }

    @Test
    void whatCannotCompileRunsAsUsual() {
        assertEquals(0, run("--jit", "eval", "-E", "1 + 1"));
        assertEquals("2\n", output());
        assertEquals("", errors());
        assertEquals(0, run("--jit", "--timings", "eval", "-E", "1 + 1"));
        reports("compiling of nodes: warning: its parts are missing");
    }

    @Test
    void timesFromTheLauncherAreUnderstood() {
        assertEquals(new LaunchTimes(true, 12, 34, "/a b/c"), LaunchTimes.of("12 34 /a b/c"));
        assertEquals(new LaunchTimes(true, 0, 0, ""), LaunchTimes.of("  "));
        assertEquals(
                "warning: there is none, so that starting is slow",
                LaunchTimes.of("1 2 ").cacheState());
        assertEquals(
                "unknown, for Kwix was not started by its launcher",
                LaunchTimes.of("").cacheState());
    }

    @Test
    void theJvmsOwnCountersAreRead() {
        PerformanceCounters counters = PerformanceCounters.read();
        if (counters.get("sun.os.hrt.frequency") != null) {
            assertTrue(counters.summary().getFirst().contains("classes from the cache"));
        }
    }
}
