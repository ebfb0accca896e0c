package kwix.language.builtin;

import java.util.List;
import java.util.Set;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.fetch.FetchedTree;
import kwix.language.fetch.FlakeReference;
import kwix.language.value.AttributeSet;
import kwix.language.value.ContextString;
import kwix.language.value.Describe;
import kwix.language.value.FunctionValue;
import kwix.language.value.Functions;
import kwix.language.value.PathValue;

/** Evaluates flakes that need no others. */
final class Flake {

    private static final Set<String> ATTRIBUTES = Set.of("description", "inputs", "outputs", "nixConfig");
    private static final String PROGRAM = "flake.kx";

    private final BuiltinContext context;
    private final String text;

    private Flake(BuiltinContext context, String text) {
        this.context = context;
        this.text = Describe.text(text);
    }

    static Object of(BuiltinContext context, String text) {
        return new Flake(context, text).evaluate(FlakeReference.parse(text));
    }

    private Object evaluate(FlakeReference reference) {
        FetchedTree tree = reference.fetch(FetchBuiltins.fetcher(context));
        String folder = reference.folder();
        String file = tree.storePath() + (folder.isEmpty() ? "" : "/" + folder) + "/flake.nix";
        Object value = context.importer().importFile(PathValue.normalised(file));
        if (!(value instanceof AttributeSet flake)) {
            throw new KwixException(
                    ErrorCode.WRONG_TYPE,
                    "The flake `" + text + "` must be a set, but is " + Describe.value(value) + ".");
        }
        check(flake);
        Object program = DerivationBuiltins.program(context, PROGRAM);
        return Functions.call(Functions.call(Functions.call(program, tree.asSet(false)), folder), flake);
    }

    private void check(AttributeSet flake) {
        for (int i = 0; i < flake.size(); i++) {
            if (!ATTRIBUTES.contains(flake.name(i))) {
                throw new KwixException(
                                ErrorCode.INVALID_VALUE,
                                "The flake `" + text + "` has an attribute `" + Describe.text(flake.name(i))
                                        + "`, which no flake may have.")
                        .withSubject(Describe.text(flake.name(i)))
                        .at(flake.place(i));
            }
        }
        Object description = flake.forced("description");
        if (description != null && !ContextString.isString(description)) {
            throw wrong("description", "a string", description);
        }
        Object outputs = flake.forced("outputs");
        if (outputs == null) {
            throw new KwixException(
                            ErrorCode.MISSING_ATTRIBUTE, "The flake `" + text + "` lacks the attribute `outputs`.")
                    .withSubject("outputs");
        }
        if (!(outputs instanceof FunctionValue function)) {
            throw wrong("outputs", "a function", outputs);
        }
        Object inputs = flake.forced("inputs");
        if (inputs != null) {
            if (!(inputs instanceof AttributeSet set)) {
                throw wrong("inputs", "a set", inputs);
            }
            for (int i = 0; i < set.size(); i++) {
                refuseInput(set.name(i));
            }
        }
        List<FunctionValue.FormalParameter> formals = function.formals();
        if (formals != null) {
            formals.forEach(formal -> refuseInput(formal.name()));
        }
    }

    private void refuseInput(String name) {
        if (!name.equals("self")) {
            throw new KwixException(
                            ErrorCode.UNSUPPORTED,
                            "The flake `" + text + "` has the input `" + Describe.text(name)
                                    + "`, and Kwix evaluates only flakes without inputs.")
                    .withHint("`builtins.fetchTree` fetches a source without evaluating it.");
        }
    }

    private KwixException wrong(String attribute, String wanted, Object found) {
        return new KwixException(
                ErrorCode.WRONG_TYPE,
                "The attribute `" + attribute + "` of the flake `" + text + "` must be " + wanted + ", but is "
                        + Describe.value(found) + ".");
    }
}
