package kwix.language.builtin;

import static kwix.language.builtin.Builtin.builtin;

import java.util.List;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.Floats;
import kwix.language.value.Ordering;

/** Numbers. */
final class ArithmeticBuiltins {

    private static final double TWO_TO_THE_63 = 0x1p63;

    private ArithmeticBuiltins() {}

    static List<Builtin> declarations() {
        return List.of(
                builtin("add")
                        .strict("left")
                        .strict("right")
                        .doc("The sum of two numbers; a float when one of them is.")
                        .example("builtins.add 1 2", "3")
                        .binary((context, left, right) -> areIntegers(left, right)
                                ? added((Long) left, (Long) right)
                                : (Object) (number(left, left, right, "add") + number(right, left, right, "add"))),
                builtin("sub")
                        .strict("left")
                        .strict("right")
                        .doc("The difference of two numbers; a float when one of them is.")
                        .example("builtins.sub 5 2", "3")
                        .binary((context, left, right) -> areIntegers(left, right)
                                ? subtracted((Long) left, (Long) right)
                                : (Object) (number(left, left, right, "sub") - number(right, left, right, "sub"))),
                builtin("mul")
                        .strict("left")
                        .strict("right")
                        .doc("The product of two numbers; a float when one of them is.")
                        .example("builtins.mul 3 4", "12")
                        .binary((context, left, right) -> areIntegers(left, right)
                                ? multiplied((Long) left, (Long) right)
                                : (Object) (number(left, left, right, "mul") * number(right, left, right, "mul"))),
                builtin("div")
                        .strict("left")
                        .strict("right")
                        .doc("The quotient of two numbers: of integers rounded towards zero, else a float.")
                        .example("builtins.div 7 2", "3")
                        .example("builtins.div 7.0 2", "3.5")
                        .binary((context, left, right) -> divided(left, right)),
                builtin("bitAnd")
                        .integer("left")
                        .integer("right")
                        .doc("The bits that both integers have.")
                        .example("builtins.bitAnd 12 10", "8")
                        .binary((context, left, right) -> (Long) left & (Long) right),
                builtin("bitOr")
                        .integer("left")
                        .integer("right")
                        .doc("The bits that at least one of the integers has.")
                        .example("builtins.bitOr 12 10", "14")
                        .binary((context, left, right) -> (Long) left | (Long) right),
                builtin("bitXor")
                        .integer("left")
                        .integer("right")
                        .doc("The bits that exactly one of the integers has.")
                        .example("builtins.bitXor 12 10", "6")
                        .binary((context, left, right) -> (Long) left ^ (Long) right),
                builtin("ceil")
                        .strict("number")
                        .doc("The smallest integer that is not less than the number.")
                        .example("builtins.ceil 1.2", "2")
                        .unary((context, number) -> rounded(number, true, "ceil")),
                builtin("floor")
                        .strict("number")
                        .doc("The largest integer that is not greater than the number.")
                        .example("builtins.floor 1.8", "1")
                        .unary((context, number) -> rounded(number, false, "floor")),
                builtin("lessThan")
                        .strict("left")
                        .strict("right")
                        .doc("Whether the first value is less than the second: numbers, strings, paths, or lists of"
                                + " those.")
                        .example("builtins.lessThan 1 2", "true")
                        .binary((context, left, right) -> Ordering.less(left, right, context.budget())));
    }

    private static boolean areIntegers(Object left, Object right) {
        return left instanceof Long && right instanceof Long;
    }

    /** An operand where at least one is no integer; what is expected instead of a wrong one depends on the other. */
    private static double number(Object operand, Object left, Object right, String builtin) {
        if (operand instanceof Number number) {
            return number.doubleValue();
        }
        boolean floats = left instanceof Double || right instanceof Double;
        throw Needed.wrong(
                floats ? "a float" : "an integer", operand, builtin, operand == left ? "argument 1" : "argument 2");
    }

    private static Object added(long left, long right) {
        long sum = left + right;
        if (((left ^ sum) & (right ^ sum)) < 0) {
            throw overflow(left, "+", right);
        }
        return sum;
    }

    private static Object subtracted(long left, long right) {
        long difference = left - right;
        if (((left ^ right) & (left ^ difference)) < 0) {
            throw overflow(left, "-", right);
        }
        return difference;
    }

    private static Object multiplied(long left, long right) {
        long high = Math.multiplyHigh(left, right);
        long low = left * right;
        if (high != low >> 63) {
            throw overflow(left, "*", right);
        }
        return low;
    }

    private static Object divided(Object left, Object right) {
        if (!(right instanceof Number divisor)) {
            throw Needed.wrong("a number", right, "div", "argument 2");
        }
        if (divisor.doubleValue() == 0) {
            throw new KwixException(ErrorCode.DIVISION_BY_ZERO, "Division by zero.");
        }
        if (!(left instanceof Number dividend)) {
            throw Needed.wrong("a number", left, "div", "argument 1");
        }
        if (!areIntegers(left, right)) {
            return dividend.doubleValue() / divisor.doubleValue();
        }
        if ((Long) left == Long.MIN_VALUE && (Long) right == -1) {
            throw overflow(Long.MIN_VALUE, "/", -1);
        }
        return (Long) left / (Long) right;
    }

    private static KwixException overflow(long left, String operator, long right) {
        return new KwixException(
                ErrorCode.INTEGER_OVERFLOW,
                "The result of " + left + " " + operator + " " + right + " does not fit into a 64-bit integer.");
    }

    /** The reference rounds integers by way of floats, and refuses those that a float cannot hold. */
    private static Object rounded(Object argument, boolean up, String builtin) {
        if (argument instanceof Long number) {
            double same = number.doubleValue();
            if (same >= TWO_TO_THE_63 || (long) same != number) {
                throw new KwixException(
                                ErrorCode.INVALID_VALUE,
                                "`builtins." + builtin + "` cannot take the integer " + number
                                        + ", which no float can hold exactly.")
                        .withHint("An integer needs no rounding: leave the call out.");
            }
            return number;
        }
        if (!(argument instanceof Double number)) {
            throw Needed.wrong("a float", argument, builtin, "its argument");
        }
        double result = up ? Math.ceil(number) : Math.floor(number);
        if (!(result >= -TWO_TO_THE_63 && result < TWO_TO_THE_63)) {
            throw new KwixException(
                    ErrorCode.INVALID_VALUE,
                    "`builtins." + builtin + "` cannot make an integer of the float " + Floats.general(number)
                            + ": it does not fit into 64 bits.");
        }
        return (long) result;
    }
}
