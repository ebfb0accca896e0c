package kwix.language.error;

/**
 * Every kind of failure that an evaluation can end in, with a stable code for {@code kwix explain}. Codes below KX0100 belong to
 * {@link kwix.grammar.diagnostic.SyntaxCode}.
 */
public enum ErrorCode {
    SYNTAX("KX0100", "syntax", """
        A file could not be read as Kwix. Every problem that was found is shown with its place; the first is usually the cause
        of those that follow it.\
        """),
    THROWN("KX0101", "throw", """
        The program itself ended the evaluation with `throw "message"`, as libraries do to report wrong use. The message is
        theirs; the trace shows who called them. `builtins.tryEval` can catch it.\
        """),
    ABORTED("KX0102", "abort", """
        The program itself ended the evaluation with `abort "message"`. Nothing can catch it.\
        """),
    ASSERTION("KX0103", "assertion", """
        The condition of an `assert condition; value` was false. For a comparison both sides are shown.
        `builtins.tryEval` can catch it.\
        """),
    WRONG_TYPE("KX0104", "type", """
        A value of another type was needed here: the message names what was expected and what was found.\
        """),
    NOT_COERCIBLE("KX0105", "coercion", """
        The value cannot become a string. Strings, paths and sets with `outPath` or `__toString` can; numbers, booleans,
        null and lists only through `toString`.\
        """),
    MISSING_ATTRIBUTE("KX0106", "missing-attribute", """
        A set was asked for an attribute that it does not have. Write `set.name or default` when it may be missing.\
        """),
    NOT_A_FUNCTION("KX0107", "type", """
        Something was applied to an argument but is neither a function nor a set with `__functor`. Inside a list, write
        parentheses around an application: `[ (f x) ]`.\
        """),
    WRONG_ARGUMENTS("KX0108", "wrong-arguments", """
        A function of the form `{ a, b ? 1 }: …` was called with a set that lacks a name without default, or has a name that
        the function does not know. Add `...` to the formals to accept further names.\
        """),
    INFINITE_RECURSION("KX0109", "infinite-recursion", """
        A value needs itself in order to be evaluated. The places of the cycle are listed from the first need back to it.\
        """),
    CALL_DEPTH("KX0110", "stack-overflow", """
        Calls were nested deeper than allowed. Usually a recursion without an end; if it is meant, raise the limit with
        `--max-call-depth N`.\
        """),
    DIVISION_BY_ZERO("KX0111", "division-by-zero", """
        The divisor of an integer or float division was zero.\
        """),
    INTEGER_OVERFLOW("KX0112", "integer-overflow", """
        The result of the arithmetic does not fit into 64 bits. Integers range from -9223372036854775808 to
        9223372036854775807; write one operand with a dot to calculate with floats.\
        """),
    INDEX("KX0113", "index", """
        A list was asked for an element that it does not have. Indices begin at 0.\
        """),
    MISSING_FILE("KX0114", "missing-file", """
        A file or folder does not exist or cannot be read.\
        """),
    UNKNOWN_SEARCH_PATH("KX0115", "unknown-search-path", """
        `<name>` was not found on the search path, which `-I name=path` and NIX_PATH make up. `<kwix/…>` is always the
        standard library. `builtins.tryEval` can catch it.\
        """),
    DUPLICATE_ATTRIBUTE("KX0116", "duplicate-attribute", """
        A computed attribute name is already taken in the same set.\
        """),
    INVALID_VALUE("KX0117", "invalid-value", """
        The value has the right type, but its content is not one that the operation can work with.\
        """),
    NOT_COMPARABLE("KX0118", "type", """
        `<` and its relatives, and `sort`, compare numbers, strings, paths, and lists of those. Functions, sets, booleans and
        null have no order.\
        """),
    FORBIDDEN("KX0119", "impure", """
        Pure evaluation reads only the files of the project and locked inputs, nothing else of the machine. Use `--impure`, or
        hand the value in as an argument.\
        """),
    CONTEXT("KX0120", "invalid-value", """
        A string that refers to store paths was used where only plain text is possible.\
        """),
    NOT_REPRESENTABLE("KX0121", "coercion", """
        The value holds something that the output format cannot express, such as a function in YAML or JSON. The message names
        the path to it.\
        """),
    NEEDS_MODULE_ARGUMENTS("KX0122", "wrong-arguments", """
        The file is a module: a function that wants `config`, `options` or other arguments of the module system. Evaluate it
        with `kwix eval --module FILE`.\
        """),
    PROJECT("KX0123", "invalid-value", """
        The project file `kwix.toml` could not be understood.\
        """),
    CANCELLED("KX0124", "cancelled", """
        The evaluation was stopped from outside.\
        """),
    TIMEOUT("KX0125", "timeout", """
        The evaluation took longer than `--timeout` allows.\
        """),
    OUT_OF_MEMORY("KX0126", "out-of-memory", """
        The evaluation needed more memory than the process may use. The variable KWIX_JAVA_OPTS=-Xmx… raises the limit.\
        """),
    SECRET("KX0141", "invalid-value", """
        A secret would be seen: in a resource that is no Secret, in the store, or as a name. Or Secrets would be printed with their
        values, which `kwix render` does only with `--plaintext-secrets`. The message names the place, and the hint where the secret
        comes from.\
        """),
    OUTPUT("KX0127", "missing-file", """
        The output, or something that belongs into the user's store, could not be written.\
        """),
    WARNED("KX0140", "abort", """
        The program gave a warning with `builtins.warn`, and `--abort-on-warn` or the variable NIX_ABORT_ON_WARN=1 makes the
        first warning an error, so that its trace shows where it comes from.\
        """),
    UNDEFINED_VARIABLE("KX0129", "undefined-variable", """
        A name is used that neither an enclosing `let`, function or `rec` set nor the set of any enclosing `with` defines.\
        """),
    UNSUPPORTED("KX0128", "unsupported", """
        The operation belongs to the language, but Kwix does not offer it on this machine or in this mode.\
        """);

    private final String id;
    private final String errorClass;
    private final String explanation;

    ErrorCode(String id, String errorClass, String explanation) {
        this.id = id;
        this.errorClass = errorClass;
        this.explanation = explanation;
    }

    public String id() {
        return id;
    }

    /** The class of error that the reference would report, as conformance cases name it. */
    public String errorClass() {
        return errorClass;
    }

    public String explanation() {
        return explanation;
    }

    /** Whether {@code tryEval} turns it into a value. */
    public boolean catchable() {
        return this == THROWN || this == ASSERTION || this == UNKNOWN_SEARCH_PATH;
    }

    /** Whether a thunk that failed this way fails the same way forever; a stop from outside is no property of the program. */
    public boolean lasting() {
        return this != CANCELLED && this != TIMEOUT && this != CALL_DEPTH && this != OUT_OF_MEMORY;
    }
}
