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
    GRAPH(
            "[OPTION…] [FILE | DIR]…",
            "Show which Kubernetes resources need which.",
            List.of(
                    "The modules are those that kwix render takes. Each edge says what it is known from, and the"
                        + " field: a namespace, the definition of a kind, a name reference, a string context (a string"
                        + " that was made from the other resource), or a selector, which is the only one that says"
                        + " nothing about the order.",
                    "Resources that need each other in a circle are an error which shows the circle."),
            List.of(
                    "kwix graph --select Deployment/web",
                    "kwix graph --select ConfigMap/web --direction needed-by",
                    "kwix graph --format dot cluster.kx | dot -Tsvg > cluster.svg")),
    TEST(
            "[OPTION…] [FILE | DIR]…",
            "Compare what modules give with what is expected of them.",
            List.of(
                    "A case is a module, NAME.test.kx, with a file beside it: NAME.test.yaml holds the manifests that"
                        + " it must give, NAME.test.error lines that the message must have with which it must fail. A"
                        + " DIR is searched for cases, with all folders below it but hidden ones. Without any, the"
                        + " project around the working directory is.",
                    "The manifests are all that come out, or those that a first line `# only KIND/NAME…` names, in"
                            + " which * and ? stand for any characters.",
                    "A case is rendered as kwix render does it, and compared as kwix diff does. Files that say what is"
                            + " expected of a case that there is not are wrong, too.",
                    "The exit status is 0 when all is as expected, and 3 when it is not."),
            List.of("kwix test", "kwix test --filter ingress --accept", "kwix test --junit report.xml tests")),
    INIT(
            "[OPTION…] [DIR]",
            "Make a project that renders.",
            List.of("Writes kwix.toml, modules, two environments and tests into DIR, or the working directory. Nothing"
                    + " is written when one of the files is there already."),
            List.of("kwix init shop", "kwix init --template service .")),
    CRD(
            "import [OPTION…] FILE…",
            "Make types of custom resources from their definitions.",
            List.of(
                    "Reads CustomResourceDefinitions of apiextensions.k8s.io/v1 from files of YAML or JSON, with"
                        + " several documents or lists, and prints a module that makes their kinds known, so that no"
                        + " YAML is read when resources are checked. Other documents are left alone.",
                    "Rules in CEL (x-kubernetes-validations) stay in the schemas, but are not evaluated."),
            List.of(
                    "kwix crd import crds.yaml -o types.kx",
                    "kubectl get crds -o yaml > crds.yaml && kwix crd import crds.yaml")),
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
    FMT(
            "[OPTION…] [FILE | DIR | -]…",
            "Format sources in the standard format of Nix.",
            List.of(
                    "Files are replaced in one step; what is formatted already is not touched. - is standard input, and"
                            + " the result goes to standard output. Without any, the working directory is formatted.",
                    "In a DIR all files that end in .kx or .nix are formatted, and those in its folders. Left out are"
                            + " symbolic links, hidden files and folders, what a .gitignore names, and what"
                            + " format.exclude in kwix.toml names.",
                    "A file that cannot be read as the language is reported and left as it is. With --check and --diff"
                            + " nothing is written, and the exit status is 3 when something is not formatted."),
            List.of(
                    "kwix fmt",
                    "kwix fmt --check --diff .",
                    "kwix fmt --range 10:20 deployment.kx",
                    "kwix fmt - < deployment.kx")),
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
            "[CODE]%n  or:  kwix explain [OPTION…] [FILE | DIR]… PATH",
            "Explain an error code, or where the value of an option or of a resource's field comes from.",
            List.of(
                    "CODE is what an error shows in brackets. Without it, all codes are listed.",
                    "PATH is an option's, such as services.cloud-run.scaling.min, or that of a resource or of one of"
                        + " its fields, such as Deployment/web.spec.replicas, or Deployment/shop/web.spec.replicas"
                        + " where several namespaces have one. Elements of lists go by their names or numbers; names"
                        + " with dots or slashes go into quotes. The files are those of kwix render.",
                    "Shown are the value, and all definitions that took part: where each stands, its priority, whether"
                            + " it won, and which options it was made of."),
            List.of(
                    "kwix explain KX0106",
                    "kwix explain services.cloud-run.scaling.min",
                    "kwix explain cluster.kx Deployment/web.spec.template.spec.containers.web.image")),
    WHY(
            "[OPTION…] [FILE | DIR]… PATH",
            "Tell what turned a service on, or made a resource.",
            List.of(
                    "PATH is that of a service or option, such as services.prometheus, or a resource's, such as"
                            + " Deployment/web. The files are those of kwix render.",
                    "Each definition is followed by the options that led to it, and these by what led to them. An"
                            + " option that was told before is not told again."),
            List.of("kwix why services.prometheus", "kwix why cluster.kx HorizontalPodAutoscaler/web")),
    OPTIONS(
            "[OPTION…] [FILE | DIR]…",
            "Print the reference documentation of options.",
            List.of(
                    "Of the files and projects given, the options that they declare; without any, those of"
                            + " <kwix/kubernetes> with its services. Options that are internal are left out, and so are"
                            + " the fields of Kubernetes' own resources, which `kwix explain` shows one by one.",
                    "The schema says of JSON or YAML whether modules would take it as their configuration; editors"
                            + " complete and check by it."),
            List.of("kwix options web.kx", "kwix options --format html > options.html")),
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
            case GRAPH ->
                evaluating(
                        GraphOption.values(),
                        RenderOption.NAMESPACE,
                        EvalOption.ENVIRONMENT,
                        EvalOption.ARG,
                        EvalOption.ARGSTR);
            case DIFF -> evaluating(DiffOption.values(), EvalOption.ENVIRONMENT, EvalOption.ARG, EvalOption.ARGSTR);
            case EXPLAIN ->
                evaluating(ExplainOption.values(), EvalOption.ENVIRONMENT, EvalOption.ARG, EvalOption.ARGSTR);
            case WHY ->
                evaluating(
                        new CommandOption[] {ExplainOption.NAMESPACE},
                        EvalOption.ENVIRONMENT,
                        EvalOption.ARG,
                        EvalOption.ARGSTR);
            case OPTIONS ->
                evaluating(OptionsOption.values(), EvalOption.ENVIRONMENT, EvalOption.ARG, EvalOption.ARGSTR);
            case TEST -> evaluating(TestOption.values(), EvalOption.ARG, EvalOption.ARGSTR);
            case INIT -> List.of(InitOption.values());
            case CRD -> List.of(EvalOption.OUTPUT, EvalOption.TIMEOUT, EvalOption.SHOW_TRACE, EvalOption.COLOR);
            case FMT -> {
                var options = new ArrayList<CommandOption>(List.of(FmtOption.values()));
                options.add(EvalOption.COLOR);
                yield options;
            }
            case PARSE -> List.of(EvalOption.COLOR);
            case LSP -> List.of(LspOption.values());
            case NIX_INSTANTIATE, COMPLETION, VERSION, HELP -> List.of();
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
            case EVAL, RENDER, GRAPH, TEST, INIT, FMT, LSP, NIX_INSTANTIATE, EXPLAIN, OPTIONS, VERSION, HELP -> 0;
            case DIFF, CRD, WHY, PARSE, COMPLETION -> 1;
        };
    }

    /** How many arguments beside options it takes. */
    int mostArguments() {
        return switch (this) {
            case EVAL, RENDER, GRAPH, TEST, CRD, FMT, EXPLAIN, WHY, OPTIONS, NIX_INSTANTIATE -> Integer.MAX_VALUE;
            case DIFF -> 2;
            case INIT, PARSE, COMPLETION, HELP -> 1;
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
