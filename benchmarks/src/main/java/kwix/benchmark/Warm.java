package kwix.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Workloads run by JMH, each in a process of its own, from a build that lies beside the launcher's. What such a run is held against is what
 * the reference's whole process takes above that of {@code 1 + 1}.
 */
final class Warm {

    private static final List<String> MODULES = List.of("compiler", "truffle-compiler", "collections", "word");
    private static final List<String> JARS = List.of("truffle-runtime", "jniutils");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /** How long JMH runs a workload, in seconds: before it measures, and for each of its measurements. */
    record Length(int warmUp, int warmUpCompiled, int measurements, String each) {

        static final Length USUAL = new Length(4, 8, 3, "1s");
        static final Length BRIEF = new Length(1, 1, 1, "100ms");
    }

    private final Programs programs;
    private final Meter meter;
    private final Path results;
    private final Length length;
    private final Path lib;
    private final Optional<Path> parts;

    Warm(Programs programs, Meter meter, Path scratch, Length length) {
        this.programs = programs;
        this.meter = meter;
        this.length = length;
        results = scratch.resolve("jmh.csv");
        Path builds = programs.root().resolve(".kwix/benchmarks");
        lib = builds.resolve("kwix-benchmarks/lib");
        meter.run(
                List.of(
                        "mvn",
                        "-B",
                        "-q",
                        "-f",
                        programs.root().resolve("pom.xml").toString(),
                        "-pl",
                        "benchmarks",
                        "-am",
                        "-Dkwix.build=" + builds,
                        "-Dmaven.test.skip=true",
                        "package"),
                Map.of());
        parts = parts();
    }

    /** The folder of what {@code kwix --jit} needs, when it is there and fits this JDK, as the launcher finds out. */
    private Optional<Path> parts() {
        String named = System.getenv("KWIX_JIT");
        String data = System.getenv().getOrDefault("XDG_DATA_HOME", System.getProperty("user.home") + "/.local/share");
        Path folder =
                named == null ? Path.of(data, "kwix", "jit") : Path.of(named).toAbsolutePath();
        boolean fits = Files.isReadable(jar(lib, "truffle-api"))
                && MODULES.stream().allMatch(part -> Files.isReadable(jar(folder, part)))
                && JARS.stream().allMatch(part -> Files.isReadable(jar(folder, part)));
        return fits ? Optional.of(folder) : Optional.empty();
    }

    private static Path jar(Path folder, String part) {
        return folder.resolve(part + "-" + System.getProperty("java.version") + ".jar");
    }

    /** Whether there is a compiler for the nodes. */
    boolean compiles() {
        return parts.isPresent();
    }

    /**
     * Runs a workload.
     *
     * @param answer what a process prints
     * @param reference seconds that the reference takes
     */
    WarmFigure run(Workload workload, Path answer, double reference) {
        var properties = new ArrayList<>(List.of(
                property("kind", workload.kind().name()),
                property("size", Integer.toString(workload.size())),
                property("file", programs.file(workload).toString()),
                property("answer", answer.toString()),
                property("stdlib", programs.library().toString())));
        programs.nixpkgs().ifPresent(folder -> properties.add(property("nixpkgs", folder.toString())));
        double direct = measure("WarmBenchmark", properties, length.warmUp());
        return new WarmFigure(workload, reference, direct, compiled(properties));
    }

    private OptionalDouble compiled(List<String> properties) {
        if (parts.isEmpty()) {
            return OptionalDouble.empty();
        }
        Path folder = parts.get();
        var options = new ArrayList<>(properties);
        options.addAll(List.of(
                property("jit", "true"),
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:+EnableJVMCI",
                "-XX:MetaspaceSize=128m",
                "--upgrade-module-path=" + joined(folder, MODULES),
                "--enable-native-access=ALL-UNNAMED",
                "-Dtruffle.UseFallbackRuntime=false"));
        return OptionalDouble.of(measure("WarmBenchmark", options, length.warmUpCompiled()));
    }

    /** How many MB a second the parser reads of a workload's source. */
    double parsing(Workload workload) {
        Path file = programs.file(workload);
        double seconds = measure("ParsingBenchmark", List.of(property("file", file.toString())), length.warmUp());
        try {
            return Files.size(file) / 1e6 / seconds;
        } catch (IOException failure) {
            throw new BenchmarkException(String.valueOf(failure.getMessage()));
        }
    }

    /** @return the seconds of one run */
    private double measure(String benchmark, List<String> options, int warmUp) {
        // JMH tells of failures on standard output, among everything else.
        var command = new ArrayList<>(List.of(
                "sh",
                "-c",
                "exec \"$@\" >&2",
                "sh",
                JAVA.toString(),
                "-XX:+UseSerialGC",
                "-Xms1000m",
                "-XX:NewRatio=1",
                "-XX:MaxInlineLevel=9",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dtruffle.UseFallbackRuntime=true"));
        command.addAll(options);
        command.addAll(List.of(
                "-cp", lib + "/*:" + parts.map(folder -> joined(folder, JARS)).orElse("")));
        command.addAll(List.of("org.openjdk.jmh.Main", "kwix.benchmark." + benchmark, "-f", "1", "-foe", "true"));
        command.addAll(List.of("-wi", Integer.toString(warmUp), "-w", length.each()));
        command.addAll(List.of("-i", Integer.toString(length.measurements()), "-r", length.each()));
        command.addAll(List.of("-rf", "csv", "-rff", results.toString()));
        meter.run(command, Map.of());
        return score() / 1000;
    }

    private double score() {
        try {
            List<String> lines = Files.readAllLines(results);
            int column = List.of(lines.getFirst().split(",", -1)).indexOf("\"Score\"");
            return Double.parseDouble(lines.getLast().split(",", -1)[column]);
        } catch (IOException failure) {
            throw new BenchmarkException(String.valueOf(failure.getMessage()));
        }
    }

    private static String joined(Path folder, List<String> parts) {
        return String.join(
                ":", parts.stream().map(part -> jar(folder, part).toString()).toList());
    }

    private static String property(String name, String value) {
        return "-Dkwix.benchmark." + name + "=" + value;
    }
}
