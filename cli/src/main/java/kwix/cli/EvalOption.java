package kwix.cli;

import java.util.List;

/**
 * The options of {@code kwix eval}, which other commands share as far as they evaluate too.
 */
enum EvalOption implements CommandOption {
    EXPRESSION(List.of("-E", "--expr"), List.of("EXPR"), false, "Evaluate this expression instead of a file."),
    ATTRIBUTE(
            List.of("-A", "--attr"),
            List.of("PATH"),
            false,
            "Select the value at this path, such as services.\"a.b\".0; functions on the way are called."),
    ARG(List.of("--arg"), List.of("NAME", "EXPR"), true, "Pass the value of an expression to a top-level function."),
    ARGSTR(List.of("--argstr"), List.of("NAME", "TEXT"), true, "Pass a string to a top-level function."),
    ARG_FROM_FILE(
            List.of("--arg-from-file"),
            List.of("NAME", "FILE"),
            true,
            "Pass the contents of a file as a string to a top-level function."),
    ARG_FROM_STDIN(
            List.of("--arg-from-stdin"),
            List.of("NAME"),
            false,
            "Pass what standard input holds as a string to a top-level function."),
    APPLY(List.of("--apply"), List.of("EXPR"), false, "Apply this function to the value before printing it."),
    FORMAT(
            List.of("--format"),
            List.of("FORMAT"),
            false,
            "Print as yaml (the default), json, nix, xml or raw (a string as it is)."),
    YAML(List.of("--yaml"), "Short for --format yaml."),
    JSON(List.of("--json"), "Short for --format json."),
    NIX(List.of("--nix"), "Short for --format nix: as nix-instantiate --eval prints."),
    XML(List.of("--xml"), "Short for --format xml."),
    RAW(List.of("--raw"), "Short for --format raw."),
    STRICT(List.of("--strict"), "With --nix: evaluate the value completely, as the other formats always do."),
    NO_LOCATION(List.of("--no-location"), "With --xml: do not say where attributes and functions are defined."),
    STREAM(List.of("--stream"), "Print a list of resources as a stream of YAML documents."),
    PLAINTEXT_SECRETS(List.of("--plaintext-secrets"), "Print secrets as they are, and not as <secret>."),
    OUTPUT(
            List.of("-o", "--output"),
            List.of("FILE"),
            false,
            "Write the result to a file, which is replaced in one step when all has succeeded."),
    MODULE(List.of("--module"), "Evaluate the files as modules and print their config."),
    ENVIRONMENT(List.of("--env"), List.of("NAME"), false, "Add the modules of this environment of the project."),
    INCLUDE(
            List.of("-I", "--include"),
            List.of("PATH"),
            true,
            "Add name=path or path to what <name> is looked up in, before NIX_PATH."),
    PURE(
            List.of("--pure", "--pure-eval"),
            "Read only the project and the standard library: no environment, system or time."),
    IMPURE(List.of("--impure"), "See the whole machine, which is the default."),
    RESTRICT(List.of("--restrict"), List.of("DIR"), true, "Read files only inside this folder; may be given again."),
    RESTRICT_EVAL(
            List.of("--restrict-eval"),
            "Read files only below what -I and NIX_PATH name, and see no environment variables."),
    SYSTEM(
            List.of("--system", "--eval-system"),
            List.of("SYSTEM"),
            false,
            "What builtins.currentSystem gives, such as aarch64-linux."),
    TIMEOUT(List.of("--timeout"), List.of("SECONDS"), false, "Give up after this time."),
    MAX_CALL_DEPTH(
            List.of("--max-call-depth"),
            List.of("N"),
            false,
            "Let calls nest this deep; 200000 unless told otherwise."),
    MAX_MEMORY(
            List.of("--max-memory"),
            List.of("SIZE"),
            false,
            "Give up when values take more memory than this, such as 512M or 2G."),
    SHOW_TRACE(List.of("--show-trace"), "Show the whole trace of an error."),
    NO_SHOW_TRACE(List.of("--no-show-trace"), "Show the part of the trace that helps most, which is the default."),
    TRACE_VERBOSE(List.of("--trace-verbose"), "Show what builtins.traceVerbose has to say."),
    ABORT_ON_WARN(List.of("--abort-on-warn"), "Fail at the first warning of builtins.warn."),
    LINT_URL(
            List.of("--lint-url-literals"),
            List.of("LEVEL"),
            false,
            "What URLs without quotes get: ignore (the default), warn or fatal."),
    LINT_SHORT_PATH(
            List.of("--lint-short-path-literals"),
            List.of("LEVEL"),
            false,
            "The same for relative paths without ./ or ../ before them."),
    LINT_ABSOLUTE_PATH(
            List.of("--lint-absolute-path-literals"),
            List.of("LEVEL"),
            false,
            "The same for paths that begin with / or ~/."),
    OPTION(
            List.of("--option"),
            List.of("NAME", "VALUE"),
            true,
            "Change a setting by its name in Nix: abort-on-warn, max-call-depth, nix-path, pure-eval and others; those"
                    + " of builds and downloads change nothing here."),
    FEATURES(
            List.of("--extra-experimental-features", "--experimental-features"),
            List.of("FEATURES"),
            true,
            "Accepted for scripts that are written for Nix; what Kwix has of these features is always on."),
    COLOR(List.of("--color"), List.of("WHEN"), false, "Colour messages: auto (the default), always or never.");

    private final List<String> names;
    private final List<String> parameters;
    private final boolean repeatable;
    private final String description;

    EvalOption(List<String> names, String description) {
        this(names, List.of(), true, description);
    }

    EvalOption(List<String> names, List<String> parameters, boolean repeatable, String description) {
        this.names = names;
        this.parameters = parameters;
        this.repeatable = repeatable;
        this.description = description;
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public List<String> parameters() {
        return parameters;
    }

    @Override
    public boolean repeatable() {
        return repeatable;
    }

    @Override
    public String description() {
        return description;
    }
}
