package kwix.language.builtin;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import kwix.language.builtin.Builtin.Binary;
import kwix.language.builtin.Builtin.Kind;
import kwix.language.builtin.Builtin.LateCalls;
import kwix.language.builtin.Builtin.Parameter;
import kwix.language.builtin.Builtin.Ternary;
import kwix.language.builtin.Builtin.Unary;
import kwix.language.error.KwixException;
import kwix.language.error.Located;
import kwix.language.error.Place;
import kwix.language.value.AttributeSet;
import kwix.language.value.ContextString;
import kwix.language.value.Expect;
import kwix.language.value.FunctionValue;
import kwix.language.value.Functions;
import kwix.language.value.LateCaller;
import kwix.language.value.ListValue;
import kwix.language.value.Thunk;
import org.jspecify.annotations.Nullable;

/** A builtin as a value. */
public final class BuiltinFunction extends LateCaller {

    private final Builtin declaration;
    private final BuiltinContext context;
    private final int arity;

    /** The body, in the one of the four that fits it. Tests of its type would be slow: it is a lambda behind an interface. */
    private final @Nullable Unary unary;

    private final @Nullable Binary binary;
    private final @Nullable LateCalls lateCalls;
    private final @Nullable Ternary ternary;

    /** What is to be done to each argument. */
    private final Kind[] kinds;

    /** A bit for each argument that is not lazy. */
    private final int demanded;

    /** Where it is called, once that is known. */
    private final @Nullable Located call;

    public BuiltinFunction(Builtin declaration, BuiltinContext context) {
        this.declaration = declaration;
        this.context = context;
        this.arity = declaration.parameters().size();
        unary = declaration.body() instanceof Unary body ? body : null;
        binary = declaration.body() instanceof Binary body ? body : null;
        lateCalls = declaration.body() instanceof LateCalls body ? body : null;
        ternary = declaration.body() instanceof Ternary body ? body : null;
        kinds = new Kind[arity];
        for (int i = 0; i < arity; i++) {
            kinds[i] = declaration.parameters().get(i).kind();
        }
        demanded = demanded(kinds);
        call = null;
    }

    private BuiltinFunction(BuiltinFunction function, Located call) {
        declaration = function.declaration;
        context = function.context;
        arity = function.arity;
        unary = function.unary;
        binary = function.binary;
        lateCalls = function.lateCalls;
        ternary = function.ternary;
        kinds = function.kinds;
        demanded = function.demanded;
        this.call = call;
    }

    private static int demanded(Kind[] kinds) {
        int demanded = 0;
        for (int i = 0; i < kinds.length; i++) {
            demanded |= kinds[i] == Kind.LAZY ? 0 : 1 << i;
        }
        return demanded;
    }

    @Override
    public int demanded(int arguments) {
        return arguments == arity ? demanded : 0;
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object callAt(Located written, Object argument) {
        return arity == 1 ? call(argument) : super.callAt(written, argument);
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object callAt(Located written, Object first, Object second) {
        return lateCalls == null ? call(first, second) : callLate(written, first, second);
    }

    @Override
    public Object checked(int index, Object value) {
        return argument(index, value);
    }

    @Override
    public FunctionValue calledAt(Located written) {
        return lateCalls == null ? this : new BuiltinFunction(this, written);
    }

    public Builtin declaration() {
        return declaration;
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object call(Object argument) {
        if (unary != null) {
            Object forced = argument(0, argument);
            try {
                return Thunk.force(unary.call(context, forced));
            } catch (KwixException failure) {
                throw failure.leaveFunction(description());
            }
        }
        return new PartialApplication(argument);
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object call(Object first, Object second) {
        if (binary != null) {
            Object left = argument(0, first);
            Object right = argument(1, second);
            try {
                return Thunk.force(binary.call(context, left, right));
            } catch (KwixException failure) {
                throw failure.leaveFunction(description());
            }
        }
        if (lateCalls != null) {
            return callLate(call, first, second);
        }
        return ternary != null ? new PartialApplication(first, second) : Functions.call(call(first), second);
    }

    private Object callLate(@Nullable Located written, Object first, Object second) {
        Object left = argument(0, first);
        Object right = argument(1, second);
        try {
            return java.util.Objects.requireNonNull(lateCalls).call(context, written, left, right);
        } catch (KwixException failure) {
            throw failure.leaveFunction(description());
        }
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object call(Object first, Object second, Object third) {
        if (ternary != null) {
            Object left = argument(0, first);
            Object middle = argument(1, second);
            Object right = argument(2, third);
            try {
                return Thunk.force(ternary.call(context, left, middle, right));
            } catch (KwixException failure) {
                throw failure.leaveFunction(description());
            }
        }
        return Functions.call(call(first, second), third);
    }

    private Object argument(int index, Object given) {
        Kind kind = kinds[index];
        if (kind == Kind.LAZY) {
            return given;
        }
        Object value = Thunk.force(given);
        boolean fits = switch (kind) {
            case LAZY, ANY -> true;
            case LIST -> value instanceof ListValue;
            case SET -> value instanceof AttributeSet;
            case INTEGER -> value instanceof Long;
            case STRING -> ContextString.isString(value);
            case PLAIN_STRING -> value instanceof String;
            case FUNCTION -> Functions.isCallable(value);
        };
        return fits ? value : refuse(index, value);
    }

    @TruffleBoundary
    private Object refuse(int index, Object value) {
        Parameter parameter = declaration.parameters().get(index);
        if (parameter.kind() == Kind.PLAIN_STRING && ContextString.isString(value)) {
            return Expect.plainString(value);
        }
        throw Needed.wrong(
                        parameter.kind() == Kind.PLAIN_STRING
                                ? Kind.STRING.words()
                                : parameter.kind().words(),
                        value,
                        declaration.name(),
                        arity == 1 ? "its argument" : "argument " + (index + 1))
                .leaveFunction(description());
    }

    @Override
    public int argumentsOf(String builtin) {
        return declaration.name().equals(builtin) ? 0 : -1;
    }

    @Override
    public String description() {
        return "`builtins." + declaration.name() + "`";
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
    public final class PartialApplication extends LateCaller {

        private final Object[] given;

        private PartialApplication(Object... given) {
            this.given = given;
        }

        public Builtin declaration() {
            return declaration;
        }

        @Override
        public FunctionValue calledAt(Located written) {
            return lateCalls == null
                    ? this
                    : new BuiltinFunction(BuiltinFunction.this, written).new PartialApplication(given);
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

        /** Whether the given arguments are what they should be is only known with the others. */
        @Override
        public int demanded(int arguments) {
            boolean checked = (BuiltinFunction.this.demanded & (1 << given.length) - 1) != 0;
            return checked || given.length + arguments != arity ? 0 : BuiltinFunction.this.demanded >>> given.length;
        }

        @Override
        public int argumentsOf(String builtin) {
            return declaration.name().equals(builtin) ? given.length : -1;
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
