package kwix.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The commands: what help, completion and the manual say about each. */
enum Command {
    EVAL(
            "[OPTION…] [FILE | -]%n  or:  kwix eval [OPTION…] -E EXPR%n  or:  kwix eval [OPTION…] --module FILE…",
            "Evaluate a file, an expression or modules, and print the value.",
            List.of(
                    "A FILE is a file or a folder with default.kx or default.nix; - is standard input. With YAML,"
                        + " JSON, XML and raw output a function { a, b ? 1, lib, ... }: is called with the values of"
                        + " --arg and --argstr, its defaults, and lib, the standard library. With --nix it is called"
                        + " only when --arg or --argstr is given.",
                    "Without FILE the modules of the project are evaluated: those that the nearest kwix.toml upward"
                            + " names.",
                    "Nothing is printed or written unless the whole evaluation succeeds."),
            List.of(
                    "kwix eval -E '{ replicas = 1 + 2; }'",
                    "kwix eval --json -A metadata.name deployment.kx",
                    "kwix eval --stream examples/coredns/default.kx",
                    "kwix eval --module --env prod base.kx")),
    RENDER(
            "[OPTION…] [FILE | DIR]…",
            "Print the Kubernetes resources of modules, in the order in which they can be applied.",
            List.of(
                    "The files are modules; a DIR is its default.kx or, where there is none, the project that it is."
                            + " Without any, the modules of the project are rendered: those that the nearest kwix.toml"
                            + " upward names. <kwix/kubernetes> is always among the modules.",
                    "All assertions are checked first. Nothing is printed or written when one fails, or when anything"
                            + " else is wrong.",
                    "A folder that is written into has to be empty, or to hold nothing but what kwix render has"
                            + " written there: its file .kwix-render.json says so. It is replaced in one step."),
            List.of(
                    "kwix render --env production",
                    "kwix render --select 'Deployment/*' cluster.kx | kubectl diff -f -",
                    "kwix render --output manifests --kubernetes-version 1.34,1.36")),
    DIFF(
            "[OPTION…] FROM TO",
            "Compare Kubernetes resources, field by field.",
            List.of(
                    "FROM and TO are each a module or project, which is rendered, or manifests: a file or a folder with"
                            + " files of YAML or JSON, or - for standard input. Lists are matched by the names of their"
                            + " elements where these have any. How a value is written makes no difference, nor does the"
                            + " order of fields. Values of Secrets are shown as hashes.",
                    "The exit status is 0 when there is no difference, and 3 when there is one."),
            List.of(
                    "kwix diff manifests cluster.kx",
                    "kubectl get deployments,services -A -o yaml | kwix diff - .",
                    "kwix diff --format json old.yaml new.yaml")),
    NIX_INSTANTIATE(
            "[OPTION…] [FILE… | -]%n  or:  kwix nix-instantiate [OPTION…] -E EXPR…",
            "Do what nix-instantiate of Nix does: for scripts that call it.",
            List.of(
                    "Takes the options of that program, prints what it prints, and ends as it ends: expressions are"
                        + " evaluated with --eval, printed as they are read with --parse, and else their derivations"
                        + " are written to the physical store and named. Calls may nest 10000 deep. Messages are"
                        + " Kwix's own.",
                    "Called by a symbolic link of the name nix-instantiate, Kwix is this command.",
                    "Without arguments ./default.nix is read. Settings of builds and downloads are accepted and"
                            + " change nothing."),
            List.of(
                    "kwix nix-instantiate --eval --strict --json -A name release.nix",
                    "ln -s \"$(command -v kwix)\" ~/bin/nix-instantiate")),
    PARSE(
            "[OPTION…] FILE | -",
            "Print the syntax tree of a file.",
            List.of("For those who work on Kwix, or wonder how it reads a text. The tree of a broken text is printed"
                    + " too, its problems after it, and the exit status is then 1."),
            List.of("kwix parse deployment.kx")),
    LSP(
            "[--stdio]",
            "Run the language server, for editors.",
            List.of("Speaks the Language Server Protocol on standard input and output, and ends when the editor ends."
                    + " Editors start it; nothing has to be set up."),
            List.of("kwix lsp")),
    EXPLAIN(
            "[CODE]",
            "Explain an error code.",
            List.of("CODE is what an error shows in brackets. Without it, all codes are listed."),
            List.of("kwix explain KX0106")),
    COMPLETION(
            "bash | zsh",
            "Print a script that completes kwix commands in a shell.",
            List.of("The shell has to read it: from its start-up file, or once as below."),
            List.of("source <(kwix completion bash)")),
    VERSION("", "Print the version of Kwix.", List.of(), List.of("kwix version")),
    HELP("[COMMAND]", "Show how a command is used.", List.of(), List.of("kwix help eval"));

    private final String synopsis;
    private final String summary;
    private final List<String> description;
    private final List<String> examples;

    Command(String synopsis, String summary, List<String> description, List<String> examples) {
        this.synopsis = synopsis;
        this.summary = summary;
        this.description = description;
        this.examples = examples;
    }

    /** As it is typed. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What follows the command's name; {@code %n} begins a further form. */
    String synopsis() {
        return synopsis;
    }

    String summary() {
        return summary;
    }

    List<String> description() {
        return description;
    }

    List<String> examples() {
        return examples;
    }

    /** What can be given to it, in the order of its help; those of {@code nix-instantiate} are declared for themselves. */
    List<CommandOption> options() {
        return switch (this) {
            case EVAL -> List.of(EvalOption.values());
            case RENDER -> evaluating(RenderOption.values(), EvalOption.ENVIRONMENT, EvalOption.ARG, EvalOption.ARGSTR);
            case DIFF -> evaluating(DiffOption.values(), EvalOption.ENVIRONMENT, EvalOption.ARG, EvalOption.ARGSTR);
            case PARSE -> List.of(EvalOption.COLOR);
            case LSP -> List.of(LspOption.values());
            case NIX_INSTANTIATE, EXPLAIN, COMPLETION, VERSION, HELP -> List.of();
        };
    }

    private static List<CommandOption> evaluating(CommandOption[] own, CommandOption... shared) {
        var options = new ArrayList<CommandOption>(List.of(own));
        options.addAll(List.of(shared));
        options.addAll(Conditions.OPTIONS);
        return options;
    }

    int fewestArguments() {
        return switch (this) {
            case EVAL, RENDER, NIX_INSTANTIATE, LSP, EXPLAIN, VERSION, HELP -> 0;
            case DIFF, PARSE, COMPLETION -> 1;
        };
    }

    /** How many arguments beside options it takes. */
    int mostArguments() {
        return switch (this) {
            case EVAL, RENDER, NIX_INSTANTIATE -> Integer.MAX_VALUE;
            case DIFF -> 2;
            case PARSE, EXPLAIN, COMPLETION, HELP -> 1;
            case LSP, VERSION -> 0;
        };
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(Command::text).toList();
    }

    static @Nullable Command of(String text) {
        for (Command command : values()) {
            if (command.text().equals(text)) {
                return command;
            }
        }
        return null;
    }
}
