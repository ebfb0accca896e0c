package kwix.language.builtin;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import kwix.language.value.Budget;
import kwix.language.value.Ordering;
import org.jspecify.annotations.Nullable;

/** Keys seen so far, told apart by the language's order: 1 and 1.0 are the same key, 1 and "1" cannot be compared. */
final class ClosureKeys {

    private final Budget budget;
    private final Set<Object> hashed = new HashSet<>();
    private @Nullable Class<?> hashedClass;
    private @Nullable TreeSet<Object> ordered;

    ClosureKeys(Budget budget) {
        this.budget = budget;
    }

    /** Whether the key is new. */
    boolean add(Object key) {
        if (ordered != null) {
            return ordered.add(key);
        }
        boolean simple = key instanceof String || key instanceof Long;
        if (simple && (hashedClass == null || hashedClass == key.getClass())) {
            hashedClass = key.getClass();
            return hashed.add(key);
        }
        ordered = new TreeSet<>(this::compare);
        ordered.addAll(hashed);
        hashed.clear();
        return ordered.add(key);
    }

    private int compare(Object left, Object right) {
        if (ordered == null || ordered.isEmpty()) {
            // The tree compares its first key with itself, which the reference does not: a lone key may be of any type.
            return 0;
        }
        return Ordering.less(left, right, budget) ? -1 : Ordering.less(right, left, budget) ? 1 : 0;
    }
}
