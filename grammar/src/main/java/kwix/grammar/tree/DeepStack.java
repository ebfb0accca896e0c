package kwix.grammar.tree;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Runs what recurses over a deep tree on a thread whose stack is large enough. */
public final class DeepStack {

    /** A {@link SyntaxTree#depth} that any thread's stack bears. */
    public static final int SHALLOW = 1_000;

    private static final long STACK_BYTES = 1L << 30;

    private DeepStack() {}

    /** On this thread if the tree is shallow. */
    public static <T> T call(int depth, Callable<T> task) {
        try {
            return depth <= SHALLOW ? task.call() : callDeep(task);
        } catch (RuntimeException unchecked) {
            throw unchecked;
        } catch (Exception checked) {
            throw new IllegalStateException(checked);
        }
    }

    /** Waits for the result, also when interrupted, and then leaves the interrupt to the caller. */
    private static <T> T callDeep(Callable<T> task) throws Exception {
        var result = new FutureTask<>(task);
        var thread = new Thread(null, result, "kwix-deep", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return result.get();
                } catch (InterruptedException again) {
                    interrupted = true;
                } catch (ExecutionException failure) {
                    throw failure.getCause() instanceof Exception exception
                            ? exception
                            : new IllegalStateException(failure.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
