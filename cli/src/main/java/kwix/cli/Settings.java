package kwix.cli;

import java.util.List;
import kwix.grammar.lint.LiteralLints;
import kwix.language.value.Budget;
import org.jspecify.annotations.Nullable;

/**
 * How an evaluation goes about it, whatever its program is.
 *
 * @param pure whether the machine's state must not show
 * @param restricted whether only what is on the search path may be read
 * @param nixPath what stands for NIX_PATH; null when the variable itself does
 * @param furtherPath what comes after NIX_PATH
 * @param allowedUris what may be fetched in spite of {@code restricted}
 * @param system what the current system is; null for this machine's
 */
record Settings(
        boolean pure,
        boolean restricted,
        int callDepth,
        boolean showTrace,
        boolean traceVerbose,
        boolean abortOnWarn,
        LiteralLints lints,
        @Nullable List<String> nixPath,
        List<String> furtherPath,
        List<String> allowedUris,
        @Nullable String system) {

    static final String EXTRA = "extra-";

    static final Settings USUAL = new Settings(
            false,
            false,
            Budget.DEFAULT_CALL_DEPTH,
            false,
            false,
            false,
            LiteralLints.NONE,
            null,
            List.of(),
            List.of(),
            null);
}
