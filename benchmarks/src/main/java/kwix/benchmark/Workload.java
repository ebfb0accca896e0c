package kwix.benchmark;

import java.util.List;

/**
 * A program of {@code benchmarks/workloads} at one size.
 *
 * @param program the file's name without its ending
 * @param size what the program's argument {@code n} is, 0 for programs that take none
 */
record Workload(String program, int size, Kind kind, List<String> arguments) {

    /** What is run of a program, and what its answer is compared with. */
    enum Kind {
        /** Its value as JSON, from Kwix and the reference. */
        JSON,
        /** Its value as YAML from Kwix, as JSON from the reference. */
        YAML,
        /** One attribute of a long generated source. */
        SOURCE,
        /** The syntax of a long generated source, printed. */
        SYNTAX,
        /** Its value as JSON, and that of the program of the same name for jsonnet. */
        JSONNET,
        /** What {@code kwix render} prints of a module, and the objects of {@code deployments-kubenix} from the reference. */
        RENDER
    }

    static Workload json(String program, int size, String... arguments) {
        return new Workload(program, size, Kind.JSON, List.of(arguments));
    }

    static Workload of(Kind kind, String program, int size) {
        return new Workload(program, size, kind, List.of());
    }

    String name() {
        String suffix = switch (kind) {
            case JSON -> "";
            case YAML -> "-yaml";
            case SOURCE -> "";
            case SYNTAX -> "-syntax";
            case JSONNET -> "-jsonnet";
            case RENDER -> "";
        };
        return program + suffix + (size == 0 ? "" : "-" + size);
    }

    boolean needsNixpkgs() {
        return program.startsWith("nixpkgs-");
    }
}
