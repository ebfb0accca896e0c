package kwix.language.node.call;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import kwix.language.error.Place;
import kwix.language.node.KwixNode;
import kwix.language.value.AttributeSet;
import kwix.language.value.Budget;
import kwix.language.value.Describe;
import kwix.language.value.Expect;
import kwix.language.value.FunctionValue.FormalParameter;
import kwix.language.value.Thunk;
import org.jspecify.annotations.Nullable;

/**
 * What all closures of one function share. {@code a: b: …} is one function of two parameters.
 *
 * <p>Invariant: all parameters but the last are plain names, and lie in the slots from 1 on in their order.
 */
final class FunctionCode {

    final int environmentSize;
    final Parameter[] parameters;

    /** Slot of the whole last argument, or -1. */
    private final int lastSlot;

    /** Of the last parameter; null when it is a plain name. */
    private final @Nullable Formals formals;

    /** Makes the body; null when it is made. */
    private @Nullable Supplier<KwixNode> source;

    private @Nullable KwixNode body;
    private final Budget budget;
    private final @Nullable String name;

    FunctionCode(
            int environmentSize,
            Parameter[] parameters,
            int lastSlot,
            @Nullable Formals formals,
            Supplier<KwixNode> source,
            Budget budget,
            @Nullable String name) {
        this.environmentSize = environmentSize;
        this.parameters = parameters;
        this.lastSlot = lastSlot;
        this.formals = formals;
        this.source = source;
        this.budget = budget;
        this.name = name;
    }

    int arity() {
        return parameters.length;
    }

    /** A new environment, in which no parameter has a value. */
    Object[] environment(Object[] outer) {
        var environment = new Object[environmentSize];
        environment[0] = outer;
        return environment;
    }

    /** @param environment has all arguments but the last */
    Object run(Object[] environment, Object last) {
        if (lastSlot > 0) {
            environment[lastSlot] = last;
        }
        budget.enter();
        if (formals != null) {
            formals.bind(attributes(last), environment, this);
        }
        KwixNode known = body;
        Object result = (known == null ? made() : known).execute(null, environment);
        budget.leave();
        return result;
    }

    @TruffleBoundary
    private KwixNode made() {
        KwixNode made = Objects.requireNonNull(source, "made once").get();
        body = made;
        source = null;
        return made;
    }

    private AttributeSet attributes(Object argument) {
        Object value = Thunk.force(argument);
        if (value instanceof AttributeSet set) {
            return set;
        }
        throw Expect.wrongType("a set as the argument of " + description(), value)
                .withRelated(placeOfFormals(), "the function is defined here")
                .leaveFunction(null);
    }

    /** @param given how many arguments the function has already */
    @Nullable
    List<FormalParameter> formals(int given) {
        return formals == null || given < parameters.length - 1 ? null : formals.parameters();
    }

    boolean acceptsFurtherNames(int given) {
        return formals != null && given == parameters.length - 1 && formals.ellipsis();
    }

    /** Where the function of the last argument begins. */
    Place placeOfFormals() {
        return parameters[parameters.length - 1].place();
    }

    boolean isAnonymous() {
        return name == null;
    }

    String description() {
        return name == null ? "an anonymous function" : "`" + Describe.text(name) + "`";
    }

    /**
     * @param name what the whole argument is called, if anything
     * @param place of this parameter with the rest of the function
     */
    record Parameter(@Nullable String name, Place place) {}
}
