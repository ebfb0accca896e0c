package kwix.benchmark;

import static kwix.benchmark.Report.milliseconds;
import static kwix.benchmark.Report.ratio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the figures are to reach, and whether they do. A target that nothing was measured for has no verdict. */
final class Targets {

    record Verdict(String target, String reached, boolean met) {}

    private static final double LARGE = 0.5;
    private static final double MIDDLE = 0.1;
    private static final double GROWTH = 1.1;
    private static final int MANY_APPS = 200;

    private final List<Comparison> comparisons;
    private final List<Growth> growths;
    private final List<Verdict> verdicts = new ArrayList<>();

    /** @param speeds of the parser alone, in MB a second */
    static List<Verdict> judgeWarm(List<WarmFigure> figures, List<Double> speeds) {
        var targets = new Targets(List.of(), List.of());
        targets.mean(
                "warm: geometric mean of %d workloads ≤ 0.35",
                0.35, figures.stream().map(WarmFigure::ratio).toList());
        targets.mean(
                "warm, with `--jit`: geometric mean of %d numeric workloads ≤ 0.15",
                0.15,
                figures.stream()
                        .filter(each ->
                                Catalogue.NUMERIC.contains(each.workload().program()))
                        .flatMapToDouble(each -> each.compiledRatio().stream())
                        .boxed()
                        .toList());
        for (double speed : speeds) {
            targets.judge("parsing, warm: 25 MB/s or more", "%.0f".formatted(speed), speed >= 25);
        }
        return targets.verdicts;
    }

    private void mean(String target, double limit, List<Double> ratios) {
        if (!ratios.isEmpty()) {
            double mean = Statistics.geometricMean(ratios);
            judge(target.formatted(ratios.size()), ratio(mean), mean <= limit);
        }
    }

    private Targets(List<Comparison> comparisons, List<Growth> growths) {
        this.comparisons = comparisons;
        this.growths = growths;
    }

    /** @param comparisons with the reference */
    static List<Verdict> judge(List<Comparison> comparisons, List<Comparison> kubenix, List<Growth> growths) {
        var targets = new Targets(comparisons, growths);
        targets.small();
        targets.large();
        targets.middle();
        targets.growth();
        targets.parsing();
        targets.recursion();
        for (Comparison rendered : kubenix) {
            if (rendered.workload().size() < MANY_APPS) {
                continue;
            }
            targets.judge(
                    "%s: wall ratio ≤ 0.5 of kubenix, and less memory"
                            .formatted(rendered.workload().name()),
                    ratio(rendered.ratio())
                            + memoryRatios(List.of(rendered)).stream()
                                    .map(memory -> ", memory " + ratio(memory))
                                    .collect(Collectors.joining()),
                    rendered.ratio() <= 0.5
                            && memoryRatios(List.of(rendered)).stream().allMatch(memory -> memory < 1));
        }
        return targets.verdicts;
    }

    static List<Comparison> large(List<Comparison> comparisons) {
        return comparisons.stream()
                .filter(each -> each.other().wall() >= LARGE && !each.workload().equals(Catalogue.DEPTH))
                .toList();
    }

    static List<Comparison> middle(List<Comparison> comparisons) {
        return comparisons.stream()
                .filter(each -> each.other().wall() >= MIDDLE && each.other().wall() < LARGE)
                .toList();
    }

    private void small() {
        for (Comparison sum : named(Catalogue.SUM::equals)) {
            Comparison.Medians kwix = sum.kwix();
            judge("`1 + 1`: wall ≤ 120 ms", milliseconds(kwix.wall()), kwix.wall() <= 0.120);
            judge("`1 + 1`: CPU ≤ 100 ms", milliseconds(kwix.cpu()), kwix.cpu() <= 0.100);
            judge("`1 + 1`: wall ≤ 4 × the reference", ratio(sum.ratio()), sum.ratio() <= 4);
            kwix.memory().ifPresent(peak -> judge("`1 + 1`: peak memory ≤ 70 MB", "%.0f".formatted(peak), peak <= 70));
        }
        for (Comparison module : named(Catalogue.SMALL_MODULE::equals)) {
            double wall = module.kwix().wall();
            judge("a small module evaluation: wall ≤ 200 ms", milliseconds(wall), wall <= 0.200);
        }
    }

    private void large() {
        List<Comparison> large = large(comparisons);
        if (large.isEmpty()) {
            return;
        }
        each("each workload of 0.5 s or more: wall ratio ≤ 1.0", large, 1.0);
        mean(
                "geometric mean of %d workloads of 0.5 s or more ≤ 0.7",
                0.7, large.stream().map(Comparison::ratio).toList());
        List<Double> memory = memoryRatios(large);
        if (!memory.isEmpty()) {
            double peak = Statistics.geometricMean(memory);
            judge("their peak memory, geometric mean ≤ 2 × the reference", ratio(peak), peak <= 2);
        }
    }

    private void middle() {
        List<Comparison> middle = middle(comparisons);
        if (middle.isEmpty()) {
            return;
        }
        each("each workload of 0.1 to 0.5 s: wall ratio ≤ 1.5", middle, 1.5);
        mean(
                "geometric mean of %d workloads of 0.1 to 0.5 s ≤ 1.5",
                1.5, middle.stream().map(Comparison::ratio).toList());
    }

    private void growth() {
        for (Growth growth : growths) {
            double exponent = growth.exponent();
            judge(
                    "growth of %s: exponent ≤ 1.1".formatted(growth.workload().program()),
                    ratio(exponent),
                    exponent <= GROWTH);
        }
    }

    private void parsing() {
        for (Comparison sum : named(Catalogue.SUM::equals)) {
            for (Comparison parse : named(Catalogue.SOURCE_200K::equals)) {
                double above = parse.kwix().cpu() - sum.kwix().cpu();
                judge("parsing 200 KB: CPU ≤ 140 ms above `1 + 1`", milliseconds(above), above <= 0.140);
            }
        }
        for (Comparison parse : named(Catalogue.SOURCE_5M::equals)) {
            judge("parsing 5 MB: wall ratio ≤ 1.0", ratio(parse.ratio()), parse.ratio() <= 1);
        }
    }

    private void recursion() {
        for (Comparison depth : named(Catalogue.DEPTH::equals)) {
            judge(
                    "1,000,000 levels of `1 + f (n - 1)`",
                    "%,d".formatted(depth.workload().size()),
                    true);
        }
    }

    private void each(String target, List<Comparison> all, double limit) {
        List<Comparison> missed = all.stream()
                .filter(each -> each.ratio() > limit)
                .sorted(Comparator.comparingDouble(Comparison::ratio).reversed())
                .toList();
        String named = String.join(
                ", ",
                missed.stream()
                        .map(each -> each.workload().name() + " " + ratio(each.ratio()))
                        .toList());
        judge(
                target,
                missed.isEmpty()
                        ? "all %d".formatted(all.size())
                        : "%d of %d not: %s".formatted(missed.size(), all.size(), named),
                missed.isEmpty());
    }

    private List<Comparison> named(Predicate<Workload> which) {
        return comparisons.stream().filter(each -> which.test(each.workload())).toList();
    }

    private static List<Double> memoryRatios(List<Comparison> comparisons) {
        return comparisons.stream()
                .filter(each -> each.kwix().memory().isPresent()
                        && each.other().memory().isPresent())
                .map(each -> each.kwix().memory().getAsDouble()
                        / each.other().memory().getAsDouble())
                .toList();
    }

    private void judge(String target, String reached, boolean met) {
        verdicts.add(new Verdict(target, reached, met));
    }
}
