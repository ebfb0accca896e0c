package kwix.conformance.random;

import java.util.Optional;
import kwix.conformance.random.Comparison.Disagreement;
import kwix.conformance.random.Reference.Answer;

/**
 * Uses of a library named {@code lib}: with the lib of nixpkgs the reference answers, with {@code <kwix/lib>} we do. Values must be the
 * same; where one fails the other must, though each library has its own words for that and may notice in another order.
 */
record LibraryComparison(Comparison comparison) {

    static String with(String library, String use) {
        return "let lib = import " + library + "; in " + use;
    }

    Optional<Disagreement> compare(String use, Answer answer) {
        return comparison
                .compare(with("<kwix/lib>", use), true, answer)
                .filter(found ->
                        found.kind().startsWith("value / ") || found.kind().endsWith(" / value"));
    }
}
