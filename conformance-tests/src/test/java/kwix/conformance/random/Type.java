package kwix.conformance.random;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** What a generated expression should evaluate to. Written {@code int}, {@code [a]}, <code>{a}</code>, {@code a -> b}. */
sealed interface Type {

    String[] GROUND = {"int", "int", "string", "string", "bool", "float", "null", "path"};

    record Basic(String name) implements Type {}

    record ListOf(Type element) implements Type {}

    record SetOf(Type value) implements Type {}

    record FunctionOf(Type from, Type to) implements Type {}

    /** A small letter: any type, the same one wherever a production names it. */
    record Variable(char name) implements Type {}

    static Type any() {
        return new Basic("any");
    }

    default boolean isAny() {
        return equals(any());
    }

    static Type parse(String text) {
        Reader reader = new Reader(text);
        Type type = reader.function();
        if (reader.at != text.length()) {
            throw new IllegalArgumentException("not a type: " + text);
        }
        return type;
    }

    /** Whether a production of type {@code offered} may stand where {@code this} is wanted; notes what its variables then are. */
    default boolean accepts(Type offered, Map<Character, Type> variables) {
        if (offered instanceof Variable variable) {
            Type known = variables.putIfAbsent(variable.name, this);
            return known == null || known.equals(this);
        }
        if (isAny() || offered.isAny()) {
            return true;
        }
        return switch (this) {
            case Basic basic ->
                basic.equals(offered) || isNumber(basic) && isNumber(offered) && (isEither(basic) || isEither(offered));
            case ListOf(Type element) -> offered instanceof ListOf(Type other) && element.accepts(other, variables);
            case SetOf(Type value) -> offered instanceof SetOf(Type other) && value.accepts(other, variables);
            case FunctionOf(Type from, Type to) ->
                offered instanceof FunctionOf(Type otherFrom, Type otherTo)
                        && from.accepts(otherFrom, variables)
                        && to.accepts(otherTo, variables);
            case Variable ignored -> false;
        };
    }

    /** The type with its variables replaced; ones not met yet get a random type. */
    default Type filled(Map<Character, Type> variables, Random random) {
        return switch (this) {
            case Basic basic -> basic;
            case ListOf(Type element) -> new ListOf(element.filled(variables, random));
            case SetOf(Type value) -> new SetOf(value.filled(variables, random));
            case FunctionOf(Type from, Type to) ->
                new FunctionOf(from.filled(variables, random), to.filled(variables, random));
            case Variable(char name) -> variables.computeIfAbsent(name, ignored -> some(random));
        };
    }

    private static boolean isNumber(Type type) {
        return isEither(type) || type.equals(new Basic("int")) || type.equals(new Basic("float"));
    }

    private static boolean isEither(Type type) {
        return type.equals(new Basic("number"));
    }

    static Type some(Random random) {
        Type ground = new Basic(GROUND[random.nextInt(GROUND.length)]);
        return switch (random.nextInt(8)) {
            case 0 -> new ListOf(ground);
            case 1 -> new SetOf(ground);
            case 2 -> random.nextInt(3) == 0 ? new FunctionOf(ground, ground) : ground;
            default -> ground;
        };
    }

    static Map<Character, Type> noVariables() {
        return new HashMap<>();
    }

    /** Recursive descent. */
    final class Reader {
        private final String text;
        private int at;

        private Reader(String text) {
            this.text = text;
        }

        private Type function() {
            Type from = simple();
            if (text.startsWith(" -> ", at)) {
                at += 4;
                return new FunctionOf(from, function());
            }
            return from;
        }

        private Type simple() {
            char open = text.charAt(at);
            if (open == '[' || open == '{' || open == '(') {
                at++;
                Type inner = function();
                at++;
                return open == '[' ? new ListOf(inner) : open == '{' ? new SetOf(inner) : inner;
            }
            int start = at;
            while (at < text.length() && Character.isLetter(text.charAt(at))) {
                at++;
            }
            String name = text.substring(start, at);
            return name.length() == 1 ? new Variable(name.charAt(0)) : new Basic(name);
        }
    }
}
