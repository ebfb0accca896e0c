package kwix.grammar.parse;

/** Ends the fast pass at the first error. */
final class Bailout extends RuntimeException {

    private static final long serialVersionUID = 1;

    Bailout() {
        super(null, null, false, false);
    }
}
