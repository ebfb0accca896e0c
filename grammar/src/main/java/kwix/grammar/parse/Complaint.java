package kwix.grammar.parse;

import org.jspecify.annotations.Nullable;

/** What can be wrong with a piece that fits the grammar. */
enum Complaint {
    INTEGER_RANGE(
            "This integer does not fit into 64 bits.",
            "The largest is 9223372036854775807; write a dot to make it a float."),
    FLOAT_RANGE("This float is out of range.", "The largest is about 1.8e308, the smallest above zero about 2.2e-308."),
    CHAINED_COMPARISON(
            "Comparisons cannot be chained.", "Put one side in parentheses, or join two comparisons with `&&`."),
    MIXED_PIPES("`|>` and `<|` cannot be mixed without parentheses.", "Put one of the two pipes in parentheses."),
    DYNAMIC_INHERIT("`inherit` takes names, not computed ones.", "Write the binding out: `${name} = value;`."),
    DYNAMIC_LET(
            "The names in `let` must be known, but this one is computed.",
            "Make an attribute set of it and select from that."),
    EXTRA_COMMA("Expected the name of a parameter, found `,`.", "Leave one comma out."),
    AFTER_ELLIPSIS(
            "Nothing may follow `...` in the parameters of a function.",
            "Move `...` to the end and leave the comma after it out.");

    private final String message;
    private final @Nullable String hint;

    Complaint(String message, @Nullable String hint) {
        this.message = message;
        this.hint = hint;
    }

    String message() {
        return message;
    }

    @Nullable
    String hint() {
        return hint;
    }
}
