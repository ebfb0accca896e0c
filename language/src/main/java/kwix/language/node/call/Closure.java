package kwix.language.node.call;

import java.util.List;
import kwix.language.error.Place;
import kwix.language.value.FunctionValue;
import kwix.language.value.Functions;
import org.jspecify.annotations.Nullable;

/** A lambda with the environment that it was written in. */
final class Closure extends FunctionValue {

    final FunctionCode code;
    final Object[] environment;

    Closure(FunctionCode code, Object[] environment) {
        this.code = code;
        this.environment = environment;
    }

    @Override
    public int demanded(int arguments) {
        return code.demanded(0, arguments);
    }

    @Override
    public Object call(Object argument) {
        return code.arity() == 1
                ? code.run(code.environment(environment), argument)
                : new PartialClosure(code, environment, argument);
    }

    @Override
    public Object call(Object first, Object second) {
        int arity = code.arity();
        if (arity == 2) {
            Object[] callee = code.environment(environment);
            callee[1] = first;
            return code.run(callee, second);
        }
        return arity == 1
                ? Functions.callResult(this, call(first), second)
                : new PartialClosure(code, environment, first, second);
    }

    @Override
    public Object call(Object first, Object second, Object third) {
        int arity = code.arity();
        if (arity == 3) {
            Object[] callee = code.environment(environment);
            callee[1] = first;
            callee[2] = second;
            return code.run(callee, third);
        }
        return arity < 3
                ? Functions.callResult(this, call(first, second), third)
                : new PartialClosure(code, environment, first, second, third);
    }

    @Override
    public @Nullable List<FormalParameter> formals() {
        return code.formals(0);
    }

    @Override
    public @Nullable String argumentName() {
        return code.parameters[0].name();
    }

    @Override
    public boolean acceptsFurtherNames() {
        return code.acceptsFurtherNames(0);
    }

    @Override
    public String description() {
        return code.description();
    }

    @Override
    public Place place() {
        return code.parameters[0].place();
    }

    @Override
    public String printed() {
        return "<LAMBDA>";
    }
}
