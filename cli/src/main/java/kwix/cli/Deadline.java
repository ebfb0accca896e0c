package kwix.cli;

import java.time.Duration;
import kwix.language.api.Evaluation;
import kwix.language.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Stops an evaluation that takes too long. */
final class Deadline implements AutoCloseable {

    private final @Nullable Thread watch;

    private Deadline(@Nullable Thread watch) {
        this.watch = watch;
    }

    /** @param time null for none */
    static Deadline start(@Nullable Duration time, Evaluation evaluation) {
        if (time == null) {
            return new Deadline(null);
        }
        return new Deadline(Thread.ofPlatform().daemon().name("deadline").start(() -> {
            try {
                Thread.sleep(time);
                evaluation.stop(ErrorCode.TIMEOUT, "The evaluation took longer than the allowed " + text(time) + ".");
            } catch (InterruptedException inTime) {
                return;
            }
        }));
    }

    private static String text(Duration time) {
        double seconds = time.toNanos() / 1e9;
        boolean whole = seconds == Math.rint(seconds);
        return (whole ? String.valueOf((long) seconds) : String.valueOf(seconds))
                + (seconds == 1 ? " second" : " seconds");
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.interrupt();
        }
    }
}
