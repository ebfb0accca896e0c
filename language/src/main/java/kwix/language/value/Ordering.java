package kwix.language.value;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;

/** {@code <}: numbers, strings by bytes, paths, and lists of those, element by element. */
public final class Ordering {

    private Ordering() {}

    /** Whether forced {@code left < right}. NaN is less than nothing. */
    @TruffleBoundary
    public static boolean less(Object left, Object right, Budget budget) {
        if (left instanceof Long a && right instanceof Long b) {
            return a < b;
        }
        if (left instanceof String a && right instanceof String b) {
            return a.compareTo(b) < 0;
        }
        if (left instanceof Number a && right instanceof Number b) {
            return a.doubleValue() < b.doubleValue();
        }
        if (ContextString.isString(left) && ContextString.isString(right)) {
            return ContextString.text(left).compareTo(ContextString.text(right)) < 0;
        }
        if (left instanceof PathValue a && right instanceof PathValue b) {
            return a.path().compareTo(b.path()) < 0;
        }
        if (left instanceof ListValue a && right instanceof ListValue b) {
            return lists(a, b, budget);
        }
        throw new KwixException(
                        ErrorCode.NOT_COMPARABLE,
                        "Cannot compare " + Describe.value(left) + " with " + Describe.value(right) + ".")
                .withHint(
                        left.getClass() == right.getClass()
                                ? "Only numbers, strings, paths and lists have an order."
                                : null);
    }

    private static boolean lists(ListValue left, ListValue right, Budget budget) {
        budget.enter();
        boolean result = left.size() < right.size();
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            if (!Equality.elements(left.get(i), right.get(i), budget)) {
                result = less(left.force(i), right.force(i), budget);
                break;
            }
        }
        budget.leave();
        return result;
    }
}
