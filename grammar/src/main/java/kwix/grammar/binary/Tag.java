package kwix.grammar.binary;

/**
 * What kind of tree follows. The form of the bytes: numbers are of variable length; a tree is its tag, where it starts, counted from the
 * last place that was written, how long it is, and its parts in the order of their records; texts are indices of a table in front.
 *
 * <p>A change of the form, or of what scope analysis finds, needs another {@link #VERSION}.
 */
final class Tag {

    static final int VERSION = 1;

    static final int NONE = 0;
    static final int INTEGER = 1;
    static final int FLOAT = 2;
    static final int STRING = 3;
    static final int INDENTED_STRING = 4;
    static final int URL = 5;
    static final int PATH = 6;
    static final int SEARCH_PATH = 7;
    static final int VARIABLE = 8;
    static final int SELECT = 9;
    static final int HAS_ATTRIBUTE = 10;
    static final int APPLY = 11;
    static final int UNARY = 12;
    static final int BINARY = 13;
    static final int IF = 14;
    static final int ASSERT = 15;
    static final int WITH = 16;
    static final int LET = 17;
    static final int LEGACY_LET = 18;

    /** Its body follows its length in four bytes, so that it can be passed over. */
    static final int LAMBDA = 19;

    /** A lambda whose body is one too, with parameters in the same environment. */
    static final int CONTINUED_LAMBDA = 20;

    static final int SET = 21;
    static final int RECURSIVE_SET = 22;
    static final int LIST = 23;
    static final int PARENTHESIZED = 24;

    static final int STATIC_NAME = 25;
    static final int QUOTED_NAME = 26;
    static final int DYNAMIC_NAME = 27;

    static final int DEFINITION = 28;
    static final int INHERIT = 29;
    static final int INHERIT_FROM = 30;

    static final int NAMED = 31;
    static final int FORMALS = 32;
    static final int OPEN_FORMALS = 33;

    static final int TEXT = 34;
    static final int INTERPOLATION = 35;

    private Tag() {}
}
