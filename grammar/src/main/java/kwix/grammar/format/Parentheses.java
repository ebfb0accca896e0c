package kwix.grammar.format;

/** What expression in parentheses is a part of. */
enum Parentheses {
    /** Something else than a call or value. */
    TERM,
    /** The last argument of a call, or a whole value. */
    LAST,
    /** An argument after which others come. */
    AMONG,
    /** An argument on a line of its own. */
    OWN_LINE
}
