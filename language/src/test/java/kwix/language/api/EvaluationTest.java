package kwix.language.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kwix.grammar.source.SourceText;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.module.Bounds;
import kwix.language.module.HostMachine;
import kwix.language.render.NixPrinter;
import kwix.language.value.Functions;
import kwix.language.value.PathValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {

    private static final PathValue ROOT = new PathValue("/");

    private static Evaluation evaluation(int callDepth) {
        var machine = new HostMachine(false, Bounds.none(), Map.of(), List.of(), line -> {});
        return Evaluation.open(new Evaluation.Settings(machine, callDepth, Execution.DIRECT));
    }

    private static Object value(Evaluation evaluation, String expression) {
        return evaluation.evaluate(new SourceText("test", expression), ROOT);
    }

    private static String printed(Evaluation evaluation, String expression) {
        return evaluation.run(() -> NixPrinter.printStrict(
                value(evaluation, expression), evaluation.context().budget()));
    }

    private static KwixException failure(Evaluation evaluation, String expression) {
        return assertThrows(KwixException.class, () -> printed(evaluation, expression));
    }

    @Test
    void recursesAHundredThousandLevels() {
        assertEquals(
                "100000", printed(evaluation(200_000), "let f = n: if n == 0 then 0 else 1 + f (n - 1); in f 100000"));
    }

    /** As in the reference: a place has a file, or it is null. */
    @Test
    void placesOfATextThatIsNoFileAreNull() {
        assertEquals(
                "[ null null ]", printed(evaluation(100), "[ __curPos (builtins.unsafeGetAttrPos \"a\" { a = 1; }) ]"));
    }

    @Test
    void endsARecursionWithoutEndInAnOrdinaryError() {
        var evaluation = evaluation(10_000);
        assertEquals(
                ErrorCode.CALL_DEPTH,
                failure(evaluation, "let f = x: f x + 1; in f 1").code());
        assertEquals("2", printed(evaluation, "1 + 1"));
    }

    @Test
    void endsAStructureWithoutEndInAnOrdinaryError() {
        var evaluation = evaluation(10_000);
        assertEquals(
                ErrorCode.CALL_DEPTH,
                failure(evaluation, "let go = n: { next = (go (n + 1)).next; }; in (go 0).next")
                        .code());
        assertEquals("2", printed(evaluation, "1 + 1"));
    }

    @Test
    void namesThePlacesOfACycle() {
        var failure = failure(evaluation(10_000), "let a = b + 1;\n    b = a + 1; in a");
        assertEquals(ErrorCode.INFINITE_RECURSION, failure.code());
        assertEquals(
                List.of(2, 1),
                failure.related().stream().map(hop -> hop.place().line()).toList());
    }

    @Test
    void remembersAFailure() {
        var evaluation = evaluation(10_000);
        assertEquals(
                "[ false false ]",
                printed(
                        evaluation,
                        "let x = throw \"no\"; t = builtins.tryEval x; in [ t.success (builtins.tryEval x).success ]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "let f = n: if n == 0 then 0 else f (n - 1); in builtins.foldl' (a: n: a + f 50) 0 (builtins.genList"
                        + " (x: x) 100000000)",
                "builtins.length (builtins.genericClosure { startSet = [ { key = 0; } ]; operator = x: [ { key = x.key"
                        + " + 1; } ]; })",
                "builtins.match \"(a*)*(b|a*)*c\" (builtins.concatStringsSep \"\" (builtins.genList (n: \"a\")"
                        + " 100000))",
                "let go = n: if n < 0 then n else go (n + 1); in go 0",
                "builtins.deepSeq (builtins.genList (n: builtins.genList (m: n * m) 10000) 10000000) 1",
            })
    void stopsSoonAndWorksAgain(String endless) throws InterruptedException {
        var evaluation = evaluation(Integer.MAX_VALUE);
        var started = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        var failures = new java.util.concurrent.ConcurrentLinkedQueue<KwixException>();
        var worker = new Thread(() -> {
            try {
                evaluation.run(() -> {
                    started.countDown();
                    return value(evaluation, endless);
                });
            } catch (KwixException failure) {
                failures.add(failure);
            }
            ended.countDown();
        });
        worker.start();
        assertTrue(started.await(60, TimeUnit.SECONDS));
        Thread.sleep(200);
        evaluation.stop(ErrorCode.CANCELLED, "Stopped by the test.");
        assertTrue(ended.await(60, TimeUnit.SECONDS), "still running long after it was stopped");
        if (!failures.isEmpty()) {
            assertEquals(ErrorCode.CANCELLED, failures.peek().code());
        }
        assertEquals("2", printed(evaluation, "1 + 1"));
    }

    @Test
    void stopsAReadThatWaitsForEver(@TempDir Path folder) throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        var evaluation = evaluation(10_000);
        var stopper = new Thread(() -> {
            try {
                Thread.sleep(200);
            } catch (InterruptedException early) {
                return;
            }
            evaluation.stop(ErrorCode.TIMEOUT, "Stopped by the test.");
        });
        stopper.start();
        var stopped = assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> failure(evaluation, "builtins.readFile " + pipe));
        assertEquals(ErrorCode.TIMEOUT, stopped.code());
        assertEquals("Stopped by the test.", stopped.getMessage());
        Thread writer = new Thread(() -> {
            try {
                Files.writeString(pipe, "late");
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
        writer.start();
        writer.join(60_000);
        assertEquals("2", printed(evaluation, "1 + 1"));
    }

    @Test
    void aStoppedThunkIsEvaluatedAfresh() throws InterruptedException {
        var evaluation = evaluation(Integer.MAX_VALUE);
        Object function = evaluation.run(() -> value(
                evaluation,
                "let go = n: if n == 0 then 42 else go (n - 1); slow = go 30000; in wanted: if wanted then"
                        + " slow else 0"));
        evaluation.stop(ErrorCode.CANCELLED, "Stopped by the test.");
        assertThrows(KwixException.class, () -> Functions.call(function, true));
        assertEquals(42L, evaluation.<Object>run(() -> Functions.call(function, true)));
    }

    @Test
    void runsUnderAnEngineToo() {
        var machine = new HostMachine(false, Bounds.none(), Map.of(), List.of(), line -> {});
        try (var first = EngineExecution.open();
                var second = EngineExecution.open()) {
            for (var execution : List.of(first, second)) {
                var evaluation = Evaluation.open(new Evaluation.Settings(machine, 10_000, execution));
                assertEquals(
                        "[ 2 3 { a = 1; b = 1; } ]",
                        printed(evaluation, "map (x: x + 1) [ 1 2 ] ++ [ (rec { a = 1; b = a; }) ]"));
                assertEquals(
                        ErrorCode.CALL_DEPTH,
                        failure(evaluation, "let f = x: f x + 1; in f 1").code());
            }
        }
    }
}
