package kwix.grammar.tree;

/** An infix operator, from the tightest to the loosest. */
public enum BinaryOperator {
    CONCATENATE("++"),
    MULTIPLY("*"),
    DIVIDE("/"),
    ADD("+"),
    SUBTRACT("-"),
    UPDATE("//"),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    EQUAL("=="),
    NOT_EQUAL("!="),
    AND("&&"),
    OR("||"),
    IMPLIES("->"),
    PIPE_FORWARD("|>"),
    PIPE_BACKWARD("<|");

    private final String symbol;

    BinaryOperator(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }
}
