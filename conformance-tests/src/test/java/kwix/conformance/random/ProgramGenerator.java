package kwix.conformance.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Random programs, mostly well-typed so that they compute something, with an ill-typed part now and then. The same seed gives the same
 * program everywhere: {@link Random}'s algorithm is part of its contract.
 */
final class ProgramGenerator {

    /** One hole in so many is filled without regard to its type. */
    private static final int ILL_TYPED = 60;

    /** One program in so many is broken by {@link Mutation}. */
    private static final int MUTATED = 12;

    private static final int LARGEST = 24;

    static final Pattern WHOLE_BUILTINS = Pattern.compile("builtins(?!\\s*\\.[a-zA-Z])");

    /** A variable in scope. */
    record Variable(String name, Type type) {}

    private final Grammar grammar;
    private final Random random;
    private final Literals literals;
    private final BindingForms bindings;

    private ProgramGenerator(Grammar grammar, long seed) {
        this.grammar = grammar;
        random = new Random(seed);
        literals = new Literals(random);
        bindings = new BindingForms(this, literals, random);
    }

    /** The program of this seed. */
    static String program(Grammar grammar, long seed) {
        var generator = new ProgramGenerator(grammar, seed);
        int size = 2 + generator.random.nextInt(LARGEST);
        String program = generator.expression(Type.any(), size, List.of());
        String given = generator.random.nextInt(MUTATED) == 0 ? Mutation.of(program, generator.random) : program;
        // The whole set of builtins holds the time, and ours too.
        if (WHOLE_BUILTINS.matcher(given).find()) {
            return "1";
        }
        // The command line would take a leading minus for an option, and no empty expression.
        return given.startsWith("-") || given.isBlank() ? "(" + given + ")" : given;
    }

    /** An expression that may need parentheses. */
    String expression(Type asked, int size, List<Variable> scope) {
        Type type = random.nextInt(ILL_TYPED) == 0 ? Type.some(random) : asked.isAny() ? ground(size) : asked;
        List<Variable> fitting =
                scope.stream().filter(each -> each.type().equals(type)).toList();
        if (!fitting.isEmpty() && random.nextInt(3) == 0) {
            return fitting.get(random.nextInt(fitting.size())).name();
        }
        if (size <= 0) {
            return leaf(type, scope);
        }
        if (random.nextInt(7) == 0) {
            return bindings.scoped(type, size - 1, scope);
        }
        return switch (type) {
            case Type.FunctionOf function when random.nextInt(3) > 0 -> bindings.lambda(function, size - 1, scope);
            case Type.ListOf(Type element) when random.nextInt(2) == 0 -> list(element, size - 1, scope);
            case Type.SetOf(Type value) when random.nextInt(2) == 0 -> bindings.set(value, size - 1, scope);
            default -> produced(type, size - 1, scope);
        };
    }

    /** An expression that can stand anywhere, as an argument or list element too. */
    String simple(Type type, int size, List<Variable> scope) {
        String text = expression(type, size, scope);
        boolean plain = !text.isEmpty() && text.chars().allMatch(c -> Character.isLetterOrDigit(c));
        return plain ? text : "(" + text + ")";
    }

    /** What precedence makes something of: keywords seldom stand inside of an operator's operand. */
    private String bare(Type type, int size, List<Variable> scope) {
        String text = expression(type, size, scope);
        return text.matches("(?s)(if|let|with|assert)\\b.*") && random.nextInt(10) > 0 ? "(" + text + ")" : text;
    }

    private Type ground(int size) {
        return size > 3 && random.nextInt(3) == 0
                ? (random.nextBoolean() ? new Type.ListOf(Type.some(random)) : new Type.SetOf(Type.some(random)))
                : Type.some(random);
    }

    private String produced(Type type, int size, List<Variable> scope) {
        Grammar.Production production = grammar.some(type, random);
        if (production == null) {
            return leaf(type, scope);
        }
        Map<Character, Type> variables = Type.noVariables();
        type.accepts(production.type(), variables);
        return filled(production, variables, size, scope);
    }

    private String filled(
            Grammar.Production production, Map<Character, Type> variables, int size, List<Variable> scope) {
        int holes = (int) production.pieces().stream()
                .filter(Grammar.Hole.class::isInstance)
                .count();
        StringBuilder text = new StringBuilder();
        int left = size;
        for (Grammar.Piece piece : production.pieces()) {
            switch (piece) {
                case Grammar.Text(String words) -> text.append(words);
                case Grammar.Literal(String kind) -> text.append(literals.text(kind));
                case Grammar.Hole(Type wanted, boolean bare) -> {
                    int share = holes > 1 ? random.nextInt(Math.max(1, left) + 1) : left;
                    left -= share;
                    holes--;
                    Type filled = wanted.filled(variables, random);
                    text.append(bare ? bare(filled, share, scope) : simple(filled, share, scope));
                }
            }
        }
        return text.toString();
    }

    String list(Type element, int size, List<Variable> scope) {
        List<String> elements = new ArrayList<>();
        int count = random.nextInt(30) == 0 ? 20 + random.nextInt(20) : random.nextInt(5);
        for (int i = 0; i < count; i++) {
            elements.add(simple(element, size / Math.max(1, count), scope));
        }
        return "[ " + String.join(" ", elements) + " ]";
    }

    private String leaf(Type type, List<Variable> scope) {
        return switch (type) {
            case Type.Basic(String name) -> basic(name, scope);
            case Type.ListOf(Type element) -> list(element, 0, scope);
            case Type.SetOf(Type value) -> bindings.set(value, 0, scope);
            case Type.FunctionOf function -> bindings.lambda(function, 0, scope);
            case Type.Variable ignored -> "null";
        };
    }

    private String basic(String name, List<Variable> scope) {
        return switch (name) {
            case "int" -> literals.text("int");
            case "float" -> literals.text("float");
            case "number" -> literals.text(random.nextBoolean() ? "int" : "float");
            case "bool" -> literals.among("true", "false");
            case "null" -> "null";
            case "string" ->
                random.nextInt(8) == 0 ? "''" + literals.text("indented") + "''" : "\"" + literals.text("text") + "\"";
            case "version" -> "\"" + literals.text("version") + "\"";
            case "path" -> literals.text("path");
            default -> leaf(Type.some(random), scope);
        };
    }
}
