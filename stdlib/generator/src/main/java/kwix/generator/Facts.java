package kwix.generator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the models do not tell: which lists are keyed, which strings are choices, and when versions of APIs came and went. The facts stand in
 * resources beside this class, in lines of words, and were extracted by {@link Extraction}.
 *
 * @param lists by model and field
 * @param enums by model and field
 */
record Facts(
        Map<String, Map<String, ListFact>> lists,
        Map<String, Map<String, List<String>>> enums,
        List<Lifecycle> lifecycles) {

    /**
     * How elements of a list are told apart.
     *
     * @param keys with the value that each has when it is left out, or null; empty for a set of scalars
     */
    record ListFact(Map<String, @Nullable String> keys) {}

    /** @param replacement the version of the API to use instead, perhaps with another kind; empty for none */
    record Lifecycle(
            String apiVersion,
            String kind,
            String introduced,
            String deprecated,
            String removed,
            List<String> replacement) {}

    /** @param models the names of all models; a fact about another is an error */
    static Facts read(Set<String> models) {
        var lists = new TreeMap<String, Map<String, ListFact>>();
        for (List<String> line : lines("list-keys")) {
            var keys = new LinkedHashMap<String, @Nullable String>();
            for (String word : line.subList(2, line.size())) {
                int equals = word.indexOf('=');
                keys.put(equals < 0 ? word : word.substring(0, equals), equals < 0 ? null : word.substring(equals + 1));
            }
            lists.computeIfAbsent(model(line.get(0), models), any -> new TreeMap<>())
                    .put(line.get(1), new ListFact(keys));
        }
        var enums = new TreeMap<String, Map<String, List<String>>>();
        for (List<String> line : lines("enums")) {
            enums.computeIfAbsent(model(line.get(0), models), any -> new TreeMap<>())
                    .put(line.get(1), line.subList(2, line.size()));
        }
        List<Lifecycle> lifecycles = Stream.of("lifecycle", "lifecycle-gone")
                .flatMap(name -> lines(name).stream())
                .map(line -> new Lifecycle(
                        line.get(0),
                        line.get(1),
                        known(line.get(2)),
                        known(line.get(3)),
                        known(line.get(4)),
                        line.subList(5, line.size())))
                .toList();
        return new Facts(lists, enums, lifecycles);
    }

    private static String known(String release) {
        return release.equals("-") ? "" : release;
    }

    /** The class of a type that is called such as {@code core/v1.Container}. Types of one name carry their groups in front. */
    static String model(String type, Set<String> models) {
        int slash = type.indexOf('/');
        int dot = type.indexOf('.');
        String rest = capital(type.substring(slash + 1, dot)) + type.substring(dot + 1);
        String longer = capital(type.substring(0, slash)) + rest;
        if (models.contains(longer)) {
            return longer;
        }
        if (models.contains(rest)) {
            return rest;
        }
        throw new IllegalArgumentException("a fact is about " + type + ", which is no model");
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** The words of each line of a resource that is no comment. */
    private static List<List<String>> lines(String name) {
        try (InputStream facts = Objects.requireNonNull(Facts.class.getResourceAsStream(name), name)) {
            return new String(facts.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arrays.asList(line.split(" ")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
