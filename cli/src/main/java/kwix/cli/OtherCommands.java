package kwix.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import kwix.grammar.source.SourceText;
import kwix.language.error.Explanation;
import kwix.language.module.LibraryFolders;
import kwix.language.value.ByteBuilder;
import kwix.language.value.Suggestions;
import kwix.lsp.LspProgram;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The commands that evaluate nothing. */
final class OtherCommands {

    private static final Pattern CODE = Pattern.compile("(?i)kx[0-9]*");

    private OtherCommands() {}

    static int version(Invocation invocation) {
        return print("kwix " + Version.text() + "\n", invocation);
    }

    static int languageServer(Invocation invocation) {
        List<Path> library = LibraryFolders.of(System.getProperty("kwix.stdlib", "")).paths().reversed().stream()
                .map(Path::of)
                .toList();
        return LspProgram.serve(invocation.in(), invocation.out(), library, Version.text());
    }

    static int help(List<String> names, Invocation invocation) {
        if (names.isEmpty()) {
            return help((Command) null, invocation);
        }
        Command command = Command.of(names.getFirst());
        if (command == null) {
            throw unknown("there is no command `" + names.getFirst() + "`", names.getFirst(), Command.texts());
        }
        return help(command, invocation);
    }

    /** @param command null for the usage of the whole */
    static int help(@Nullable Command command, Invocation invocation) {
        CommandLine line = CommandModel.build();
        CommandLine shown = command == null
                ? line
                : Objects.requireNonNull(line.getSubcommands().get(command.text()));
        boolean colours = Colour.AUTO.applies(invocation.outTerminal(), invocation.environment());
        return print(shown.getUsageMessage(colours ? Ansi.ON : Ansi.OFF), invocation);
    }

    /** A script for a shell; picocli writes one that both understand. */
    static int completion(String shell, Invocation invocation) {
        var shells = List.of("bash", "zsh");
        if (!shells.contains(shell)) {
            throw unknown("there is no completion for `" + shell + "`, only for bash and zsh", shell, shells);
        }
        return print(AutoComplete.bash("kwix", CommandModel.build()), invocation);
    }

    /** Whether {@code kwix explain} is asked for codes of errors: paths do not begin as these do, so a mistyped code is one too. */
    static boolean isAboutErrors(ParsedArguments parsed) {
        List<String> codes = parsed.files();
        if (!codes.stream().allMatch(word -> CODE.matcher(word).matches())
                || !parsed.options().isEmpty()) {
            return false;
        }
        if (codes.size() > 1) {
            throw new UsageException(
                    "`" + codes.get(1) + "` is one argument too many", "`kwix explain --help` shows how it is used");
        }
        return true;
    }

    static int explain(List<String> codes, Invocation invocation) {
        List<Explanation> all = Explanation.all();
        if (codes.isEmpty()) {
            var text = new StringBuilder();
            all.forEach(explanation -> text.append(explanation.id())
                    .append("  ")
                    .append(explanation.title())
                    .append('\n'));
            return print(text.toString(), invocation);
        }
        String code = codes.getFirst();
        Explanation explanation = Explanation.of(code);
        if (explanation == null) {
            List<String> ids = all.stream().map(Explanation::id).toList();
            throw unknown("there is no error code `" + code + "`", code.toUpperCase(Locale.ROOT), ids);
        }
        return print(explanation.toString(), invocation);
    }

    private static UsageException unknown(String message, String name, List<String> known) {
        List<String> near = Suggestions.near(name, known);
        return new UsageException(
                message, near.isEmpty() ? null : "did you mean `" + String.join("` or `", near) + "`?");
    }

    private static int print(String text, Invocation invocation) {
        Output.write(ByteBuilder.of(SourceText.encode(text)), null, invocation);
        return ExitStatus.SUCCESS;
    }
}
