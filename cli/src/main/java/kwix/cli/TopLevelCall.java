package kwix.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.AttributeSet;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.DeferredThunk;
import kwix.language.value.Describe;
import kwix.language.value.FunctionValue;
import kwix.language.value.FunctionValue.FormalParameter;
import kwix.language.value.Functions;
import org.jspecify.annotations.Nullable;

/** Calls functions with formals by the arguments of the command line, so that there is a value to print. */
final class TopLevelCall {

    private static final String LIBRARY = "lib";

    private static final List<String> OF_MODULES = List.of("config", "options");

    private final AttributeSet arguments;
    private final @Nullable Supplier<Object> library;

    /** @param library gives the standard library, for functions that name it; null when they do not get it */
    TopLevelCall(AttributeSet arguments, @Nullable Supplier<Object> library) {
        this.arguments = arguments;
        this.library = library;
    }

    /** The value itself unless it is a function with formals, or a set that is called as one. */
    Object apply(Object value) {
        if (value instanceof AttributeSet set && set.has("__functor")) {
            return apply(Functions.functor(set));
        }
        if (!(value instanceof FunctionValue function)) {
            return value;
        }
        List<FormalParameter> formals = function.formals();
        return formals == null ? value : Functions.call(function, given(function, formals));
    }

    private AttributeSet given(FunctionValue function, List<FormalParameter> formals) {
        var given = new AttributeSetBuilder();
        var missing = new ArrayList<FormalParameter>();
        for (FormalParameter formal : formals) {
            Object argument = arguments.get(formal.name());
            if (argument != null) {
                given.put(formal.name(), argument);
            } else if (library != null && formal.name().equals(LIBRARY)) {
                given.put(LIBRARY, new DeferredThunk(library));
            } else if (!formal.optional()) {
                missing.add(formal);
            }
        }
        if (!missing.isEmpty()) {
            throw missing(function, missing);
        }
        return function.acceptsFurtherNames() ? given.build().update(arguments) : given.build();
    }

    private KwixException missing(FunctionValue function, List<FormalParameter> missing) {
        if (library != null) {
            for (FormalParameter formal : missing) {
                if (OF_MODULES.contains(formal.name())) {
                    return new KwixException(
                                    ErrorCode.NEEDS_MODULE_ARGUMENTS,
                                    "This function is a module: its argument `" + formal.name()
                                            + "` comes from the module system.")
                            .at(formal.place())
                            .withHint("Evaluate it with `kwix eval --module FILE`.");
                }
            }
        }
        FormalParameter first = missing.getFirst();
        String name = Describe.text(first.name());
        String others = missing.size() == 1 ? "" : ", and " + (missing.size() - 1) + " more,";
        return new KwixException(
                        ErrorCode.WRONG_ARGUMENTS,
                        Describe.valueFirst(function) + " needs the argument `" + name + "`" + others
                                + " and cannot be evaluated without.")
                .at(first.place())
                .withHint("Give it with --arg " + name + " EXPR or --argstr " + name + " TEXT, or give it a default.");
    }
}
