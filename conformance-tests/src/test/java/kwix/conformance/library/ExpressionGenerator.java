package kwix.conformance.library;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the holes of templates. An expression depends on its template, the seed and its number alone, by {@code java.util.Random}, whose
 * algorithm is part of its contract; so a new template changes no other's expressions.
 */
final class ExpressionGenerator {

    /** Beyond it the first text of a kind is taken, which must have no holes. */
    private static final int DEEPEST = 4;

    private static final String ANYTHING = "any";
    private static final String UNFORCED = "(throw \"unforced\")";

    private final FunctionTable table;
    private final Set<String> known;
    private final Map<String, List<String>> spellings = new HashMap<>();

    /** @param known the names that both libraries have */
    ExpressionGenerator(FunctionTable table, Set<String> known) {
        this.table = table;
        this.known = known;
    }

    String expression(String template, long seed, int number) {
        Random random = new Random(31 * (31 * seed + number) + template.hashCode());
        String filled = filled(template, 0, random);
        return replaced(filled, FunctionTable.FUNCTION, function -> {
            List<String> names = spellings.computeIfAbsent(function, name -> table.spellings(name, known));
            if (names.isEmpty()) {
                throw new IllegalArgumentException("not in both libraries: " + function);
            }
            return "lib." + names.get(random.nextInt(names.size()));
        });
    }

    private String filled(String text, int depth, Random random) {
        return replaced(text, FunctionTable.HOLE, kind -> {
            int chance = depth == 0 ? random.nextInt(100) : 100;
            if (chance < 3) {
                return UNFORCED;
            }
            List<String> texts = table.texts(chance < 10 ? ANYTHING : kind);
            String chosen = texts.get(depth >= DEEPEST ? 0 : random.nextInt(texts.size()));
            return filled(chosen, depth + 1, random);
        });
    }

    private static String replaced(String text, Pattern pattern, UnaryOperator<String> by) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(by.apply(found.group(1))));
    }
}
