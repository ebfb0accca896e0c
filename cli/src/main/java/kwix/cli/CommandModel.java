package kwix.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** picocli's model of the whole command line: for help, completion, the manual page, and arguments that are not plain and correct. */
final class CommandModel {

    private static final Set<CommandOption> FILES =
            Set.of(EvalOption.OUTPUT, EvalOption.RESTRICT, RenderOption.OUTPUT, TestOption.JUNIT);

    static final Map<String, String> EXIT_STATUS = exitStatus();

    private CommandModel() {}

    static CommandLine build() {
        CommandSpec root = CommandSpec.create().name("kwix");
        describe(
                root,
                "[--jit] [--timings] [--no-cache] [COMMAND] [OPTION…]",
                "Kubernetes configuration as a program, in the language of Nix.",
                List.of(),
                List.of("kwix eval -E '1 + 2'", "kwix help eval"));
        root.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .type(boolean.class)
                .description("Print the version of Kwix.")
                .build());
        for (LaunchOption option : LaunchOption.values()) {
            root.addOption(OptionSpec.builder(option.text())
                    .type(boolean.class)
                    .description(option.description())
                    .build());
        }
        for (Command command : Command.values()) {
            root.addSubcommand(command.text(), new CommandLine(command(command)));
        }
        var line = new CommandLine(root);
        // What follows an option that takes something is that, whatever it looks like.
        line.setAllowOptionsAsOptionParameters(true);
        line.setAllowSubcommandsAsOptionParameters(true);
        line.setExpandAtFiles(false);
        // A flag that is given twice does no harm; for the other options, the parser looks itself.
        line.setOverwrittenOptionsAllowed(true);
        return line;
    }

    private static CommandSpec command(Command command) {
        CommandSpec spec = CommandSpec.create().name(command.text());
        describe(spec, command.synopsis(), command.summary(), command.description(), command.examples());
        command.options().forEach(option -> spec.addOption(option(option)));
        switch (command) {
            case EVAL ->
                spec.addPositional(positional(
                        "FILE", "0..*", Path.class, "The file or folder to evaluate, or - for standard input."));
            case RENDER, GRAPH, OPTIONS ->
                spec.addPositional(positional("FILE", "0..*", Path.class, "A module, or the folder of a project."));
            case DIFF ->
                spec.addPositional(positional(
                        "FROM TO",
                        "1..*",
                        Path.class,
                        "A module, the folder of a project, a file or folder of manifests, or - for standard input."));
            case TEST -> spec.addPositional(positional("FILE", "0..*", Path.class, "A case, or a folder with cases."));
            case CRD ->
                spec.addPositional(positional(
                        "import FILE", "1..*", Path.class, "The word import, and the files with definitions."));
            case INIT -> spec.addPositional(positional("DIR", "0..1", Path.class, "The folder of the project."));
            case FMT ->
                spec.addPositional(
                        positional("FILE", "0..*", Path.class, "A file or folder to format, or - for standard input."));
            case NIX_INSTANTIATE -> {
                for (InstantiateOption option : InstantiateOption.values()) {
                    if (option != InstantiateOption.HELP) {
                        spec.addOption(option(option));
                    }
                }
                spec.addPositional(positional(
                        "FILE",
                        "0..*",
                        Path.class,
                        "The files to read, or - for standard input; with -E, expressions."));
            }
            case PARSE ->
                spec.addPositional(positional("FILE", "1", Path.class, "The file to read, or - for standard input."));
            case EXPLAIN ->
                spec.addPositional(positional(
                        "PATH",
                        "0..*",
                        Path.class,
                        "What to explain: an error code, or an option or resource, after the modules or folders of"
                                + " projects that it is in."));
            case WHY ->
                spec.addPositional(positional(
                        "PATH",
                        "1..*",
                        Path.class,
                        "A service, option or resource, after the modules or folders of projects that it is in."));
            case COMPLETION -> spec.addPositional(positional("SHELL", "1", String.class, "bash or zsh."));
            case HELP -> spec.addPositional(positional("COMMAND", "0..1", String.class, "The command to show."));
            case LSP, VERSION -> {}
        }
        return spec;
    }

    private static void describe(
            CommandSpec spec, String synopsis, String summary, List<String> description, List<String> examples) {
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .type(boolean.class)
                .description("Show this help.")
                .build());
        UsageMessageSpec usage = spec.usageMessage();
        String name = spec.name().equals("kwix") ? "kwix" : "kwix " + spec.name();
        usage.customSynopsis((name + " " + synopsis).strip().split("%n"));
        usage.header(summary);
        usage.description(spaced(description));
        usage.sortOptions(false);
        usage.commandListHeading("%nCommands:%n");
        usage.parameterListHeading("%nArguments:%n");
        usage.optionListHeading("%nOptions:%n");
        usage.exitCodeListHeading("%nExit status:%n");
        usage.exitCodeList(EXIT_STATUS);
        usage.footerHeading(examples.size() == 1 ? "%nExample:%n" : "%nExamples:%n");
        usage.footer(examples.stream()
                .map(example -> "  " + example.replace("%", "%%"))
                .toArray(String[]::new));
    }

    private static String[] spaced(List<String> paragraphs) {
        var lines = new ArrayList<String>();
        for (String paragraph : paragraphs) {
            lines.add("");
            lines.add(paragraph);
        }
        return lines.toArray(String[]::new);
    }

    /** For help, completion and the manual only: {@link InstantiateParser} reads the arguments. */
    private static OptionSpec option(InstantiateOption option) {
        OptionSpec.Builder spec = option(option.names(), option.parameters(), option.description());
        if (!option.parameters().isEmpty()) {
            boolean file = option == InstantiateOption.ADD_ROOT;
            spec.type(List.class).auxiliaryTypes(file ? Path.class : String.class);
        }
        return spec.build();
    }

    private static OptionSpec.Builder option(List<String> names, List<String> parameters, String description) {
        OptionSpec.Builder spec =
                OptionSpec.builder(names.toArray(String[]::new)).description(description);
        return parameters.isEmpty()
                ? spec.type(boolean.class).arity("0")
                : spec.arity(String.valueOf(parameters.size()))
                        .paramLabel(String.join(" ", parameters))
                        .hideParamSyntax(true);
    }

    private static OptionSpec option(CommandOption option) {
        List<String> parameters = option.parameters();
        OptionSpec.Builder spec = option(option.names(), parameters, option.description());
        if (parameters.isEmpty()) {
            return spec.build();
        }
        Class<?> type = FILES.contains(option) ? Path.class : String.class;
        if (option.repeatable() || parameters.size() > 1) {
            spec.type(List.class).auxiliaryTypes(type);
        } else {
            spec.type(type);
        }
        List<String> candidates = candidates(option);
        if (!candidates.isEmpty()) {
            spec.completionCandidates(candidates);
        }
        return spec.build();
    }

    /** The words that an option can be given; none when there is no end of them. */
    private static List<String> candidates(CommandOption option) {
        return switch (option) {
            case EvalOption.FORMAT -> OutputFormat.texts();
            case RenderOption.FORMAT -> RenderRequest.FORMATS;
            case GraphOption.FORMAT -> GraphRequest.Format.texts();
            case GraphOption.DIRECTION -> GraphRequest.DIRECTIONS;
            case DiffOption.FORMAT -> DiffRequest.FORMATS;
            case InitOption.TEMPLATE -> ProjectTemplate.texts();
            case EvalOption.COLOR -> Colour.texts();
            case EvalOption.LINT_URL, EvalOption.LINT_SHORT_PATH, EvalOption.LINT_ABSOLUTE_PATH ->
                SettingsReader.levels();
            default -> List.of();
        };
    }

    private static PositionalParamSpec positional(String label, String arity, Class<?> type, String description) {
        return PositionalParamSpec.builder()
                .paramLabel(label)
                .arity(arity)
                .required(!arity.startsWith("0"))
                .type(List.class)
                .auxiliaryTypes(type)
                .hideParamSyntax(true)
                .description(description)
                .build();
    }

    private static Map<String, String> exitStatus() {
        var status = new LinkedHashMap<String, String>();
        status.put(String.valueOf(ExitStatus.SUCCESS), "Success.");
        status.put(String.valueOf(ExitStatus.FAILED), "The evaluation failed, or a file could not be read or written.");
        status.put(String.valueOf(ExitStatus.USAGE), "The command line is wrong.");
        status.put(String.valueOf(ExitStatus.FINDINGS), "A command that looks for differences or problems found some.");
        status.put(
                String.valueOf(ExitStatus.INTERNAL),
                "A fault in Kwix itself; the message names the file with the report.");
        return status;
    }
}
