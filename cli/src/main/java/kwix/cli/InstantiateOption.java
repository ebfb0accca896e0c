package kwix.cli;

import java.util.List;

/**
 * The options of {@code kwix nix-instantiate}: those of the reference's program that mean something here. Its settings are options too,
 * and options of builds and downloads are accepted without being listed.
 */
enum InstantiateOption {
    EVAL(List.of("--eval", "--eval-only"), "Print the values instead of instantiating derivations."),
    PARSE(
            List.of("--parse", "--parse-only"),
            "Print the expressions as they are read, with what abbreviations stand for."),
    FIND_FILE(List.of("--find-file"), "Look the arguments up on the search path and print where they are."),
    EXPRESSION(List.of("-E", "--expr"), "Take the arguments as expressions, not as files."),
    ATTRIBUTE(
            List.of("-A", "--attr"), List.of("PATH"), "Select what is at this path in each value; may be given again."),
    STRICT(List.of("--strict"), "With --eval: evaluate values completely."),
    JSON(List.of("--json"), "With --eval: print JSON."),
    XML(List.of("--xml"), "With --eval: print XML."),
    RAW(List.of("--raw"), "With --eval: print strings as they are, without a line end."),
    NO_LOCATION(List.of("--no-location"), "With --xml: do not say where attributes and functions are defined."),
    ADD_ROOT(
            List.of("--add-root"),
            List.of("PATH"),
            "Make a symbolic link to the derivation's file in the physical store, and print its name; for further"
                    + " derivations, PATH-2 and so on."),
    INDIRECT(List.of("--indirect"), "Accepted; every root is a link that can be anywhere."),
    READ_WRITE(
            List.of("--read-write-mode"),
            "With --eval: write all that the expression puts into the store, not only what something reads."),
    DRY_RUN(List.of("--dry-run"), "Print the paths of derivations, but write none."),
    ARG(List.of("--arg"), List.of("NAME", "EXPR"), "Pass the value of an expression to top-level functions."),
    ARGSTR(List.of("--argstr"), List.of("NAME", "TEXT"), "Pass a string to top-level functions."),
    ARG_FROM_FILE(
            List.of("--arg-from-file"), List.of("NAME", "FILE"), "Pass the contents of a file to top-level functions."),
    ARG_FROM_STDIN(
            List.of("--arg-from-stdin"), List.of("NAME"), "Pass what standard input holds to top-level functions."),
    INCLUDE(
            List.of("-I", "--include"),
            List.of("PATH"),
            "Add name=path or path to what <name> is looked up in, before NIX_PATH."),
    OPTION(
            List.of("--option"),
            List.of("NAME", "VALUE"),
            "Change a setting. --NAME VALUE does too, --NAME and --no-NAME when it is true or false."),
    IMPURE(List.of("--impure"), "Undo --pure-eval."),
    QUIET(List.of("--quiet"), "Accepted."),
    VERBOSE(List.of("-v", "--verbose"), "Accepted."),
    VERSION(List.of("--version"), "Print the version of Nix whose answers are given, as that prints it."),
    HELP(List.of("--help"), "Show this help.");

    private final List<String> names;
    private final List<String> parameters;
    private final String description;

    InstantiateOption(List<String> names, String description) {
        this(names, List.of(), description);
    }

    InstantiateOption(List<String> names, List<String> parameters, String description) {
        this.names = names;
        this.parameters = parameters;
        this.description = description;
    }

    List<String> names() {
        return names;
    }

    List<String> parameters() {
        return parameters;
    }

    String description() {
        return description;
    }
}
