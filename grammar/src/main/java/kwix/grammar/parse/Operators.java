package kwix.grammar.parse;

import kwix.grammar.tree.BinaryOperator;

/** The operator tokens: how they are written, what they mean, how tightly they bind. */
final class Operators {

    /** Binds looser than {@code +} and tighter than {@code //}. */
    static final int NOT_LEVEL = 8;

    static final int NEGATE_LEVEL = 13;

    private static final byte[] ALONE = alone();

    private Operators() {}

    /** The token that this character is, whatever stands around it, or 0. */
    static int alone(byte c) {
        return c < 0 ? 0 : ALONE[c];
    }

    private static byte[] alone() {
        var alone = new byte[128];
        alone['('] = KwixParser.L_PAREN;
        alone[')'] = KwixParser.R_PAREN;
        alone['['] = KwixParser.L_BRACKET;
        alone[']'] = KwixParser.R_BRACKET;
        alone[';'] = KwixParser.SEMICOLON;
        return alone;
    }

    static int ofTwo(byte c, byte next) {
        return switch (c) {
            case '+' -> next == '+' ? KwixParser.CONCAT : 0;
            case '/' -> next == '/' ? KwixParser.UPDATE : 0;
            case '-' -> next == '>' ? KwixParser.IMPLIES : 0;
            case '<' -> next == '=' ? KwixParser.LESS_OR_EQUAL : next == '|' ? KwixParser.PIPE_BACKWARD : 0;
            case '>' -> next == '=' ? KwixParser.GREATER_OR_EQUAL : 0;
            case '!' -> next == '=' ? KwixParser.NOT_EQUAL : 0;
            case '&' -> next == '&' ? KwixParser.AND : 0;
            case '|' -> next == '|' ? KwixParser.LOGICAL_OR : next == '>' ? KwixParser.PIPE_FORWARD : 0;
            default -> 0;
        };
    }

    static int ofOne(byte c) {
        return switch (c) {
            case '+' -> KwixParser.PLUS;
            case '-' -> KwixParser.MINUS;
            case '*' -> KwixParser.TIMES;
            case '/' -> KwixParser.DIVIDE;
            case '<' -> KwixParser.LESS;
            case '>' -> KwixParser.GREATER;
            case '!' -> KwixParser.NOT;
            default -> 0;
        };
    }

    static BinaryOperator binary(int token) {
        return switch (token) {
            case KwixParser.CONCAT -> BinaryOperator.CONCATENATE;
            case KwixParser.TIMES -> BinaryOperator.MULTIPLY;
            case KwixParser.DIVIDE -> BinaryOperator.DIVIDE;
            case KwixParser.PLUS -> BinaryOperator.ADD;
            case KwixParser.MINUS -> BinaryOperator.SUBTRACT;
            case KwixParser.UPDATE -> BinaryOperator.UPDATE;
            case KwixParser.LESS -> BinaryOperator.LESS;
            case KwixParser.LESS_OR_EQUAL -> BinaryOperator.LESS_OR_EQUAL;
            case KwixParser.GREATER -> BinaryOperator.GREATER;
            case KwixParser.GREATER_OR_EQUAL -> BinaryOperator.GREATER_OR_EQUAL;
            case KwixParser.EQUAL -> BinaryOperator.EQUAL;
            case KwixParser.NOT_EQUAL -> BinaryOperator.NOT_EQUAL;
            case KwixParser.AND -> BinaryOperator.AND;
            case KwixParser.LOGICAL_OR -> BinaryOperator.OR;
            case KwixParser.IMPLIES -> BinaryOperator.IMPLIES;
            case KwixParser.PIPE_FORWARD -> BinaryOperator.PIPE_FORWARD;
            case KwixParser.PIPE_BACKWARD -> BinaryOperator.PIPE_BACKWARD;
            default -> throw new IllegalArgumentException("not an operator: " + token);
        };
    }

    /** Of two operators the one with the higher level binds tighter. */
    static int level(BinaryOperator operator) {
        return switch (operator) {
            case PIPE_FORWARD, PIPE_BACKWARD -> 1;
            case IMPLIES -> 2;
            case OR -> 3;
            case AND -> 4;
            case EQUAL, NOT_EQUAL -> 5;
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> 6;
            case UPDATE -> 7;
            case ADD, SUBTRACT -> 9;
            case MULTIPLY, DIVIDE -> 10;
            case CONCATENATE -> 11;
        };
    }

    static boolean isRightAssociative(BinaryOperator operator) {
        return switch (operator) {
            case IMPLIES, UPDATE, CONCATENATE, PIPE_BACKWARD -> true;
            default -> false;
        };
    }

    /** Whether two operators of one level may not stand side by side without parentheses. */
    static boolean clash(BinaryOperator left, BinaryOperator right) {
        return switch (level(left)) {
            case 1 -> left != right;
            case 5, 6 -> true;
            default -> false;
        };
    }
}
