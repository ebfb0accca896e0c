package kwix.language.module;

import java.util.function.BiConsumer;
import kwix.grammar.diagnostic.Diagnostic;
import kwix.grammar.lint.LiteralLints;
import kwix.grammar.source.SourceText;
import org.jspecify.annotations.Nullable;

/**
 * What the user asked of an evaluation beside its value.
 *
 * @param traceVerbose whether {@code builtins.traceVerbose} shows its message
 * @param abortOnWarn whether {@code builtins.warn} ends the evaluation
 * @param warnings takes what the lints have to say of a source
 * @param system what {@code builtins.currentSystem} gives, as bytes; null for the machine's own
 */
public record Conduct(
        boolean traceVerbose,
        boolean abortOnWarn,
        LiteralLints lints,
        BiConsumer<Diagnostic, SourceText> warnings,
        @Nullable String system) {

    public static final Conduct USUAL = new Conduct(false, false, LiteralLints.NONE, (finding, source) -> {}, null);
}
