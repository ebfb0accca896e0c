package kwix.language.error;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a trace as lines, innermost first. The short form folds the standard library, repetitions, and the middle of what is
 * still long; the texts of {@code addErrorContext} are never folded.
 */
final class TraceText {

    private static final int LONGEST_PERIOD = 8;
    private static final int REPETITIONS_TO_FOLD = 3;
    private static final int SHOWN_INNER = 8;
    private static final int SHOWN_OUTER = 3;

    /** @param frame null for a line that stands for what was folded */
    record Line(String text, @Nullable TraceFrame frame) {}

    private final Predicate<TraceFrame> library;
    private final List<Line> lines = new ArrayList<>();
    private boolean folded;

    private TraceText(Predicate<TraceFrame> library) {
        this.library = library;
    }

    /** Every frame that the failure carries. */
    static TraceText full(KwixException failure) {
        var text = new TraceText(frame -> false);
        List<TraceFrame> frames = failure.trace();
        int gap = gap(failure);
        for (int i = 0; i < frames.size(); i++) {
            if (i == gap) {
                text.lines.add(new Line("… " + count(failure.skippedFrames(), "frame") + " between", null));
            }
            text.frame(frames.get(i));
        }
        return text;
    }

    /** What a reader needs at first. */
    static TraceText folded(KwixException failure, Predicate<TraceFrame> library) {
        var text = new TraceText(library);
        List<TraceFrame> frames = failure.trace();
        int gap = gap(failure);
        List<Run> runs = runs(frames.subList(shownByCause(failure, gap), gap));
        if (gap < frames.size()) {
            List<Run> outer = runs(frames.subList(gap, frames.size()));
            join(runs, failure.skippedFrames(), outer);
        }
        text.foldMiddle(text.withoutLibrary(runs));
        return text;
    }

    List<Line> lines() {
        return lines;
    }

    /** Whether the full form would say more. */
    boolean isFolded() {
        return folded;
    }

    /** How many of the first frames stand just where the cause itself was shown, unless that is a recursion, which is worth a word. */
    private static int shownByCause(KwixException failure, int gap) {
        int first = 0;
        while (first < gap
                && !failure.trace().get(first).always()
                && failure.place() != null
                && failure.place().equals(failure.trace().get(first).place())) {
            first++;
        }
        return first < REPETITIONS_TO_FOLD ? first : 0;
    }

    private static int gap(KwixException failure) {
        return failure.skippedFrames() == 0
                ? failure.trace().size()
                : failure.trace().size() - KwixException.KEPT_OUTER_FRAMES;
    }

    /**
     * Frames that come several times in a row as a group, or {@code omitted} frames that are not shown.
     *
     * @param inLibrary why they are not shown
     */
    private record Run(List<TraceFrame> frames, int times, int omitted, boolean inLibrary) {

        Run(List<TraceFrame> frames, int times) {
            this(frames, times, 0, false);
        }

        Run(int omitted, boolean inLibrary) {
            this(List.of(), 1, omitted, inLibrary);
        }

        int size() {
            return omitted + frames.size() * times;
        }
    }

    private static List<Run> runs(List<TraceFrame> frames) {
        var runs = new ArrayList<Run>();
        int at = 0;
        while (at < frames.size()) {
            Run run = new Run(List.of(frames.get(at)), 1);
            for (int period = 1; period <= LONGEST_PERIOD; period++) {
                int times = repetitions(frames, at, period);
                if (times >= REPETITIONS_TO_FOLD) {
                    run = new Run(List.copyOf(frames.subList(at, at + period)), times);
                    break;
                }
            }
            runs.add(run);
            at += run.frames().size() * run.times();
        }
        return runs;
    }

    private static int repetitions(List<TraceFrame> frames, int at, int period) {
        int times = 1;
        while (at + (times + 1) * period <= frames.size()
                && frames.subList(at, at + period)
                        .equals(frames.subList(at + times * period, at + (times + 1) * period))) {
            times++;
        }
        return times;
    }

    /** Puts the outer runs after the inner ones; when the gap between lies inside one recursion, that stays one run. */
    private static void join(List<Run> inner, int omitted, List<Run> outer) {
        int from = 0;
        Run last = inner.isEmpty() ? new Run(0, false) : inner.getLast();
        while (from < outer.size() && last.frames().containsAll(outer.get(from).frames())) {
            from++;
        }
        if (from == 0) {
            inner.add(new Run(omitted, false));
        } else {
            int frames = omitted;
            for (Run run : outer.subList(0, from)) {
                frames += run.size();
            }
            inner.removeLast();
            inner.add(
                    new Run(last.frames(), last.times() + frames / last.frames().size()));
        }
        inner.addAll(outer.subList(from, outer.size()));
    }

    private List<Run> withoutLibrary(List<Run> runs) {
        var kept = new ArrayList<Run>();
        int left = 0;
        for (Run run : runs) {
            if (!run.frames().isEmpty() && run.frames().stream().allMatch(this::isFoldable)) {
                left += run.size();
                continue;
            }
            if (left > 0) {
                kept.add(new Run(left, true));
                left = 0;
            }
            kept.add(run);
        }
        if (left > 0) {
            kept.add(new Run(left, true));
        }
        return kept;
    }

    private boolean isFoldable(TraceFrame frame) {
        return !frame.always() && library.test(frame);
    }

    private void foldMiddle(List<Run> runs) {
        boolean isLong = runs.size() > SHOWN_INNER + SHOWN_OUTER + 1;
        int left = 0;
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            boolean shown = !isLong || i < SHOWN_INNER || i >= runs.size() - SHOWN_OUTER;
            boolean always = run.frames().stream().anyMatch(TraceFrame::always);
            if (shown || always) {
                omission(left, false);
                left = 0;
                run(run);
            } else {
                left += run.size();
            }
        }
        omission(left, false);
    }

    private void omission(int frames, boolean inLibrary) {
        if (frames > 0) {
            folded = true;
            String what = inLibrary ? count(frames, "step") + " in the standard library" : count(frames, "more step");
            lines.add(new Line("… " + what, null));
        }
    }

    private void run(Run run) {
        omission(run.omitted(), run.inLibrary());
        run.frames().forEach(this::frame);
        if (run.times() > 1) {
            folded = true;
            int more = run.times() - 1;
            lines.add(new Line(
                    run.frames().size() == 1
                            ? "… " + more + " more"
                            : "… these " + run.frames().size() + " steps " + more + " more times",
                    null));
        }
    }

    private void frame(TraceFrame frame) {
        lines.add(new Line(frame.label(), frame));
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
