package kwix.cli;

import kwix.language.api.Evaluation;
import kwix.language.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Stops an evaluation whose values take more memory than allowed. What counts is what is left after a collection, so that garbage
 * costs time at the limit, but nobody's evaluation.
 */
final class MemoryWatch implements AutoCloseable {

    private static final long PAUSE_MILLISECONDS = 10;

    private final @Nullable Thread watch;

    private MemoryWatch(@Nullable Thread watch) {
        this.watch = watch;
    }

    /** @param limit null for none but the JVM's own */
    static MemoryWatch start(@Nullable MemorySize limit, Evaluation evaluation) {
        if (limit == null) {
            return new MemoryWatch(null);
        }
        return new MemoryWatch(Thread.ofPlatform().daemon().name("memory").start(() -> watch(limit, evaluation)));
    }

    private static void watch(MemorySize limit, Evaluation evaluation) {
        try {
            while (!exceeds(limit)) {
                Thread.sleep(PAUSE_MILLISECONDS);
            }
            evaluation.stop(
                    ErrorCode.OUT_OF_MEMORY, "The evaluation needs more memory than the allowed " + limit.text() + ".");
        } catch (InterruptedException done) {
            return;
        }
    }

    private static boolean exceeds(MemorySize limit) {
        if (used() <= limit.bytes()) {
            return false;
        }
        System.gc();
        return used() > limit.bytes();
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.interrupt();
        }
    }
}
