package kwix.language.builtin;

import kwix.language.builtin.Builtin.Binary;
import kwix.language.builtin.Builtin.Parameter;
import kwix.language.builtin.Builtin.Ternary;
import kwix.language.builtin.Builtin.Unary;
import kwix.language.error.Place;
import kwix.language.value.FunctionValue;
import kwix.language.value.Functions;
import kwix.language.value.Thunk;
import org.jspecify.annotations.Nullable;

/** A builtin as a value. */
public final class BuiltinFunction extends FunctionValue {

    private final Builtin declaration;
    private final BuiltinContext context;
    private final int arity;

    public BuiltinFunction(Builtin declaration, BuiltinContext context) {
        this.declaration = declaration;
        this.context = context;
        this.arity = declaration.parameters().size();
    }

    public Builtin declaration() {
        return declaration;
    }

    @Override
    public Object call(Object argument) {
        if (declaration.body() instanceof Unary unary) {
            return Thunk.force(unary.call(context, argument(0, argument)));
        }
        return new PartialApplication(argument);
    }

    @Override
    public Object call(Object first, Object second) {
        return switch (declaration.body()) {
            case Binary binary -> Thunk.force(binary.call(context, argument(0, first), argument(1, second)));
            case Ternary ignored -> new PartialApplication(first, second);
            default -> Functions.call(call(first), second);
        };
    }

    @Override
    public Object call(Object first, Object second, Object third) {
        if (declaration.body() instanceof Ternary ternary) {
            return Thunk.force(ternary.call(context, argument(0, first), argument(1, second), argument(2, third)));
        }
        return Functions.call(call(first, second), third);
    }

    private Object argument(int index, Object value) {
        Parameter parameter = declaration.parameters().get(index);
        return parameter.lazy() ? value : Thunk.force(value);
    }

    @Override
    public String description() {
        return "'builtins." + declaration.name() + "'";
    }

    @Override
    public @Nullable Place place() {
        return null;
    }

    @Override
    public String printed() {
        return "<PRIMOP>";
    }

    /** A builtin with some of its arguments. */
    public final class PartialApplication extends FunctionValue {

        private final Object[] given;

        private PartialApplication(Object... given) {
            this.given = given;
        }

        @Override
        public Object call(Object argument) {
            if (given.length == 2) {
                return BuiltinFunction.this.call(given[0], given[1], argument);
            }
            return BuiltinFunction.this.call(given[0], argument);
        }

        @Override
        public Object call(Object first, Object second) {
            if (given.length == 1 && arity == 3) {
                return BuiltinFunction.this.call(given[0], first, second);
            }
            return Functions.call(call(first), second);
        }

        @Override
        public String description() {
            return BuiltinFunction.this.description() + " with " + given.length + " of its " + arity + " arguments";
        }

        @Override
        public @Nullable Place place() {
            return null;
        }

        @Override
        public String printed() {
            return "<PRIMOP-APP>";
        }
    }
}
