package kwix.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import kwix.language.value.Suggestions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Takes any arguments apart, with picocli. */
final class FullParser {

    /**
     * @param command null when only the version is wanted, or the usage of the whole
     * @param help whether its usage is wanted
     */
    record Parsed(@Nullable Command command, boolean help, boolean version, ParsedArguments arguments) {}

    private FullParser() {}

    static Parsed parse(List<String> arguments) {
        CommandLine line = CommandModel.build();
        try {
            ParseResult root = line.parseArgs(arguments.toArray(String[]::new));
            ParseResult last = root.hasSubcommand() ? root.subcommand() : root;
            Command command =
                    last == root ? null : Command.of(last.commandSpec().name());
            return new Parsed(
                    command,
                    last.isUsageHelpRequested() || root.isUsageHelpRequested(),
                    root.isVersionHelpRequested(),
                    arguments(command, last));
        } catch (RuntimeException failure) {
            // A clause for one of picocli's exceptions would make the JVM load that from its jar at every start, for
            // this
            // class is in the ahead-of-time cache and is checked, and those are too old to be in it.
            throw refusal(failure);
        }
    }

    private static RuntimeException refusal(RuntimeException failure) {
        if (failure instanceof UnmatchedArgumentException unknown) {
            return unknown(unknown);
        }
        if (failure instanceof MissingParameterException missing) {
            return new UsageException(missing(missing.getMissing().getFirst()), see(missing.getCommandLine()));
        }
        if (failure instanceof ParameterException wrong) {
            String message = String.valueOf(wrong.getMessage());
            return new UsageException(
                    message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1),
                    see(wrong.getCommandLine()));
        }
        return failure;
    }

    private static ParsedArguments arguments(@Nullable Command command, ParseResult result) {
        Map<CommandOption, List<String>> options = new HashMap<>();
        for (CommandOption option : command == null ? List.<CommandOption>of() : command.options()) {
            OptionSpec matched = result.matchedOption(option.names().getFirst());
            if (matched != null) {
                options.put(option, values(option, matched));
            }
        }
        // There is one positional parameter, listed once for each group of its values.
        List<PositionalParamSpec> positionals = result.matchedPositionals();
        return new ParsedArguments(
                options,
                positionals.isEmpty() ? List.of() : positionals.getFirst().originalStringValues());
    }

    private static List<String> values(CommandOption option, OptionSpec matched) {
        if (option.parameters().isEmpty()) {
            return List.of();
        }
        List<String> values = matched.originalStringValues();
        if (!option.repeatable() && values.size() > option.parameters().size()) {
            throw new UsageException("`" + String.join("` or `", option.names()) + "` can be given only once", null);
        }
        return values;
    }

    private static String missing(ArgSpec missing) {
        return missing instanceof OptionSpec option
                ? "`" + String.join("` or `", option.names()) + "` must be followed by " + option.paramLabel()
                : missing.paramLabel() + " is missing";
    }

    private static UsageException unknown(UnmatchedArgumentException unknown) {
        CommandLine line = unknown.getCommandLine();
        String argument = Objects.requireNonNull(unknown.getUnmatched().getFirst());
        if (argument.startsWith("-")) {
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (LaunchOption.of(name) != null) {
                return new UsageException(
                        "`" + name + "` is no option of this command",
                        "it goes before the command: kwix " + name + " …");
            }
            var known = new ArrayList<String>();
            line.getCommandSpec().options().forEach(option -> known.addAll(List.of(option.names())));
            return new UsageException("there is no option `" + name + "`", hint(Suggestions.near(name, known), line));
        }
        if (line.getParent() == null) {
            return new UsageException(
                    "there is no command `" + argument + "`", hint(Suggestions.near(argument, Command.texts()), line));
        }
        return new UsageException("`" + argument + "` is one argument too many", see(line));
    }

    private static String hint(List<String> near, CommandLine line) {
        return near.isEmpty() ? see(line) : "did you mean `" + String.join("` or `", near) + "`?";
    }

    private static String see(CommandLine line) {
        return "`" + line.getCommandSpec().qualifiedName(" ") + " --help` shows how it is used";
    }
}
