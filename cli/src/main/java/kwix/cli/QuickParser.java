package kwix.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes well-formed arguments of {@code kwix eval} apart without picocli, which would cost more than a small evaluation. Whatever is not
 * plain and correct is left to picocli, for it gives the better messages.
 */
final class QuickParser {

    private final Map<String, EvalOption> names = new HashMap<>();
    private final Map<CommandOption, List<String>> options = new HashMap<>();
    private final List<String> files = new ArrayList<>();

    private QuickParser() {
        for (EvalOption option : EvalOption.values()) {
            for (String name : option.names()) {
                names.put(name, option);
            }
        }
    }

    /** Null when picocli must look. */
    static @Nullable ParsedArguments parse(List<String> arguments) {
        var parser = new QuickParser();
        return parser.take(arguments) ? new ParsedArguments(parser.options, parser.files) : null;
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
            EvalOption option = names.get(argument);
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
            values.addAll(arguments.subList(i + 1, i + 1 + wanted));
            i += wanted;
        }
        return true;
    }
}
