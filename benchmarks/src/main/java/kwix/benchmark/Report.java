package kwix.benchmark;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Prints figures as Markdown. */
final class Report {

    private static final String NONE = "–";

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void line(String format, Object... arguments) {
        out.println(format.formatted(arguments));
        out.flush();
    }

    void heading(String text) {
        line("%n## %s%n", text);
    }

    void comparisonHead(String other) {
        line("| workload | Kwix ms | %s ms | ratio | Kwix CPU ms | %s CPU ms | Kwix MB | %s MB |", other, other, other);
        line("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    }

    void comparison(Comparison comparison) {
        Comparison.Medians kwix = comparison.kwix();
        Comparison.Medians other = comparison.other();
        line(
                "| %s | %s | %s | %s | %s | %s | %s | %s |",
                comparison.workload().name(),
                milliseconds(kwix.wall()),
                milliseconds(other.wall()),
                ratio(comparison.ratio()),
                milliseconds(kwix.cpu()),
                milliseconds(other.cpu()),
                megabytes(kwix.memory()),
                megabytes(other.memory()));
    }

    void growthHead() {
        line("| workload | sizes | CPU ms without start-up | exponent |");
        line("| --- | --- | --- | ---: |");
    }

    void growth(Growth growth) {
        line(
                "| %s | %s | %s | %s |",
                growth.workload().program(),
                String.join(", ", growth.sizes().stream().map(String::valueOf).toList()),
                String.join(
                        ", ",
                        growth.seconds().stream().map(Report::milliseconds).toList()),
                ratio(growth.exponent()));
    }

    void warmHead() {
        line("| workload | reference ms | Kwix ms | ratio | `--jit` ms | ratio |");
        line("| --- | ---: | ---: | ---: | ---: | ---: |");
    }

    void warm(WarmFigure figure) {
        OptionalDouble compiled = figure.compiled();
        line(
                "| %s | %s | %s | %s | %s | %s |",
                figure.workload().name(),
                milliseconds(figure.reference()),
                tenths(figure.direct()),
                ratio(figure.ratio()),
                compiled.isPresent() ? tenths(compiled.getAsDouble()) : NONE,
                compiled.isPresent() ? ratio(figure.compiledRatio().getAsDouble()) : NONE);
    }

    /** Nothing where there are none. */
    void verdicts(List<Targets.Verdict> verdicts) {
        if (verdicts.isEmpty()) {
            return;
        }
        heading("Targets");
        line("| target | reached | met |");
        line("| --- | --- | --- |");
        for (Targets.Verdict verdict : verdicts) {
            line("| %s | %s | %s |", verdict.target(), verdict.reached(), verdict.met() ? "yes" : "**no**");
        }
    }

    static String milliseconds(double seconds) {
        return "%.0f".formatted(seconds * 1000);
    }

    private static String tenths(double seconds) {
        return String.format(Locale.ROOT, "%.1f", seconds * 1000);
    }

    static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    static String megabytes(OptionalDouble megabytes) {
        return megabytes.isPresent() ? "%.0f".formatted(megabytes.getAsDouble()) : NONE;
    }
}
