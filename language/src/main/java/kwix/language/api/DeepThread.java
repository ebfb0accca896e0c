package kwix.language.api;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A thread with a stack for deep recursion. The memory is only reserved; what is not touched costs nothing. */
final class DeepThread extends Thread {

    private static final long LARGEST_STACK = 2L << 30;
    private static final long SMALLEST_STACK = 64L << 20;

    private DeepThread(Runnable work, long stack) {
        super(null, work, "kwix-evaluation", stack);
        setDaemon(true);
    }

    static boolean isCurrent() {
        return Thread.currentThread() instanceof DeepThread;
    }

    /** Calls on a new deep thread and waits for it. Failures come through as they are. */
    static <T> T call(Callable<T> work) {
        var task = new FutureTask<T>(work);
        start(task);
        return result(task);
    }

    private static void start(Runnable work) {
        for (long stack = LARGEST_STACK; ; stack /= 4) {
            try {
                new DeepThread(work, stack).start();
                return;
            } catch (OutOfMemoryError refused) {
                if (stack <= SMALLEST_STACK) {
                    throw refused;
                }
            }
        }
    }

    private static <T> T result(FutureTask<T> task) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException failed) {
            throw DeepThread.<RuntimeException>unchecked(Objects.requireNonNull(failed.getCause()));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E unchecked(Throwable failure) throws E {
        throw (E) failure;
    }
}
