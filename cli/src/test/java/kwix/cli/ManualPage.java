package kwix.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The manual page, from the same declarations as help and the parsers. */
final class ManualPage {

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "HOME", "What ~/ in a path stands for.",
            "JAVA25_HOME", "The folder of the JDK to run on; otherwise JAVA_HOME and the usual places are looked at.",
            "KWIX_JAVA_OPTS", "Further options for the JVM, such as -Xmx2g.",
            "KWIX_JIT", "The folder of the parts that --jit needs; otherwise kwix/jit in XDG_DATA_HOME.",
            "KWIX_NO_CACHE", "When set to anything, every file is parsed, as with --no-cache.",
            "KWIX_STORE",
                    "The folder for the contents of store paths that are not in /nix/store; otherwise kwix/store in"
                            + " XDG_DATA_HOME.",
            "NIX_PATH", "Where <name> is looked up, after the folders of -I.",
            "NO_COLOR", "When set to anything, messages are not coloured unless --color asks for it.",
            "XDG_CACHE_HOME", "The folder for caches and for reports of internal errors; otherwise ~/.cache.",
            "XDG_DATA_HOME", "The folder for data; otherwise ~/.local/share.");

    private final StringBuilder out = new StringBuilder();

    private ManualPage() {}

    static String text() {
        var page = new ManualPage();
        page.write();
        return page.out.toString();
    }

    private void write() {
        line(".\\\" Made from the declarations of the commands and options by InstalledFilesTest.");
        line(".TH KWIX 1 \"\" \"Kwix\" \"Kwix\"");
        section("NAME");
        line("kwix \\- Kubernetes configuration as a program, in the language of Nix");
        section("SYNOPSIS");
        line(".B kwix");
        line("["
                + String.join(
                        "] [",
                        Stream.of(LaunchOption.values())
                                .map(option -> escaped(option.text()))
                                .toList())
                + "] COMMAND [OPTION\\&.\\|.\\|.] [ARGUMENT\\&.\\|.\\|.]");
        section("DESCRIPTION");
        paragraph("Kwix evaluates programs in the language of Nix, with a standard library and a module system, and"
                + " prints the values as YAML, JSON, XML or Nix text.");
        section("OPTIONS");
        line("These go before the command.");
        for (LaunchOption option : LaunchOption.values()) {
            item(option.text(), option.description());
        }
        section("COMMANDS");
        for (Command command : Command.values()) {
            command(command);
        }
        section("EXIT STATUS");
        CommandModel.EXIT_STATUS.forEach(this::item);
        section("ENVIRONMENT");
        ENVIRONMENT.keySet().stream().sorted().forEach(name -> item(name, ENVIRONMENT.getOrDefault(name, "")));
        section("FILES");
        item(
                "kwix.toml",
                "Makes its folder a project: modules, [environments.NAME] modules, kubernetes-version. It is"
                        + " looked for upward from the file that is evaluated, or from the working directory.");
        section("SEE ALSO");
        line(".BR nix-instantiate (1),");
        line(".BR kubectl (1)");
    }

    private void command(Command command) {
        line(".SS " + escaped("kwix " + command.text()));
        for (String form : ("kwix " + command.text() + " " + command.synopsis()).split("%n +or: +")) {
            line(".br");
            text(form.strip());
        }
        line(".PP");
        text(command.summary());
        command.description().forEach(this::paragraph);
        for (CommandOption option : command.options()) {
            String parameters = String.join(" ", option.parameters());
            item((String.join(", ", option.names()) + " " + parameters).strip(), option.description());
        }
        item("-h, --help", "Show help.");
        line(".PP");
        line(command.examples().size() == 1 ? "Example:" : "Examples:");
        examples(command.examples());
    }

    private void examples(List<String> examples) {
        line(".PP");
        line(".nf");
        line(".RS");
        examples.forEach(this::text);
        line(".RE");
        line(".fi");
    }

    private void section(String title) {
        line(".SH " + title);
    }

    private void paragraph(String text) {
        line(".PP");
        text(text);
    }

    private void item(String term, String text) {
        line(".TP");
        line(".B " + escaped(term));
        text(text);
    }

    private void text(String text) {
        line((text.startsWith(".") || text.startsWith("'") ? "\\&" : "") + escaped(text));
    }

    private void line(String line) {
        out.append(line).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("'", "\\(aq")
                .replace("~", "\\(ti")
                .replace("…", "\\&.\\|.\\|.")
                .replace("\"", "\\(dq");
    }
}
