package kwix.grammar.scope;

/** What a variable means, as a number that can be kept with it. */
public final class Meaning {

    /** A global name. */
    public static final int BUILTIN = 0;

    /** It is looked up in the namespaces of the {@code with}s around it. */
    public static final int FROM_WITH = 1;

    private static final int SLOT_BITS = 20;
    private static final int MOST_FUNCTIONS = (1 << 30 - SLOT_BITS) - 1;

    private Meaning() {}

    /** A slot; never 0 or 1, since slot 0 has no name and slots are shifted by one function. */
    public static int local(int functions, int slot) {
        return functions + 1 << SLOT_BITS | slot;
    }

    /** Whether such a slot has a number. */
    public static boolean fits(int functions, int slot) {
        return functions < MOST_FUNCTIONS && slot < 1 << SLOT_BITS;
    }

    static int functions(int meaning) {
        return (meaning >>> SLOT_BITS) - 1;
    }

    static int slot(int meaning) {
        return meaning & (1 << SLOT_BITS) - 1;
    }
}
