package kwix.language.node.call;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.nodes.DirectCallNode;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import kwix.language.error.KwixException;
import kwix.language.error.Place;
import kwix.language.node.KwixNode;
import kwix.language.node.thunk.RootedNode;
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
 *
 * <p>The formals and the body are made when they are first asked for: most functions of a large source are never called.
 */
final class FunctionCode {

    final int environmentSize;
    final Parameter[] parameters;

    /** Slot of the whole last argument, or -1. */
    private final int lastSlot;

    /** Makes what follows; null once that is there. */
    private @Nullable Supplier<FunctionBody> untranslated;

    /** Of the last parameter; null when it is a plain name. */
    @CompilationFinal
    private @Nullable Formals formals;

    @CompilationFinal
    private @Nullable KwixNode body;

    /** A bit for each argument that it evaluates at once; none until it was translated. */
    @CompilationFinal
    private int demanded;

    private final Budget budget;
    private final @Nullable String name;

    FunctionCode(
            int environmentSize,
            Parameter[] parameters,
            int lastSlot,
            Supplier<FunctionBody> body,
            Budget budget,
            @Nullable String name) {
        this.environmentSize = environmentSize;
        this.parameters = parameters;
        this.lastSlot = lastSlot;
        this.untranslated = body;
        this.budget = budget;
        this.name = name;
    }

    private int demanded(int slot) {
        int last = parameters.length - 1;
        if (formals != null || slot > 0 && slot == lastSlot) {
            return 1 << last;
        }
        return slot > 0 && slot <= last ? 1 << slot - 1 : 0;
    }

    /** For a function that has some of its arguments: which of so many others it evaluates at once, when it needs no more. */
    int demanded(int given, int arguments) {
        return given + arguments == parameters.length ? demanded >>> given : 0;
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
        KwixNode running = body();
        begin(environment, last);
        Object result = running.execute(null, environment);
        end();
        return result;
    }

    /** What comes before the body, which must be there. */
    void begin(Object[] environment, Object last) {
        if (lastSlot > 0) {
            environment[lastSlot] = last;
        }
        budget.enter();
        if (formals != null) {
            bind(formals, environment, last);
        }
    }

    void end() {
        budget.leave();
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    private void bind(Formals taking, Object[] environment, Object argument) {
        taking.bind(attributes(argument), environment, this);
    }

    /** A call that the compiler knows; null before the body is there, and where no engine runs it. */
    @Nullable
    DirectCallNode directCall() {
        return body instanceof RootedNode rooted ? rooted.directCall() : null;
    }

    private KwixNode body() {
        KwixNode made = body;
        return made == null ? translated() : made;
    }

    private KwixNode translated() {
        CompilerDirectives.transferToInterpreterAndInvalidate();
        FunctionBody translated = Objects.requireNonNull(untranslated).get();
        formals = translated.formals();
        body = translated.node();
        demanded = demanded(translated.demandedSlot());
        untranslated = null;
        return translated.node();
    }

    private @Nullable Formals formals() {
        body();
        return formals;
    }

    private AttributeSet attributes(Object argument) {
        Object value = Thunk.force(argument);
        if (value instanceof AttributeSet set) {
            return set;
        }
        throw notASet(value);
    }

    @TruffleBoundary
    private KwixException notASet(Object argument) {
        return Expect.wrongType("a set as the argument of " + description(), argument)
                .withRelated(placeOfFormals(), "the function is defined here")
                .leaveFunction(null);
    }

    /** @param given how many arguments the function has already */
    @Nullable
    List<FormalParameter> formals(int given) {
        Formals last = formals();
        return last == null || given < parameters.length - 1 ? null : last.parameters();
    }

    boolean acceptsFurtherNames(int given) {
        Formals last = formals();
        return last != null && given == parameters.length - 1 && last.ellipsis();
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
