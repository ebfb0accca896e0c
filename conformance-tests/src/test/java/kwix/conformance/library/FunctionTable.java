package kwix.conformance.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code conformance-tests/library/functions} says: which expressions use a function, and which functions are left out.
 *
 * @param kinds for each kind of argument the texts that stand for it, with holes in turn
 * @param templates expressions with holes, {@code @name} for a function of the library
 * @param aliases further names of a function, by the name that the templates use
 * @param exceptions functions that are not compared, and why not
 * @param differences expressions that do not agree on purpose, by their text, and why not
 */
record FunctionTable(
        Map<String, List<String>> kinds,
        List<String> templates,
        Map<String, Set<String>> aliases,
        Map<String, String> exceptions,
        Map<Pattern, String> differences) {

    static final Pattern FUNCTION = Pattern.compile("@([a-zA-Z][\\w.']*)");
    static final Pattern HOLE = Pattern.compile("<([a-z][a-z0-9-]*)>");

    private static final Pattern KIND = Pattern.compile("([a-z][a-z0-9-]*) = (.*)");
    private static final String ALTERNATIVE = " \\| ";

    static FunctionTable read(Path file) {
        try {
            return parse(Files.readAllLines(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static FunctionTable parse(List<String> lines) {
        Map<String, List<String>> kinds = new TreeMap<>();
        List<String> templates = new ArrayList<>();
        Map<String, Set<String>> aliases = new TreeMap<>();
        Map<String, String> exceptions = new TreeMap<>();
        Map<Pattern, String> differences = new LinkedHashMap<>();
        for (String line : lines) {
            Matcher kind = KIND.matcher(line);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            } else if (line.startsWith("alias ")) {
                List<String> names = Arrays.asList(line.split(" ", -1));
                aliases.computeIfAbsent(names.get(1), ignored -> new TreeSet<>())
                        .addAll(names.subList(2, names.size()));
            } else if (line.startsWith("except ")) {
                int colon = line.indexOf(": ");
                for (String name : line.substring("except ".length(), colon).split(" ", -1)) {
                    exceptions.put(name, line.substring(colon + 2));
                }
            } else if (line.startsWith("differs ")) {
                int colon = line.lastIndexOf(" :: ");
                differences.put(Pattern.compile(line.substring("differs ".length(), colon)), line.substring(colon + 4));
            } else if (kind.matches()) {
                kinds.computeIfAbsent(kind.group(1), ignored -> new ArrayList<>())
                        .addAll(Arrays.asList(kind.group(2).split(ALTERNATIVE, -1)));
            } else {
                templates.add(line);
            }
        }
        FunctionTable table = new FunctionTable(kinds, templates, aliases, exceptions, differences);
        table.check();
        return table;
    }

    List<String> texts(String kind) {
        return Objects.requireNonNull(kinds.get(kind), kind);
    }

    private void check() {
        List<String> texts = new ArrayList<>(templates);
        kinds.values().forEach(texts::addAll);
        for (String text : texts) {
            HOLE.matcher(text).results().map(hole -> hole.group(1)).forEach(kind -> {
                if (!kinds.containsKey(kind)) {
                    throw new IllegalArgumentException("no texts for <" + kind + "> of: " + text);
                }
            });
        }
        for (String template : templates) {
            if (!FUNCTION.matcher(template).find()) {
                throw new IllegalArgumentException("no function in: " + template);
            }
        }
    }

    /** Every name under which the templates reach a function, without the names at the top. */
    Set<String> covered() {
        Set<String> names = new TreeSet<>();
        for (String template : templates) {
            FUNCTION.matcher(template).results().map(used -> used.group(1)).forEach(name -> {
                names.add(name);
                names.addAll(aliases.getOrDefault(name, Set.of()));
            });
        }
        return names;
    }

    /** The ways to write a function: its name, its aliases, and the name at the top, unless several have that. */
    List<String> spellings(String function, Set<String> known) {
        Set<String> spellings = new TreeSet<>();
        spellings.add(function);
        spellings.addAll(aliases.getOrDefault(function, Set.of()));
        Set<String> same = covered();
        same.removeIf(other -> !top(other).equals(top(function)));
        same.removeAll(spellings);
        if (same.isEmpty()) {
            spellings.add(top(function));
        }
        spellings.retainAll(known);
        return List.copyOf(spellings);
    }

    static String top(String function) {
        return function.substring(function.lastIndexOf('.') + 1);
    }
}
