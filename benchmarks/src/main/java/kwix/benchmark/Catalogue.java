package kwix.benchmark;

import static kwix.benchmark.Workload.json;
import static kwix.benchmark.Workload.of;

import java.util.List;
import java.util.Set;
import kwix.benchmark.Workload.Kind;

/** All workloads. Sizes are such that the reference takes what the section says, on the machine of the README's table. */
final class Catalogue {

    static final Workload SUM = json("sum", 0);
    static final Workload SMALL_MODULE = json("small-module", 0);

    /** Sources of 200 KB and of 5 MB. */
    static final Workload SOURCE_200K = of(Kind.SOURCE, "source", 185);

    static final Workload SOURCE_5M = of(Kind.SOURCE, "source", 4_700);

    /** Under 0.1 s. */
    static final List<Workload> SMALL = List.of(SUM, SMALL_MODULE, json("modules", 50), json("nixpkgs-modules", 50));

    /** From 0.1 to 0.5 s. */
    static final List<Workload> MIDDLE = List.of(
            json("modules", 500),
            json("nixpkgs-modules", 500),
            json("modules", 2000),
            json("nixpkgs-modules", 2000),
            of(Kind.JSON, "apps", 2000),
            of(Kind.YAML, "apps", 2000),
            SOURCE_200K,
            json("fib", 27),
            json("fold", 400_000),
            json("lists", 40_000),
            json("strings", 80_000),
            json("regex", 20_000),
            json("attributes", 25_000),
            json("recursive-update", 5_000),
            json("calls", 60_000),
            json("json", 15_000));

    /** From 0.5 to 1.5 s. */
    static final List<Workload> LARGE = List.of(
            json("fib", 30),
            json("tak", 23),
            json("floats", 900_000),
            json("fold", 2_000_000),
            json("loop", 900_000),
            json("recursion", 100),
            json("calls", 250_000),
            json("interpreter", 70_000),
            json("lists", 200_000),
            json("sort", 100_000),
            json("append", 12_000),
            json("strings", 400_000),
            json("replace", 100_000),
            json("split", 45_000),
            json("regex", 80_000),
            json("attributes", 130_000),
            json("update", 150_000),
            json("update-grow", 12_000),
            json("recursive-update", 30_000),
            json("overlays", 200),
            json("json", 60_000),
            json("hash", 1_000_000),
            json("modules", 10_000),
            json("nixpkgs-modules", 10_000),
            of(Kind.JSON, "apps", 10_000),
            of(Kind.YAML, "apps", 10_000),
            SOURCE_5M,
            of(Kind.SYNTAX, "source", 4_700));

    /** How deep it goes. Not a figure of speed: the reference needs gigabytes of stack for it. */
    static final Workload DEPTH = json("depth", 1_000_000, "--max-call-depth", "2000000");

    /** Where jsonnet can express the same; it takes seconds for what the others do in milliseconds. */
    static final List<Workload> AGAINST_JSONNET = List.of(
            of(Kind.JSONNET, "fib", 25),
            of(Kind.JSONNET, "fold", 10_000),
            of(Kind.JSONNET, "lists", 1_500),
            of(Kind.JSONNET, "strings", 15_000),
            of(Kind.JSONNET, "apps", 100));

    /** Beside as many apps through kubenix, of which each has a Deployment and a Service. */
    static final List<Workload> AGAINST_KUBENIX = List.of(
            of(Kind.RENDER, "deployments", 20), of(Kind.RENDER, "deployments", 200), of(Kind.RENDER, "shop", 200));

    /** What has other resources besides, so that the answers cannot be compared. */
    static final Set<String> MORE_THAN_KUBENIX = Set.of("shop");

    /** Each is measured at a sixteenth, a quarter and the whole of its size; the last two add one at a time. */
    static final List<Workload> SERIES = List.of(
            json("modules", 10_000),
            json("apps", 20_000),
            json("json", 120_000),
            json("attributes", 200_000),
            SOURCE_5M,
            json("update-grow", 100_000),
            json("append", 100_000));

    /** What runs again and again in one process: what the others measure, in sizes that the reference takes 0.1 to 0.5 s for. */
    static final List<Workload> WARM = List.of(
            json("fib", 27),
            json("tak", 20),
            json("floats", 250_000),
            json("fold", 400_000),
            json("loop", 250_000),
            json("recursion", 30),
            json("calls", 60_000),
            json("interpreter", 18_000),
            json("lists", 40_000),
            json("sort", 25_000),
            json("strings", 80_000),
            json("replace", 25_000),
            json("split", 12_000),
            json("regex", 20_000),
            json("attributes", 25_000),
            json("update", 40_000),
            json("recursive-update", 5_000),
            json("overlays", 40),
            json("json", 15_000),
            json("hash", 250_000),
            json("modules", 500),
            json("nixpkgs-modules", 500),
            of(Kind.JSON, "apps", 2000),
            of(Kind.YAML, "apps", 2000),
            of(Kind.SOURCE, "source", 1_000));

    /** Programs that compute with numbers only. */
    static final Set<String> NUMERIC = Set.of("fib", "tak", "floats", "fold", "loop", "recursion");

    /** What a gate runs, once each. */
    static final List<Workload> BRIEF = List.of(
            SUM,
            SMALL_MODULE,
            json("fib", 22),
            json("fold", 50_000),
            json("lists", 5_000),
            json("strings", 5_000),
            json("attributes", 2_000),
            json("update-grow", 500),
            json("json", 1_000),
            json("modules", 100),
            of(Kind.JSON, "apps", 100),
            of(Kind.YAML, "apps", 100),
            of(Kind.SOURCE, "source", 50),
            of(Kind.SYNTAX, "source", 50));

    private Catalogue() {}
}
