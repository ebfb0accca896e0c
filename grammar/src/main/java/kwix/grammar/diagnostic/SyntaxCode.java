package kwix.grammar.diagnostic;

/** The stable codes of what the grammar reports; {@code kwix explain CODE} prints their explanations. */
public enum SyntaxCode {
    UNEXPECTED("KX0001", "syntax", "The text does not fit the grammar at this place."),
    UNDEFINED_VARIABLE(
            "KX0002", "undefined-variable", "A name is used that no enclosing let, function, rec set or with defines."),
    DUPLICATE_ATTRIBUTE("KX0003", "duplicate-attribute", "The same attribute is defined twice in one set."),
    DUPLICATE_FORMAL("KX0004", "syntax", "A function names the same parameter twice."),
    NULL_BYTE("KX0006", "invalid-value", "A string literal has a null byte, which no string of the language can hold."),
    DISCOURAGED_LITERAL(
            "KX0005",
            "syntax",
            "A literal is correct, but one of the switches --lint-url-literals, --lint-short-path-literals and"
                    + " --lint-absolute-path-literals asks for a warning, or for an error, when it is used.");

    private final String id;
    private final String errorClass;
    private final String explanation;

    SyntaxCode(String id, String errorClass, String explanation) {
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
}
