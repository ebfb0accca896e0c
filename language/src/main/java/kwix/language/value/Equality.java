package kwix.language.value;

/** {@code ==}. */
public final class Equality {

    private Equality() {}

    /**
     * Whether two forced values are equal. Elements of lists and sets that are the same object count as equal, even functions;
     * functions themselves never are.
     */
    public static boolean equal(Object left, Object right, Budget budget) {
        return switch (left) {
            case Long a ->
                right instanceof Long b
                        ? a.longValue() == b.longValue()
                        : right instanceof Double d && a.doubleValue() == d;
            case Double a ->
                right instanceof Double b
                        ? a.doubleValue() == b.doubleValue()
                        : right instanceof Long l && a == l.doubleValue();
            case String a -> ContextString.isString(right) && a.equals(ContextString.text(right));
            case ContextString a -> ContextString.isString(right) && a.text().equals(ContextString.text(right));
            case Boolean a -> a.equals(right);
            case NullValue a -> a == right;
            case PathValue a -> a.equals(right);
            case ListValue a -> right instanceof ListValue b && lists(a, b, budget);
            case AttributeSet a -> right instanceof AttributeSet b && sets(a, b, budget);
            default -> false;
        };
    }

    /** Equality of what lists and sets hold: the same object is equal to itself, even a function, but is forced nevertheless. */
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

    public static boolean isDerivation(AttributeSet set) {
        Object type = set.forced("type");
        return type != null
                && ContextString.isString(type)
                && ContextString.text(type).equals("derivation");
    }
}
