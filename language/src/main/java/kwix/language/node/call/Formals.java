package kwix.language.node.call;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.nodes.Node;
import java.util.ArrayList;
import java.util.List;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.node.KwixNode;
import kwix.language.value.AttributeSet;
import kwix.language.value.Describe;
import kwix.language.value.FunctionValue.FormalParameter;
import kwix.language.value.NameTable;
import kwix.language.value.Suggestions;
import org.jspecify.annotations.Nullable;

/** {@code { a, b ? 1, ... }}: takes the argument's attributes apart into slots. */
public final class Formals extends Node {

    private final List<FormalParameter> parameters;
    private final int[] slots;
    private final boolean ellipsis;

    @Children
    private final @Nullable KwixNode[] defaults;

    /** The shape of the last argument, and where its names stood. */
    private @Nullable NameTable lastShape;

    private int[] lastIndices = new int[0];

    /** @param defaults suspensions or constants; null for a name without default */
    public Formals(List<FormalParameter> parameters, int[] slots, @Nullable KwixNode[] defaults, boolean ellipsis) {
        this.parameters = parameters;
        this.slots = slots;
        this.defaults = defaults;
        this.ellipsis = ellipsis;
    }

    public List<FormalParameter> parameters() {
        return parameters;
    }

    boolean ellipsis() {
        return ellipsis;
    }

    void bind(AttributeSet argument, Object[] environment, FunctionCode code) {
        int[] indices = indices(argument, code);
        for (int i = 0; i < slots.length; i++) {
            int index = indices[i];
            if (index >= 0) {
                environment[slots[i]] = argument.value(index);
            } else {
                KwixNode fallback = defaults[i];
                if (fallback == null) {
                    throw missing(parameters.get(i).name(), argument, code);
                }
                environment[slots[i]] = fallback.suspend(environment);
            }
        }
    }

    @TruffleBoundary
    private int[] indices(AttributeSet argument, FunctionCode code) {
        NameTable shape = argument.names();
        if (shape == lastShape) {
            return lastIndices;
        }
        var indices = new int[slots.length];
        int found = 0;
        for (int i = 0; i < slots.length; i++) {
            indices[i] = shape.indexOf(parameters.get(i).name());
            if (indices[i] >= 0) {
                found++;
            } else if (defaults[i] == null) {
                throw missing(parameters.get(i).name(), argument, code);
            }
        }
        if (!ellipsis && found < argument.size()) {
            throw unexpected(argument, code);
        }
        lastShape = shape;
        lastIndices = indices;
        return indices;
    }

    @TruffleBoundary
    private KwixException missing(String name, AttributeSet argument, FunctionCode code) {
        var failure = new KwixException(
                        ErrorCode.WRONG_ARGUMENTS,
                        subject(code) + " was called without its required argument `" + Describe.text(name) + "`.")
                .withSubject(name)
                .withRelated(code.placeOfFormals(), "the function is defined here")
                .leaveFunction(null);
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < argument.size(); i++) {
            unknown.add(argument.name(i));
        }
        unknown.removeAll(names());
        List<String> near = Suggestions.near(name, unknown);
        if (!near.isEmpty()) {
            String given = near.getFirst();
            return failure.withHint(
                            "It was given `" + Describe.text(given) + "`: did you mean `" + Describe.text(name) + "`?")
                    .withRelated(argument.place(argument.indexOf(given)), "the argument is given here");
        }
        return argument.isEmpty() ? failure : failure.withRelated(argument.place(0), "the arguments are given here");
    }

    private List<String> names() {
        return parameters.stream().map(FormalParameter::name).toList();
    }

    private static String subject(FunctionCode code) {
        return code.isAnonymous() ? "An anonymous function" : "The function " + code.description();
    }

    @TruffleBoundary
    private KwixException unexpected(AttributeSet argument, FunctionCode code) {
        List<String> known = names();
        int at = 0;
        while (known.contains(argument.name(at))) {
            at++;
        }
        String name = argument.name(at);
        List<String> near = Suggestions.near(name, known);
        return new KwixException(
                        ErrorCode.WRONG_ARGUMENTS,
                        subject(code) + " was called with the unexpected argument `" + Describe.attribute(name) + "`.")
                .withSubject(name)
                .withHint(near.isEmpty() ? null : Suggestions.question(near))
                .withRelated(code.placeOfFormals(), "the function is defined here")
                .withRelated(argument.place(at), "the argument is given here")
                .leaveFunction(null);
    }
}
