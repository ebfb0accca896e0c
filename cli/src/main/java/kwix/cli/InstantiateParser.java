package kwix.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes arguments apart as the reference's {@code nix-instantiate} does: options stand anywhere, the last of several wins, letters
 * behind one dash are options one by one, a value is always the next argument, and every setting is an option.
 */
final class InstantiateParser {

    private static final int REFERENCE_CALL_DEPTH = 10_000;

    /** Options of builds, downloads and messages, which scripts pass along. */
    private static final Set<String> IGNORED = Set.of(
            "-Q",
            "--no-build-output",
            "-K",
            "--keep-failed",
            "-k",
            "--keep-going",
            "--fallback",
            "--readonly-mode",
            "--no-gc-warning",
            "--repair",
            "--debug",
            "--relaxed-sandbox");

    private static final Map<String, Integer> IGNORED_WITH_VALUES = Map.of(
            "-j", 1,
            "--max-jobs", 1,
            "--cores", 1,
            "--max-silent-time", 1,
            "--timeout", 1,
            "--log-format", 1,
            "--store", 1,
            "--eval-store", 1,
            "--override-flake", 2);

    private final Map<String, InstantiateOption> names = new HashMap<>();
    private final SettingsReader settings = new SettingsReader(REFERENCE_CALL_DEPTH);
    private final List<String> warnings = new ArrayList<>();
    private final List<String> positional = new ArrayList<>();
    private final List<String> attributes = new ArrayList<>();
    private final List<String> includes = new ArrayList<>();
    private final Map<String, EvalRequest.Argument> topLevel = new LinkedHashMap<>();
    private final Set<InstantiateOption> given = EnumSet.noneOf(InstantiateOption.class);
    private OutputFormat format = OutputFormat.NIX;
    private boolean standardInput;
    private @Nullable String root;

    private InstantiateParser() {
        for (InstantiateOption option : InstantiateOption.values()) {
            option.names().forEach(name -> names.put(name, option));
        }
    }

    static InstantiateRequest parse(List<String> arguments) {
        var parser = new InstantiateParser();
        return parser.take(arguments);
    }

    private InstantiateRequest take(List<String> arguments) {
        ListIterator<String> left = new LinkedList<>(arguments).listIterator();
        boolean options = true;
        while (left.hasNext()) {
            String argument = left.next();
            if (options && isCluster(argument)) {
                argument = split(argument, left);
            }
            if (options && argument.equals("--")) {
                options = false;
            } else if (!argument.startsWith("-")) {
                positional.add(argument);
            } else if (argument.equals("-")) {
                standardInput = true;
            } else {
                option(argument, options ? left : List.<String>of().listIterator());
            }
            if (given.contains(InstantiateOption.VERSION)) {
                return request(InstantiateRequest.Task.VERSION);
            }
            if (given.contains(InstantiateOption.HELP)) {
                return request(InstantiateRequest.Task.HELP);
            }
        }
        return request(task());
    }

    private static boolean isCluster(String argument) {
        return argument.length() > 2 && argument.charAt(0) == '-' && isLetter(argument.charAt(1));
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** Puts the letters behind the first back as options of their own, and what follows them as it is. @return the first option */
    private static String split(String cluster, ListIterator<String> left) {
        var further = new ArrayList<String>();
        int i = 2;
        while (i < cluster.length() && isLetter(cluster.charAt(i))) {
            further.add("-" + cluster.charAt(i++));
        }
        if (i < cluster.length()) {
            further.add(cluster.substring(i));
        }
        further.forEach(left::add);
        further.forEach(ignored -> left.previous());
        return cluster.substring(0, 2);
    }

    private void option(String name, ListIterator<String> left) {
        InstantiateOption option = names.get(name);
        if (option != null) {
            take(option, values(name, option.parameters().size(), left));
        } else if (IGNORED_WITH_VALUES.containsKey(name)) {
            values(name, IGNORED_WITH_VALUES.getOrDefault(name, 1), left);
        } else if (!IGNORED.contains(name) && !setting(name, left)) {
            throw new UsageException(
                    "there is no option `" + name + "`", "`kwix nix-instantiate --help` shows how it is used");
        }
    }

    private static List<String> values(String name, int count, ListIterator<String> left) {
        var values = new ArrayList<String>();
        while (values.size() < count) {
            if (!left.hasNext()) {
                throw new UsageException(
                        "`" + name + "` must be followed by " + (count == 1 ? "a value" : count + " values"), null);
            }
            values.add(left.next());
        }
        return values;
    }

    /** Whether the option is a setting, which is then set. */
    private boolean setting(String option, ListIterator<String> left) {
        if (!option.startsWith("--")) {
            return false;
        }
        String name = option.substring(2);
        ReferenceSettings.Kind kind = settings.known().kind(name);
        if (kind == null && name.startsWith("no-")) {
            String base = name.substring("no-".length());
            if (settings.known().kind(base) != ReferenceSettings.Kind.FLAG) {
                return false;
            }
            settings.set(base, "false");
            return true;
        }
        if (kind == null) {
            return false;
        }
        String value = kind == ReferenceSettings.Kind.FLAG
                ? "true"
                : values(option, 1, left).getFirst();
        String wrong = settings.set(name, value);
        if (wrong != null) {
            throw new UsageException(wrong, null);
        }
        return true;
    }

    private void take(InstantiateOption option, List<String> values) {
        given.add(option);
        switch (option) {
            case ATTRIBUTE -> attributes.add(values.getFirst());
            case JSON -> format = OutputFormat.JSON;
            case XML -> format = OutputFormat.XML;
            case RAW -> format = OutputFormat.RAW;
            case ADD_ROOT -> root = values.getFirst();
            case ARG -> argument(values, EvalRequest.Argument.Kind.EXPRESSION);
            case ARGSTR -> argument(values, EvalRequest.Argument.Kind.STRING);
            case ARG_FROM_FILE -> argument(values, EvalRequest.Argument.Kind.FILE);
            case ARG_FROM_STDIN -> argument(values, EvalRequest.Argument.Kind.STANDARD_INPUT);
            case INCLUDE -> includes.add(values.getFirst());
            case IMPURE -> settings.set("pure-eval", "false");
            case OPTION -> {
                String wrong = settings.set(values.getFirst(), values.getLast());
                if (wrong != null) {
                    warnings.add(wrong);
                }
            }
            case EVAL,
                    PARSE,
                    FIND_FILE,
                    EXPRESSION,
                    STRICT,
                    NO_LOCATION,
                    INDIRECT,
                    READ_WRITE,
                    DRY_RUN,
                    QUIET,
                    VERBOSE,
                    VERSION,
                    HELP -> {}
        }
    }

    private void argument(List<String> values, EvalRequest.Argument.Kind kind) {
        topLevel.put(values.getFirst(), new EvalRequest.Argument(values.getFirst(), values.getLast(), kind));
    }

    private InstantiateRequest.Task task() {
        if (given.contains(InstantiateOption.FIND_FILE)) {
            return InstantiateRequest.Task.FIND;
        }
        if (given.contains(InstantiateOption.PARSE)) {
            return InstantiateRequest.Task.PARSE;
        }
        return given.contains(InstantiateOption.EVAL)
                ? InstantiateRequest.Task.EVALUATE
                : InstantiateRequest.Task.INSTANTIATE;
    }

    private InstantiateRequest request(InstantiateRequest.Task task) {
        boolean expressions = given.contains(InstantiateOption.EXPRESSION);
        if (positional.isEmpty() && !standardInput && !expressions && task != InstantiateRequest.Task.FIND) {
            positional.add("./default.nix");
        }
        if (attributes.isEmpty()) {
            attributes.add("");
        }
        return new InstantiateRequest(
                task,
                standardInput,
                expressions,
                positional,
                attributes,
                List.copyOf(topLevel.values()),
                format,
                given.contains(InstantiateOption.STRICT),
                !given.contains(InstantiateOption.NO_LOCATION),
                root,
                task() == InstantiateRequest.Task.EVALUATE
                        ? given.contains(InstantiateOption.READ_WRITE)
                        : !given.contains(InstantiateOption.DRY_RUN),
                includes,
                settings.settings(),
                warnings);
    }
}
