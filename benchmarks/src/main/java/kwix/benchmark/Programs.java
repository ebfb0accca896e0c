package kwix.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The programs that are compared, and the command lines that make them run a workload.
 *
 * @param sources where generated sources lie, named by size
 */
record Programs(
        Path root,
        Path kwix,
        Path reference,
        Optional<Path> jsonnet,
        Optional<Path> nixpkgs,
        Optional<Path> kubenix,
        Path sources) {

    /** The attribute of generated sources that is asked for. */
    static final String ENTRY = "entry";

    /** What is the same in the resources of Kwix and of kubenix, which adds annotations. */
    private static final String ESSENCE = """
        { file }:
        let
          read = builtins.readYAML file;
          resources = if builtins.isList (builtins.head read) then builtins.head read else read;
        in
        builtins.sort builtins.lessThan (
          map ({ kind, metadata, spec, ... }: [ kind metadata.name (builtins.toJSON spec) ]) resources
        )
        """;

    List<String> kwix(Workload workload) {
        var command = new ArrayList<String>();
        command.add(kwix.toString());
        if (workload.kind() == Workload.Kind.SYNTAX) {
            command.addAll(List.of("nix-instantiate", "--parse", file(workload).toString()));
            return command;
        }
        if (workload.kind() == Workload.Kind.RENDER) {
            command.addAll(List.of("render", "--arg", "n", Integer.toString(workload.size())));
            command.add(file(workload).toString());
            return command;
        }
        command.add("eval");
        command.add(workload.kind() == Workload.Kind.YAML ? "--yaml" : "--json");
        command.addAll(workload.arguments());
        addCommon(workload, command);
        return command;
    }

    List<String> reference(Workload workload) {
        var command = new ArrayList<String>();
        if (workload.arguments().contains("--max-call-depth")) {
            // Its own stack does not suffice for as many calls as it is told to allow.
            command.addAll(List.of("sh", "-c", "ulimit -s unlimited && exec \"$@\"", "sh"));
        }
        command.add(reference.toString());
        if (workload.kind() == Workload.Kind.SYNTAX) {
            command.addAll(List.of("--parse", file(workload).toString()));
            return command;
        }
        command.addAll(List.of("--eval", "--strict", "--json", "-I", "kwix=" + library()));
        command.addAll(workload.arguments());
        addCommon(workload, command);
        return command;
    }

    List<String> jsonnet(Workload workload) {
        return List.of(
                jsonnet.orElseThrow().toString(),
                "--max-stack",
                "100000",
                "--tla-code",
                "n=" + workload.size(),
                program(workload.program() + ".jsonnet").toString());
    }

    /** Objects of apps of which each has a Deployment and a Service. */
    List<String> kubenix(Workload workload) {
        return List.of(
                reference.toString(),
                "--eval",
                "--strict",
                "--json",
                "-I",
                "kubenix=" + kubenix.orElseThrow(),
                "-I",
                "nixpkgs=" + nixpkgs.orElseThrow(),
                "--arg",
                "n",
                Integer.toString(workload.size()),
                program("deployments-kubenix.kx").toString());
    }

    List<String> version() {
        return List.of(kwix.toString(), "version");
    }

    /** The checkout's standard library. */
    Path library() {
        return root.resolve("stdlib/src/main/kwix");
    }

    /** Prints the JSON in a file as Kwix writes it. */
    List<String> rewritten(Path json) {
        return read("fromJSON", json);
    }

    /** Prints kinds, names and contents of the resources in a file. */
    List<String> essence(Path resources) {
        return List.of(kwix.toString(), "eval", "--json", "--argstr", "file", resources.toString(), "-E", ESSENCE);
    }

    /** Prints the YAML in a file as JSON. */
    List<String> yamlAsJson(Path yaml) {
        return read("fromYAML", yaml);
    }

    private List<String> read(String builtin, Path file) {
        return List.of(
                kwix.toString(),
                "eval",
                "--json",
                "--argstr",
                "file",
                file.toString(),
                "-E",
                "{ file }: builtins.%s (builtins.readFile file)".formatted(builtin));
    }

    /** Prints a source with that many definitions. */
    List<String> source(int definitions) {
        return List.of(
                kwix.toString(),
                "eval",
                "--raw",
                "--arg",
                "n",
                Integer.toString(definitions),
                program("source.kx").toString());
    }

    Path file(Workload workload) {
        return switch (workload.kind()) {
            case SOURCE, SYNTAX -> sources.resolve("source-" + workload.size() + ".kx");
            case JSON, YAML, JSONNET, RENDER -> program(workload.program() + ".kx");
        };
    }

    private Path program(String name) {
        return root.resolve("benchmarks/workloads").resolve(name);
    }

    private void addCommon(Workload workload, List<String> command) {
        if (workload.needsNixpkgs()) {
            command.addAll(List.of("-I", "nixpkgs=" + nixpkgs.orElseThrow()));
        }
        if (workload.kind() == Workload.Kind.SOURCE) {
            command.addAll(List.of("-A", ENTRY));
        } else if (workload.size() != 0) {
            command.addAll(List.of("--arg", "n", Integer.toString(workload.size())));
        }
        command.add(file(workload).toString());
    }

    /** The reference of this machine. */
    static Optional<Path> findReference(Path root) {
        String named = System.getenv("KWIX_ORACLE");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        Path parent = root.getParent();
        Path beside = parent == null ? null : parent.resolve("shared/oracle/nix-instantiate");
        return beside != null && Files.isExecutable(beside) ? Optional.of(beside) : onPath("nix-instantiate");
    }

    static Optional<Path> onPath(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            Path candidate = Path.of(folder, program);
            if (!folder.isEmpty() && Files.isExecutable(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
