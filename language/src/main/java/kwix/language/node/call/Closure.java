package kwix.language.node.call;

import java.util.List;
import kwix.language.error.Place;
import kwix.language.value.AttributeSet;
import kwix.language.value.Describe;
import kwix.language.value.Expect;
import kwix.language.value.FunctionValue;
import kwix.language.value.Thunk;
import org.jspecify.annotations.Nullable;

/** A lambda with the environment that it was written in. */
public final class Closure extends FunctionValue {

    private final FunctionCode code;
    private final Object[] environment;

    Closure(FunctionCode code, Object[] environment) {
        this.code = code;
        this.environment = environment;
    }

    @Override
    public Object call(Object argument) {
        var callee = new Object[code.environmentSize];
        callee[0] = environment;
        if (code.parameterSlot > 0) {
            callee[code.parameterSlot] = argument;
        }
        code.budget.enter();
        if (code.formals != null) {
            code.formals.bind(attributes(argument), callee, code);
        }
        Object result = code.body.execute(null, callee);
        code.budget.leave();
        return result;
    }

    private AttributeSet attributes(Object argument) {
        Object value = Thunk.force(argument);
        if (value instanceof AttributeSet set) {
            return set;
        }
        throw Expect.wrongType("a set as the argument of " + describe(code), value)
                .withRelated(code.place, "the function is defined here");
    }

    @Override
    public @Nullable List<FormalParameter> formals() {
        return code.parameters();
    }

    @Override
    public @Nullable String argumentName() {
        return code.argumentName;
    }

    @Override
    public boolean acceptsFurtherNames() {
        return code.formals != null && code.formals.ellipsis();
    }

    static String describe(FunctionCode code) {
        return code.name == null ? "an anonymous function" : "`" + Describe.text(code.name) + "`";
    }

    @Override
    public String description() {
        return describe(code);
    }

    @Override
    public Place place() {
        return code.place;
    }

    @Override
    public String printed() {
        return "<LAMBDA>";
    }
}
