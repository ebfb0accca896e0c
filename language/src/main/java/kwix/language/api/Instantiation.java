package kwix.language.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.error.TraceFrame;
import kwix.language.module.EvaluationStore;
import kwix.language.value.AttributeSet;
import kwix.language.value.Budget;
import kwix.language.value.Describe;
import kwix.language.value.Equality;
import kwix.language.value.Expect;
import kwix.language.value.ListValue;
import kwix.language.value.Thunk;
import kwix.store.StorePaths;

/**
 * Writes the derivations of a value to the physical store, with all that they need, as {@code nix-instantiate} does.
 *
 * <p>Use it inside of {@link Evaluation#run}:
 *
 * <pre>{@code
 * List<Instantiation.Instantiated> found = evaluation.run(() -> Instantiation.of(value, evaluation, call::apply));
 * found.forEach(each -> print(each.shown()));
 * }</pre>
 *
 * <p>Where a path's contents then are says {@code machine.store().physical().physical(path)}.
 */
public final class Instantiation {

    /** Attributes of other names are passed over, as the reference does. */
    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z_][A-Za-z0-9_+-]*");

    private final EvaluationStore store;
    private final Budget budget;
    private final UnaryOperator<Object> call;
    private final List<Instantiated> found = new ArrayList<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * A derivation that was found.
     *
     * @param derivation the logical path of its text in the store, one char per byte
     * @param output the output that was asked for
     */
    public record Instantiated(String derivation, String output) {

        /** As {@code nix-instantiate} prints it: the path, and the output unless that is {@code out}. */
        public String shown() {
            return output.equals("out") ? derivation : derivation + "!" + output;
        }
    }

    private Instantiation(Evaluation evaluation, UnaryOperator<Object> call) {
        store = evaluation.store();
        budget = evaluation.context().budget();
        this.call = call;
    }

    /**
     * The derivations of a value in their order: the value itself, or those in a list or set. Sets inside of a set count when they
     * have {@code recurseForDerivations = true}. All of them are evaluated before the first is written.
     *
     * @param call applies a function to the arguments of the command line and leaves every other value as it is
     */
    public static List<Instantiated> of(Object value, Evaluation evaluation, UnaryOperator<Object> call) {
        List<Instantiated> found = find(value, evaluation, call);
        EvaluationStore store = evaluation.store();
        found.forEach(each -> store.derivations().write(each.derivation()));
        return found;
    }

    /** The same without writing anything. */
    public static List<Instantiated> find(Object value, Evaluation evaluation, UnaryOperator<Object> call) {
        var instantiation = new Instantiation(evaluation, call);
        instantiation.collect(value);
        return List.copyOf(instantiation.found);
    }

    private void collect(Object given) {
        budget.enter();
        Object value = call.apply(Thunk.force(given));
        if (!isDerivation(value)) {
            switch (value) {
                case AttributeSet set -> {
                    if (seen.add(set)) {
                        attributes(set);
                    }
                }
                case ListValue list -> elements(list);
                default ->
                    throw new KwixException(
                            ErrorCode.WRONG_TYPE,
                            "Expected a derivation, or a set or list of derivations, but found " + Describe.value(value)
                                    + ".");
            }
        }
        budget.leave();
    }

    private void elements(ListValue list) {
        for (int i = 0; i < list.size(); i++) {
            Object element = list.force(i);
            if (!isDerivation(element)) {
                collect(element);
            }
        }
    }

    private void attributes(AttributeSet set) {
        boolean all = set.has("_combineChannels");
        for (int i = 0; i < set.size(); i++) {
            if (!ATTRIBUTE.matcher(set.name(i)).matches()) {
                continue;
            }
            try {
                Object value = set.force(i);
                if (all) {
                    collect(value);
                } else if (!isDerivation(value) && value instanceof AttributeSet inner && recurses(inner)) {
                    collect(inner);
                }
            } catch (KwixException failure) {
                failure.addFrame(new TraceFrame(
                        "while evaluating the attribute `" + Describe.attribute(set.name(i)) + "`",
                        set.place(i),
                        false));
                throw failure;
            }
        }
    }

    private static boolean recurses(AttributeSet set) {
        Object wanted = set.forced("recurseForDerivations");
        return wanted != null && Expect.bool(wanted);
    }

    /** Whether the value is a derivation, which then is taken unless it was before. */
    private boolean isDerivation(Object value) {
        if (!(value instanceof AttributeSet set) || !Equality.isDerivation(set)) {
            return false;
        }
        if (!seen.add(set)) {
            return true;
        }
        text(set, "name");
        String path = text(set, "drvPath");
        if (!path.equals(StorePaths.NIX.object(path)) || !store.has(path)) {
            throw new KwixException(
                            ErrorCode.INVALID_VALUE,
                            "There is no derivation `" + Describe.text(path) + "` in the store.")
                    .withSubject(Describe.text(path));
        }
        found.add(new Instantiated(path, text(set, "outputName")));
        return true;
    }

    private static String text(AttributeSet derivation, String attribute) {
        Object value = derivation.forced(attribute);
        if (value == null) {
            throw new KwixException(
                            ErrorCode.MISSING_ATTRIBUTE,
                            "A set with `type = \"derivation\"` needs an attribute `" + attribute + "`.")
                    .withSubject(attribute);
        }
        return Expect.string(value);
    }
}
