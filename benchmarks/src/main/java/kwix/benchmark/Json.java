package kwix.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/** Writes all figures of a run for other programs, in seconds and MB. */
final class Json {

    private Json() {}

    static void write(
            Path file,
            List<Comparison> comparisons,
            List<Comparison> jsonnet,
            List<Comparison> kubenix,
            List<Growth> growths,
            List<Targets.Verdict> verdicts) {
        String text = "{\"reference\":%s,\"jsonnet\":%s,\"kubenix\":%s,\"growth\":%s,\"targets\":%s}%n"
                .formatted(
                        array(comparisons.stream().map(Json::comparison).toList()),
                        array(jsonnet.stream().map(Json::comparison).toList()),
                        array(kubenix.stream().map(Json::comparison).toList()),
                        array(growths.stream().map(Json::growth).toList()),
                        array(verdicts.stream().map(Json::verdict).toList()));
        write(file, text);
    }

    static void write(Path file, List<WarmFigure> figures, List<Targets.Verdict> verdicts) {
        String text = "{\"warm\":%s,\"targets\":%s}%n"
                .formatted(
                        array(figures.stream().map(Json::figure).toList()),
                        array(verdicts.stream().map(Json::verdict).toList()));
        write(file, text);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new BenchmarkException("cannot write " + failure.getMessage());
        }
    }

    private static String comparison(Comparison comparison) {
        return "{\"workload\":%s,\"kwix\":%s,\"other\":%s}"
                .formatted(
                        string(comparison.workload().name()), medians(comparison.kwix()), medians(comparison.other()));
    }

    private static String medians(Comparison.Medians medians) {
        OptionalDouble memory = medians.memory();
        return "{\"wall\":%s,\"cpu\":%s,\"memory\":%s}"
                .formatted(medians.wall(), medians.cpu(), memory.isPresent() ? memory.getAsDouble() : "null");
    }

    private static String figure(WarmFigure figure) {
        OptionalDouble compiled = figure.compiled();
        return "{\"workload\":%s,\"reference\":%s,\"direct\":%s,\"compiled\":%s}"
                .formatted(
                        string(figure.workload().name()),
                        figure.reference(),
                        figure.direct(),
                        compiled.isPresent() ? compiled.getAsDouble() : "null");
    }

    private static String growth(Growth growth) {
        return "{\"workload\":%s,\"sizes\":%s,\"seconds\":%s,\"exponent\":%s}"
                .formatted(string(growth.workload().program()), growth.sizes(), growth.seconds(), growth.exponent());
    }

    private static String verdict(Targets.Verdict verdict) {
        return "{\"target\":%s,\"reached\":%s,\"met\":%s}"
                .formatted(string(verdict.target()), string(verdict.reached()), verdict.met());
    }

    private static String array(List<String> elements) {
        return "[" + String.join(",\n", elements) + "]";
    }

    private static String string(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
