package kwix.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes well-formed arguments apart without picocli, which would cost more than a small evaluation: its classes are too old for the
 * ahead-of-time cache. Whatever is not plain and correct is left to picocli, for it gives the better messages.
 */
final class QuickParser {

    private final Map<String, CommandOption> names = new HashMap<>();
    private final Map<CommandOption, List<String>> options = new HashMap<>();
    private final List<String> files = new ArrayList<>();

    private QuickParser(Command command) {
        for (CommandOption option : command.options()) {
            for (String name : option.names()) {
                names.put(name, option);
            }
        }
    }

    /** Null when picocli must look. */
    static @Nullable ParsedArguments parse(Command command, List<String> arguments) {
        var parser = new QuickParser(command);
        return parser.take(arguments)
                        && parser.files.size() >= command.fewestArguments()
                        && parser.files.size() <= command.mostArguments()
                ? new ParsedArguments(parser.options, parser.files)
                : null;
    }

    private boolean take(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--")) {
                files.addAll(arguments.subList(i + 1, arguments.size()));
                return true;
            }
            if (!argument.startsWith("-") || argument.equals("-")) {
                files.add(argument);
                continue;
            }
            CommandOption option = names.get(argument);
            String attached = null;
            if (option == null) {
                int end = argument.startsWith("--") ? argument.indexOf('=') : 2;
                if (end < 0) {
                    return false;
                }
                option = names.get(argument.substring(0, end));
                attached = argument.substring(end + (argument.startsWith("=", end) ? 1 : 0));
                if (option == null || option.parameters().isEmpty() || attached.isEmpty()) {
                    return false;
                }
            }
            if (options.containsKey(option) && !option.repeatable()) {
                return false;
            }
            List<String> values = options.computeIfAbsent(option, ignored -> new ArrayList<>());
            int wanted = option.parameters().size();
            if (attached != null) {
                values.add(attached);
                wanted--;
            }
            if (i + wanted >= arguments.size()) {
                return false;
            }
            List<String> given = arguments.subList(i + 1, i + 1 + wanted);
            if (given.contains("--")) {
                return false;
            }
            values.addAll(given);
            i += wanted;
        }
        return true;
    }
}
