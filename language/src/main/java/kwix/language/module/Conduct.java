package kwix.language.module;

import java.util.List;
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
 * @param libraryListed whether {@code builtins.nixPath} lists the standard library, so that {@code <kwix/…>} is found
 * @param system what {@code builtins.currentSystem} gives, as bytes; null for the machine's own
 * @param fetchesInBounds whether fetchers too read files of the machine only inside of the bounds, even where a hash says what is read
 * @param readings is told of sources that are read
 * @param trees of sources that were read before; not asked when there are lints, which want to see what was written
 * @param fetchable the beginnings of what may be fetched, in and outside of the bounds; null for anything
 */
public record Conduct(
        boolean traceVerbose,
        boolean abortOnWarn,
        LiteralLints lints,
        BiConsumer<Diagnostic, SourceText> warnings,
        boolean libraryListed,
        @Nullable String system,
        boolean fetchesInBounds,
        ReadingWatch readings,
        TreeStore trees,
        @Nullable List<String> fetchable) {

    public static final Conduct USUAL = new Conduct(
            false,
            false,
            LiteralLints.NONE,
            (finding, source) -> {},
            true,
            null,
            false,
            ReadingWatch.NONE,
            TreeStore.NONE,
            null);

    public Conduct withTrees(TreeStore others) {
        return new Conduct(
                traceVerbose,
                abortOnWarn,
                lints,
                warnings,
                libraryListed,
                system,
                fetchesInBounds,
                readings,
                others,
                fetchable);
    }
}
