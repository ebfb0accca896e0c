package kwix.conformance.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kwix.grammar.source.SourceText;
import kwix.language.api.Evaluation;
import kwix.language.api.Execution;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.module.Bounds;
import kwix.language.module.HostMachine;
import kwix.language.module.SearchPath;
import kwix.language.value.ContextString;
import kwix.language.value.Describe;
import kwix.language.value.PathValue;
import kwix.store.PhysicalStore;

/** Answers with {@code <kwix/lib>}: all expressions in one evaluation, which reads each file of the library once. */
final class KwixLibrary implements AutoCloseable {

    private static final long SECONDS = 10;

    /** The limit of the reference. */
    private static final int CALL_DEPTH = 10_000;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "deadline");
        thread.setDaemon(true);
        return thread;
    });
    private final PathValue folder;
    private final Evaluation evaluation;

    /** @param folder where {@code show.kx} lies */
    KwixLibrary(Path folder, Path library, Path store) {
        this.folder = new PathValue(SourceText.encode(folder.toString()));
        HostMachine machine = new HostMachine(
                false,
                Bounds.none(),
                Map.of("HOME", "/home/kwix"),
                SearchPath.of(List.of(), null, SourceText.encode(library.toString()), this.folder.path()),
                line -> {},
                () -> PhysicalStore.in(store));
        evaluation = Evaluation.open(new Evaluation.Settings(machine, CALL_DEPTH, Execution.DIRECT));
    }

    String answer(String expression) {
        return answer(expression, "import <kwix/lib/default.kx>");
    }

    /** Refuses an expression that fails before it is evaluated: it would take its whole batch with it. */
    void check(String expression) {
        String program = "(lib: files: " + expression + ")";
        try {
            evaluation.run(() -> evaluation.read(new SourceText("an expression", program), folder));
        } catch (KwixException failure) {
            throw new IllegalArgumentException(expression, failure);
        }
    }

    String answer(String expression, String library) {
        Future<?> alarm = clock.schedule(
                () -> evaluation.stop(ErrorCode.TIMEOUT, "The deadline passed."), SECONDS, TimeUnit.SECONDS);
        try {
            String program = "import ./show.kx (" + library + ") (lib: files: " + expression + ")";
            return evaluation.run(() -> Describe.text(
                    ContextString.text(evaluation.evaluate(new SourceText("an expression", program), folder))));
        } catch (KwixException failure) {
            return failure.code() == ErrorCode.TIMEOUT ? "a deadline passed" : Answers.FAILS;
        } finally {
            alarm.cancel(false);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
