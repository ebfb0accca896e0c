package kwix.language.value;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/** {@code ==}. */
public final class Equality {

    private Equality() {}

    /**
     * Whether two forced values are equal. Elements of lists and sets that are the same object count as equal, even functions;
     * functions themselves never are.
     */
    @TruffleBoundary
    public static boolean equal(Object left, Object right, Budget budget) {
        // No pattern switch: its first use costs milliseconds, and this is on every program's path.
        if (left instanceof String text) {
            return ContextString.isString(right) && text.equals(ContextString.text(right));
        }
        if (left instanceof Long a) {
            return right instanceof Long b
                    ? a.longValue() == b.longValue()
                    : right instanceof Double d && a.doubleValue() == d;
        }
        if (left instanceof Boolean || left instanceof PathValue) {
            return left.equals(right);
        }
        if (left == NullValue.NULL) {
            return right == NullValue.NULL;
        }
        if (left instanceof AttributeSet a) {
            return right instanceof AttributeSet b && sets(a, b, budget);
        }
        if (left instanceof ListValue a) {
            return right instanceof ListValue b && lists(a, b, budget);
        }
        if (left instanceof ContextString string) {
            return ContextString.isString(right) && string.text().equals(ContextString.text(right));
        }
        if (left instanceof Double a) {
            return right instanceof Double b
                    ? a.doubleValue() == b.doubleValue()
                    : right instanceof Long l && a == l.doubleValue();
        }
        return false;
    }

    /** Equality of what lists and sets hold: the same object is equal to itself, even a function, but is forced nevertheless. */
    @TruffleBoundary
    public static boolean elements(Object left, Object right, Budget budget) {
        Object a = known(left);
        Object b = known(right);
        Object value = Thunk.force(a);
        return a == b || equal(value, Thunk.force(b), budget);
    }

    private static Object known(Object value) {
        Object known = Thunk.known(value);
        return known == null ? value : known;
    }

    private static boolean lists(ListValue left, ListValue right, Budget budget) {
        if (left.size() != right.size()) {
            return false;
        }
        budget.enter();
        boolean same = true;
        for (int i = 0; same && i < left.size(); i++) {
            same = elements(left.get(i), right.get(i), budget);
        }
        budget.leave();
        return same;
    }

    private static boolean sets(AttributeSet left, AttributeSet right, Budget budget) {
        Object leftDerivation = derivationPath(left);
        Object rightDerivation = leftDerivation == null ? null : derivationPath(right);
        if (leftDerivation != null && rightDerivation != null) {
            return equal(leftDerivation, rightDerivation, budget);
        }
        if (left.size() != right.size()) {
            return false;
        }
        budget.enter();
        boolean same = true;
        for (int i = 0; same && i < left.size(); i++) {
            same = left.name(i).equals(right.name(i)) && elements(left.value(i), right.value(i), budget);
        }
        budget.leave();
        return same;
    }

    /** Two derivations are the same when their output paths are, whatever else the sets hold. */
    private static @org.jspecify.annotations.Nullable Object derivationPath(AttributeSet set) {
        return isDerivation(set) ? set.forced("outPath") : null;
    }

    @TruffleBoundary
    public static boolean isDerivation(AttributeSet set) {
        Object type = set.forced("type");
        return type != null
                && ContextString.isString(type)
                && ContextString.text(type).equals("derivation");
    }
}
