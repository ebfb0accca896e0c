package kwix.language.node.call;

import java.util.List;
import kwix.language.error.Place;
import kwix.language.value.FunctionValue;
import kwix.language.value.Functions;
import org.jspecify.annotations.Nullable;

/** A closure that has some of its arguments, and needs at least one more. */
final class PartialClosure extends FunctionValue {

    private final FunctionCode code;
    private final Object[] environment;
    private final Object[] given;

    PartialClosure(FunctionCode code, Object[] environment, Object... given) {
        this.code = code;
        this.environment = environment;
        this.given = given;
    }

    @Override
    public int demanded(int arguments) {
        return code.demanded(given.length, arguments);
    }

    @Override
    public Object call(Object argument) {
        int count = given.length;
        if (code.arity() == count + 1) {
            return code.run(callee(), argument);
        }
        var more = new Object[count + 1];
        System.arraycopy(given, 0, more, 0, count);
        more[count] = argument;
        return new PartialClosure(code, environment, more);
    }

    @Override
    public Object call(Object first, Object second) {
        if (code.arity() == given.length + 2) {
            Object[] callee = callee();
            callee[given.length + 1] = first;
            return code.run(callee, second);
        }
        return Functions.callResult(this, call(first), second);
    }

    private Object[] callee() {
        Object[] callee = code.environment(environment);
        System.arraycopy(given, 0, callee, 1, given.length);
        return callee;
    }

    @Override
    public @Nullable List<FormalParameter> formals() {
        return code.formals(given.length);
    }

    @Override
    public @Nullable String argumentName() {
        return code.parameters[given.length].name();
    }

    @Override
    public boolean acceptsFurtherNames() {
        return code.acceptsFurtherNames(given.length);
    }

    @Override
    public String description() {
        return code.description();
    }

    @Override
    public Place place() {
        return code.parameters[given.length].place();
    }

    @Override
    public String printed() {
        return "<LAMBDA>";
    }
}
