package kwix.grammar.parse;

/** The rules nest deeper than the thread's stack is known to bear. */
final class NestedTooDeeply extends RuntimeException {

    private static final long serialVersionUID = 1;

    final int offset;

    NestedTooDeeply(int offset) {
        super(null, null, false, false);
        this.offset = offset;
    }
}
