package kwix.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Gives targets damaged inputs for a time. The input of a seed is always the same. */
final class FuzzRun {

    private static final long DEADLINE = TimeUnit.SECONDS.toNanos(3);
    private static final long HANG = TimeUnit.SECONDS.toNanos(20);
    private static final int SHOWN = 10;

    /** @param what a crash with its stack, or a hang with where it hangs */
    record Finding(String target, long seed, String input, String what) {}

    record Result(long inputs, List<Finding> findings) {}

    private FuzzRun() {}

    static Result run(Target target, long firstSeed, long nanoseconds) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        long end = System.nanoTime() + nanoseconds;
        long seed = firstSeed;
        ExecutorService worker = worker();
        while (System.nanoTime() < end && findings.size() < SHOWN) {
            String input = input(target, seed);
            Future<?> reading = worker.submit(() -> {
                target.read(input);
                return null;
            });
            try {
                await(target, reading);
            } catch (ExecutionException crash) {
                findings.add(new Finding(target.name(), seed, input, stack(Objects.requireNonNull(crash.getCause()))));
            } catch (TimeoutException hang) {
                StringBuilder where = new StringBuilder("hangs");
                Thread.getAllStackTraces().forEach((thread, frames) -> {
                    if (thread.getName().startsWith("kwix") || thread.getName().equals("fuzz")) {
                        where.append('\n').append(thread.getName());
                        List.of(frames).stream()
                                .limit(30)
                                .forEach(frame -> where.append("\n  ").append(frame));
                    }
                });
                findings.add(new Finding(target.name(), seed, input, where.toString()));
                worker = worker();
            }
            seed++;
        }
        worker.shutdownNow();
        return new Result(seed - firstSeed, List.copyOf(findings));
    }

    private static void await(Target target, Future<?> reading)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            reading.get(DEADLINE, TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            target.stop();
            reading.get(HANG, TimeUnit.NANOSECONDS);
        }
    }

    static String input(Target target, long seed) {
        Random random = new Random(seed);
        List<String> samples = target.samples();
        return random.nextInt(20) == 0
                ? Damage.random(random)
                : Damage.of(samples.get(random.nextInt(samples.size())), random);
    }

    private static ExecutorService worker() {
        return Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(null, work, "fuzz", 16 << 20);
            thread.setDaemon(true);
            return thread;
        });
    }

    private static String stack(Throwable crash) {
        StringBuilder text = new StringBuilder(crash.toString());
        for (int i = 0; i < Math.min(15, crash.getStackTrace().length); i++) {
            text.append("\n  ").append(crash.getStackTrace()[i]);
        }
        return text.toString();
    }
}
