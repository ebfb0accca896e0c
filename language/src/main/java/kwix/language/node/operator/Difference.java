package kwix.language.node.operator;

import java.util.Objects;
import kwix.language.value.AttributeSet;
import kwix.language.value.Budget;
import kwix.language.value.Describe;
import kwix.language.value.Equality;
import kwix.language.value.FunctionValue;
import kwix.language.value.ListValue;
import org.jspecify.annotations.Nullable;

/** The first place where two unequal values differ, in words. Looks at nothing that their comparison did not need. */
final class Difference {

    /** Of a long path only its end is shown. */
    private static final int SHOWN_CHARS = 120;

    private final Budget budget;
    private final StringBuilder path = new StringBuilder();
    private Object left;
    private Object right;

    private Difference(Object left, Object right, Budget budget) {
        this.left = left;
        this.right = right;
        this.budget = budget;
    }

    /** A sentence about two forced values that are not equal. */
    static String explain(Object left, Object right, Budget budget) {
        return new Difference(left, right, budget).explain();
    }

    private String explain() {
        while (true) {
            budget.poll();
            if (left instanceof AttributeSet a && right instanceof AttributeSet b) {
                if (Equality.isDerivation(a) && Equality.isDerivation(b) && a.has("outPath") && b.has("outPath")) {
                    step(Describe.attribute("outPath"), a.forced("outPath"), b.forced("outPath"));
                    continue;
                }
                String missing = missing(a, b);
                if (missing != null) {
                    return missing;
                }
                int at = 0;
                while (at < a.size() - 1 && Equality.elements(a.value(at), b.value(at), budget)) {
                    at++;
                }
                step(Describe.attribute(a.name(at)), a.forced(a.name(at)), b.forced(b.name(at)));
            } else if (left instanceof ListValue a && right instanceof ListValue b) {
                if (a.size() != b.size()) {
                    return lengths(a.size(), b.size());
                }
                int at = 0;
                while (at < a.size() - 1 && Equality.elements(a.get(at), b.get(at), budget)) {
                    at++;
                }
                step("[" + at + "]", a.force(at), b.force(at));
            } else {
                return values();
            }
        }
    }

    private void step(String name, @Nullable Object nextLeft, @Nullable Object nextRight) {
        path.append(path.isEmpty() || name.startsWith("[") ? "" : ".").append(name);
        left = Objects.requireNonNull(nextLeft);
        right = Objects.requireNonNull(nextRight);
    }

    private @Nullable String missing(AttributeSet a, AttributeSet b) {
        String onlyLeft = nameIn(a, b);
        String onlyRight = nameIn(b, a);
        if (onlyLeft == null) {
            return onlyRight == null ? null : "Only the right side has " + below(onlyRight) + ".";
        }
        return "Only the left side has " + below(onlyLeft)
                + (onlyRight == null ? "." : ", only the right side " + below(onlyRight) + ".");
    }

    private static @Nullable String nameIn(AttributeSet set, AttributeSet other) {
        for (int i = 0; i < set.size(); i++) {
            if (!other.has(set.name(i))) {
                return set.name(i);
            }
        }
        return null;
    }

    private String below(String name) {
        return "`" + shown(path + (path.isEmpty() ? "" : ".") + Describe.attribute(name)) + "`";
    }

    private String lengths(int a, int b) {
        return (path.isEmpty() ? "The list" : "`" + shown(path.toString()) + "`") + " has " + a
                + (a == 1 ? " element" : " elements") + " on the left side and " + b + " on the right.";
    }

    private String values() {
        String functions =
                left instanceof FunctionValue && right instanceof FunctionValue ? "; functions are never equal." : ".";
        return path.isEmpty()
                ? "The left side is " + Describe.value(left) + ", the right side is " + Describe.value(right)
                        + functions
                : "The sides differ at `" + shown(path.toString()) + "`: on the left it is " + Describe.value(left)
                        + ", on the right " + Describe.value(right) + functions;
    }

    private static String shown(String path) {
        return path.length() <= SHOWN_CHARS ? path : "…" + path.substring(path.length() - SHOWN_CHARS);
    }
}
