package kwix.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Runs the workloads that were asked for and prints what they took. */
public final class Benchmark {

    private final Options options;
    private final Programs programs;
    private final Meter meter;
    private final Path scratch;
    private final Report report = new Report(new PrintStream(System.out, true, StandardCharsets.UTF_8));

    private Benchmark(Options options, Path scratch) {
        this.options = options;
        this.scratch = scratch;
        Path root = options.root();
        programs = new Programs(
                root,
                options.kwix().orElse(root.resolve("kwix")),
                options.reference()
                        .or(() -> Programs.findReference(root))
                        .orElseThrow(() -> new BenchmarkException(
                                "no reference was found: name one with --reference, or set KWIX_ORACLE")),
                options.jsonnet().or(() -> Programs.onPath("jsonnet")),
                options.nixpkgs(),
                options.kubenix(),
                scratch);
        meter = new Meter(scratch);
    }

    /** @param arguments the checkout's folder, and then those of the command */
    public static void main(String[] arguments) throws IOException {
        if (List.of(arguments).contains("--help")) {
            System.out.print(Options.USAGE);
            return;
        }
        Options options;
        try {
            options = Options.parse(
                    Path.of(arguments[0]), Stream.of(arguments).skip(1).toArray(String[]::new));
        } catch (IllegalArgumentException wrong) {
            System.err.println("benchmarks/run: " + wrong.getMessage() + "\n\n" + Options.USAGE);
            System.exit(2);
            return;
        }
        Path scratch = Files.createTempDirectory("kwix-benchmark");
        int status = 0;
        try {
            new Benchmark(options, scratch).run();
        } catch (BenchmarkException failure) {
            System.err.println("benchmarks/run: " + failure.getMessage());
            status = 1;
        } finally {
            delete(scratch);
        }
        System.exit(status);
    }

    private void run() {
        if (options.warm()) {
            warm();
        } else {
            processes();
        }
    }

    private void warm() {
        List<Workload> workloads = selected(options.brief() ? Catalogue.BRIEF : Catalogue.WARM).stream()
                .filter(each -> each.kind() != Workload.Kind.SYNTAX)
                .toList();
        if (workloads.isEmpty()) {
            throw new BenchmarkException("no workload has this name: --warm --list shows them");
        }
        if (options.list()) {
            workloads.forEach(each -> report.line("%s", each.name()));
            return;
        }
        var warm = new Warm(programs, meter, scratch, options.brief() ? Warm.Length.BRIEF : Warm.Length.USUAL);
        prepare(workloads);
        conditions();
        if (!warm.compiles()) {
            report.line("%n`--jit` is left out: kwix-install-jit has not been run, or its parts do not fit this JDK");
        }
        report.heading("Warm, against the reference's whole process without its start");
        report.warmHead();
        var answers = new Answers(programs, meter);
        double start = reference(Catalogue.SUM);
        var figures = new ArrayList<WarmFigure>();
        var speeds = new ArrayList<Double>();
        for (Workload workload : workloads) {
            Path answer = answers.compare(workload);
            WarmFigure figure = warm.run(workload, answer, Math.max(0.001, reference(workload) - start));
            report.warm(figure);
            figures.add(figure);
            if (workload.kind() == Workload.Kind.SOURCE) {
                speeds.add(warm.parsing(workload));
            }
        }
        List<Targets.Verdict> verdicts = options.brief() ? List.of() : Targets.judgeWarm(figures, speeds);
        report.verdicts(verdicts);
        options.json().ifPresent(file -> Json.write(file, figures, verdicts));
    }

    /** Seconds that the reference takes. */
    private double reference(Workload workload) {
        var samples = new ArrayList<Double>();
        for (int i = 0; i < options.runs(); i++) {
            samples.add(meter.clock(programs.reference(workload)).wall());
        }
        return Statistics.median(samples);
    }

    private void processes() {
        List<Workload> comparisons = selected(
                options.brief()
                        ? Catalogue.BRIEF
                        : Stream.of(Catalogue.SMALL, Catalogue.MIDDLE, Catalogue.LARGE, List.of(Catalogue.DEPTH))
                                .flatMap(List::stream)
                                .toList());
        List<Workload> jsonnet =
                options.brief() || programs.jsonnet().isEmpty() ? List.of() : selected(Catalogue.AGAINST_JSONNET);
        List<Workload> kubenix = options.brief()
                        || programs.kubenix().isEmpty()
                        || programs.nixpkgs().isEmpty()
                ? List.of()
                : selected(Catalogue.AGAINST_KUBENIX);
        List<Workload> series = options.brief() ? List.of() : selected(Catalogue.SERIES);
        if (options.list()) {
            Stream.of(comparisons, jsonnet, kubenix, series)
                    .flatMap(List::stream)
                    .map(Workload::name)
                    .distinct()
                    .forEach(name -> report.line("%s", name));
            return;
        }
        if (comparisons.isEmpty() && jsonnet.isEmpty() && kubenix.isEmpty() && series.isEmpty()) {
            throw new BenchmarkException("no workload has this name: --list shows them");
        }
        AotCache.check(programs, meter, scratch);
        prepare(Stream.of(
                        comparisons,
                        series.stream()
                                .flatMap(each -> Growth.sizes(each).stream())
                                .toList())
                .flatMap(List::stream)
                .toList());
        var answers = new Answers(programs, meter);
        Stream.of(comparisons, jsonnet, kubenix).flatMap(List::stream).forEach(answers::compare);
        series.stream().map(each -> Growth.sizes(each).getFirst()).forEach(answers::compare);

        conditions();
        List<Comparison> compared = compareWith("reference", programs::reference, comparisons);
        List<Comparison> comparedWithJsonnet = compareWith("jsonnet", programs::jsonnet, jsonnet);
        List<Comparison> comparedWithKubenix = compareWith("kubenix", programs::kubenix, kubenix);
        List<Growth> growths = grow(series);
        List<Targets.Verdict> verdicts =
                options.brief() ? List.of() : Targets.judge(compared, comparedWithKubenix, growths);
        report.verdicts(verdicts);
        options.json()
                .ifPresent(file ->
                        Json.write(file, compared, comparedWithJsonnet, comparedWithKubenix, growths, verdicts));
    }

    private void conditions() {
        report.line(
                "%s %s, %d processors, %d runs each; %s; reference: %s",
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                options.runs(),
                version(programs.version()),
                version(List.of(programs.reference().toString(), "--version")));
    }

    private List<Workload> selected(List<Workload> workloads) {
        return workloads.stream()
                .filter(options::selects)
                .filter(each -> programs.nixpkgs().isPresent() || !each.needsNixpkgs())
                .toList();
    }

    private void prepare(List<Workload> workloads) {
        Set<Integer> sizes = new LinkedHashSet<>();
        for (Workload workload : workloads) {
            if (workload.kind() == Workload.Kind.SOURCE || workload.kind() == Workload.Kind.SYNTAX) {
                sizes.add(workload.size());
            }
        }
        for (int size : sizes) {
            meter.output(programs.source(size), "source-" + size + ".kx");
        }
    }

    private List<Comparison> compareWith(
            String peer, Function<Workload, List<String>> command, List<Workload> workloads) {
        var compared = new ArrayList<Comparison>();
        if (!workloads.isEmpty()) {
            report.heading("Against " + (peer.equals("reference") ? "the reference" : peer));
            report.comparisonHead(peer);
        }
        for (Workload workload : workloads) {
            Comparison comparison =
                    Comparison.run(workload, programs.kwix(workload), command.apply(workload), options.runs(), meter);
            report.comparison(comparison);
            compared.add(comparison);
        }
        return compared;
    }

    private List<Growth> grow(List<Workload> workloads) {
        var growths = new ArrayList<Growth>();
        if (workloads.isEmpty()) {
            return growths;
        }
        report.heading("Growth");
        report.growthHead();
        var starts = new ArrayList<Double>();
        for (int i = 0; i < Math.max(3, options.runs()); i++) {
            starts.add(meter.clock(programs.kwix(Catalogue.SUM)).cpu());
        }
        double start = Statistics.median(starts);
        for (Workload workload : workloads) {
            Growth growth = Growth.run(workload, programs, Math.min(3, options.runs()), start, meter);
            report.growth(growth);
            growths.add(growth);
        }
        return growths;
    }

    private String version(List<String> command) {
        try {
            return Files.readString(meter.output(command, "version"))
                    .lines()
                    .findFirst()
                    .orElse("");
        } catch (IOException failure) {
            throw new BenchmarkException(String.valueOf(failure.getMessage()));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
