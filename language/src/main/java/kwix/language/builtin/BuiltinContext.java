package kwix.language.builtin;

import java.util.ArrayList;
import java.util.List;
import kwix.language.module.Importer;
import kwix.language.module.Machine;
import kwix.language.regex.RegexCache;
import kwix.language.value.Budget;
import kwix.language.value.Coercion;
import kwix.language.value.EvaluationContext;
import kwix.language.value.ListValue;
import org.jspecify.annotations.Nullable;

/** What builtins can reach, and what they keep for their next call in the same evaluation. */
public final class BuiltinContext {

    private static final int STEPS_PER_POLL = 0x3FF;

    private final EvaluationContext evaluation;
    private final Machine machine;
    private final Importer importer;
    private final RegexCache regexes = new RegexCache();
    private final List<String> openLabels = new ArrayList<>();
    private @Nullable Digests digests;
    private @Nullable ListValue replaced;
    private @Nullable Patterns patterns;

    /** @param machine files, environment, search path and streams, as far as the evaluation may use them */
    public BuiltinContext(EvaluationContext evaluation, Machine machine, Importer importer) {
        this.evaluation = evaluation;
        this.machine = machine;
        this.importer = importer;
    }

    EvaluationContext evaluation() {
        return evaluation;
    }

    Machine machine() {
        return machine;
    }

    Importer importer() {
        return importer;
    }

    RegexCache regexes() {
        return regexes;
    }

    Budget budget() {
        return evaluation.budget();
    }

    Coercion coercion() {
        return evaluation.coercion();
    }

    /** What to look for in place of these strings; they are evaluated. */
    Patterns patterns(ListValue strings) {
        Patterns known = patterns;
        if (known == null || replaced != strings) {
            known = new Patterns(strings);
            patterns = known;
            replaced = strings;
        }
        return known;
    }

    /** What {@code detectCycle} is evaluating, the outermost first. */
    List<String> openLabels() {
        return openLabels;
    }

    Digests digests() {
        Digests known = digests;
        if (known == null) {
            known = new Digests();
            digests = known;
        }
        return known;
    }

    /** For the {@code step}th round of a loop whose rounds are cheap: looks now and then whether to stop. */
    void poll(int step) {
        if ((step & STEPS_PER_POLL) == 0) {
            evaluation.budget().poll();
        }
    }
}
