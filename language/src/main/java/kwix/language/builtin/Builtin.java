package kwix.language.builtin;

import java.util.ArrayList;
import java.util.List;
import kwix.language.error.Located;
import org.jspecify.annotations.Nullable;

/**
 * The one declaration of a builtin: name, parameters, documentation, tested examples, and the code.
 *
 * @param name without {@code __}
 * @param global the name that it also has outside {@code builtins}: its own ({@code map}) or {@code __name}
 */
public record Builtin(
        String name, String global, List<Parameter> parameters, String doc, List<Example> examples, Body body) {

    /** Arguments are forced and checked from left to right before the body runs, unless they are {@link Kind#LAZY}. */
    public record Parameter(String name, Kind kind) {

        public boolean lazy() {
            return kind == Kind.LAZY;
        }
    }

    /** What must be done to an argument before the body gets it. */
    public enum Kind {
        /** Nothing: it is handed over as it is, maybe a thunk. */
        LAZY("evaluated only when needed"),
        ANY("anything"),
        LIST("a list"),
        SET("a set"),
        STRING("a string"),
        /** A string that depends on nothing. */
        PLAIN_STRING("a string without context"),
        INTEGER("an integer"),
        FUNCTION("a function");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** For messages and the reference: {@code a list}. */
        public String words() {
            return words;
        }
    }

    /** An expression and the strict printing of its value. */
    public record Example(String expression, String result) {}

    /** The code. Arguments of lazy parameters may be thunks; a result may be a thunk too, it is forced by the caller. */
    public sealed interface Body {}

    @FunctionalInterface
    public non-sealed interface Unary extends Body {
        Object call(BuiltinContext context, Object argument);
    }

    @FunctionalInterface
    public non-sealed interface Binary extends Body {
        Object call(BuiltinContext context, Object first, Object second);
    }

    @FunctionalInterface
    public non-sealed interface Ternary extends Body {
        Object call(BuiltinContext context, Object first, Object second, Object third);
    }

    /** Two arguments, and the call of the builtin, for calls that are made when the result is used; null where no source writes it. */
    @FunctionalInterface
    public non-sealed interface LateCalls extends Body {
        Object call(BuiltinContext context, @Nullable Located call, Object first, Object second);
    }

    /** A value rather than a function: {@code storeDir}, {@code currentSystem}; computed when first needed. */
    @FunctionalInterface
    public non-sealed interface Constant extends Body {
        Object value(BuiltinContext context);
    }

    /** Begins a declaration of a builtin that is global as {@code __name} only, as most are. */
    static Declaration builtin(String name) {
        return new Declaration(name, "__" + name);
    }

    /** Begins a declaration of a builtin that is global under its own name. */
    static Declaration global(String name) {
        return new Declaration(name, name);
    }

    /**
     * A declaration in the making; {@code unary}, {@code binary}, {@code lateCaller}, {@code ternary} or {@code constant}
     * completes it.
     */
    static final class Declaration {

        private final String name;
        private final String global;
        private final List<Parameter> parameters = new ArrayList<>();
        private final List<Example> examples = new ArrayList<>();
        private String doc = "";

        private Declaration(String name, String global) {
            this.name = name;
            this.global = global;
        }

        /** An argument of any type that is always forced. */
        Declaration strict(String parameter) {
            return parameter(parameter, Kind.ANY);
        }

        Declaration lazy(String parameter) {
            return parameter(parameter, Kind.LAZY);
        }

        Declaration list(String parameter) {
            return parameter(parameter, Kind.LIST);
        }

        Declaration set(String parameter) {
            return parameter(parameter, Kind.SET);
        }

        Declaration string(String parameter) {
            return parameter(parameter, Kind.STRING);
        }

        /** A string that must not depend on anything; the body gets a {@link String}. */
        Declaration plainString(String parameter) {
            return parameter(parameter, Kind.PLAIN_STRING);
        }

        Declaration integer(String parameter) {
            return parameter(parameter, Kind.INTEGER);
        }

        /** A function or a callable set. */
        Declaration function(String parameter) {
            return parameter(parameter, Kind.FUNCTION);
        }

        private Declaration parameter(String parameter, Kind kind) {
            parameters.add(new Parameter(parameter, kind));
            return this;
        }

        Declaration doc(String text) {
            doc = text;
            return this;
        }

        Declaration example(String expression, String result) {
            examples.add(new Example(expression, result));
            return this;
        }

        Builtin unary(Unary body) {
            return complete(1, body);
        }

        Builtin binary(Binary body) {
            return complete(2, body);
        }

        Builtin lateCaller(LateCalls body) {
            return complete(2, body);
        }

        Builtin ternary(Ternary body) {
            return complete(3, body);
        }

        Builtin constant(Constant body) {
            return complete(0, body);
        }

        private Builtin complete(int arity, Body body) {
            if (parameters.size() != arity) {
                throw new IllegalStateException(name + " declares " + parameters.size() + " parameters for " + arity);
            }
            return new Builtin(name, global, List.copyOf(parameters), doc, List.copyOf(examples), body);
        }
    }
}
