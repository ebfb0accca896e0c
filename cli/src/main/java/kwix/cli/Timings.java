package kwix.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kwix.language.module.LibraryFolders;

/**
 * {@code kwix --timings}: where the time of a run went. Each moment belongs to the innermost phase alone. The launcher tells in a
 * property when it began, when it started the JVM, and with which ahead-of-time cache.
 */
final class Timings implements PhaseWatch {

    private static final double NANOS = 1e6;

    private final Map<Phase, Long> nanos = new EnumMap<>(Phase.class);
    private final Map<Phase, Integer> sources = new EnumMap<>(Phase.class);
    private final Map<Phase, Integer> stored = new EnumMap<>(Phase.class);
    private final Deque<Phase> phases = new ArrayDeque<>();
    private final LibraryFolders library = Access.library();
    private final long entered = System.currentTimeMillis();
    private long since = System.nanoTime();

    Timings() {
        phases.push(Phase.START);
    }

    @Override
    public void begin(Phase phase) {
        account();
        phases.push(phase);
    }

    @Override
    public void end() {
        account();
        phases.pop();
    }

    /** What the rendering takes was accounted to the evaluation, which it had to finish. */
    @Override
    public void again(Runnable rendering) {
        account();
        rendering.run();
        long once = System.nanoTime() - since;
        nanos.merge(Phase.OUTPUT, once, Long::sum);
        nanos.merge(Phase.EVALUATION, -once, Long::sum);
        since = System.nanoTime();
    }

    @Override
    public void reading(String name) {
        Phase phase = library.holds(name) ? Phase.LIBRARY : Phase.FRONT_END;
        sources.merge(phase, 1, Integer::sum);
        begin(phase);
    }

    @Override
    public void stored() {
        stored.merge(phases.getFirst(), 1, Integer::sum);
    }

    @Override
    public void read() {
        end();
    }

    private void account() {
        long now = System.nanoTime();
        nanos.merge(phases.getFirst(), now - since, Long::sum);
        since = now;
    }

    /** All that is known now, as lines for people. */
    String report() {
        account();
        double total = 0;
        var lines = new ArrayList<String>();
        lines.add("timings, in ms");
        LaunchTimes launch = LaunchTimes.of(System.getProperty("kwix.timings", ""));
        PerformanceCounters counters = PerformanceCounters.read();
        Long created = counters.get("sun.rt.createVmEndTime");
        if (launch.known() && created != null) {
            total += phase(lines, "launcher", launch.jvm() - launch.began(), "");
            total += phase(lines, "JVM", created - launch.jvm(), "");
            nanos.merge(Phase.START, (entered - created) * 1_000_000, Long::sum);
        }
        for (Phase phase : Phase.values()) {
            total += phase(lines, phase.text(), nanos.getOrDefault(phase, 0L) / NANOS, note(phase));
        }
        phase(lines, "in all", total, "");
        lines.addAll(counters.summary());
        lines.add("ahead-of-time cache: " + launch.cacheState());
        return String.join("\n", lines) + "\n";
    }

    private String note(Phase phase) {
        int read = sources.getOrDefault(phase, 0);
        if (read == 0) {
            return "";
        }
        int unparsed = stored.getOrDefault(phase, 0);
        return read + (read == 1 ? " source" : " sources") + (unparsed == 0 ? "" : ", " + unparsed + " of them stored");
    }

    private static double phase(List<String> lines, String name, double milliseconds, String note) {
        lines.add(String.format(Locale.ROOT, "  %-17s%8.1f  %s", name, milliseconds, note)
                .stripTrailing());
        return milliseconds;
    }
}
