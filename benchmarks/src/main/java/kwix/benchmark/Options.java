package kwix.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the command was asked to do.
 *
 * @param warm whether workloads are run in one process, instead of whole processes
 * @param names workloads to measure, by name or program; empty for all
 */
record Options(
        Path root,
        int runs,
        boolean brief,
        boolean warm,
        boolean list,
        Optional<Path> kwix,
        Optional<Path> reference,
        Optional<Path> jsonnet,
        Optional<Path> nixpkgs,
        Optional<Path> kubenix,
        Optional<Path> json,
        List<String> names) {

    static final String USAGE = """
        Usage: benchmarks/run [OPTION…] [NAME…]

        Runs workloads on Kwix and on the reference in turns and prints a table. A NAME is a workload of the
        table, or a program of benchmarks/workloads; without one all are run.

          -n RUNS              pairs of each workload, 7 unless told otherwise
          --brief              a small selection, one pair each: fails when answers differ or the AOT cache is not used
          --help               show this
          --warm               instead, run workloads again and again in one process, with and without --jit; takes Maven
          --list               only print the names
          --kwix PATH          the kwix to measure instead of the checkout's
          --reference PATH     the nix-instantiate to compare with, else $KWIX_ORACLE, else ../shared/oracle, else the PATH's
          --jsonnet PATH       else the PATH's; without one its table is left out
          --nixpkgs-lib DIR    the folder in which nixpkgs' lib lies; without it its workloads are left out
          --kubenix DIR        a checkout of kubenix; without it, or without nixpkgs' lib, its table is left out
          --json FILE          write all figures to a file, too
        """;

    static Options parse(Path root, String[] arguments) {
        int runs = 7;
        boolean brief = false;
        boolean warm = false;
        boolean list = false;
        Optional<Path> kwix = Optional.empty();
        Optional<Path> reference = Optional.empty();
        Optional<Path> jsonnet = Optional.empty();
        Optional<Path> nixpkgs = Optional.empty();
        Optional<Path> kubenix = Optional.empty();
        Optional<Path> json = Optional.empty();
        var names = new ArrayList<String>();
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            switch (argument) {
                case "-n" -> runs = number(argument, value(arguments, ++i));
                case "--brief" -> brief = true;
                case "--warm" -> warm = true;
                case "--list" -> list = true;
                case "--kwix" -> kwix = path(value(arguments, ++i));
                case "--reference" -> reference = path(value(arguments, ++i));
                case "--jsonnet" -> jsonnet = path(value(arguments, ++i));
                case "--nixpkgs-lib" -> nixpkgs = path(value(arguments, ++i));
                case "--kubenix" -> kubenix = path(value(arguments, ++i));
                case "--json" -> json = path(value(arguments, ++i));
                default -> {
                    if (argument.startsWith("-")) {
                        throw new IllegalArgumentException("there is no option " + argument);
                    }
                    names.add(argument);
                }
            }
        }
        return new Options(
                root,
                brief ? 1 : runs,
                brief,
                warm,
                list,
                kwix,
                reference,
                jsonnet,
                nixpkgs,
                kubenix,
                json,
                List.copyOf(names));
    }

    private static String value(String[] arguments, int i) {
        if (i == arguments.length) {
            throw new IllegalArgumentException(arguments[i - 1] + " needs a value");
        }
        return arguments[i];
    }

    private static int number(String option, String text) {
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException(option + " needs a number from 1 to 9999");
        }
        return Integer.parseInt(text);
    }

    private static Optional<Path> path(String text) {
        return Optional.of(Path.of(text).toAbsolutePath().normalize());
    }

    boolean selects(Workload workload) {
        return names.isEmpty() || names.contains(workload.name()) || names.contains(workload.program());
    }
}
