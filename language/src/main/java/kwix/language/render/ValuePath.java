package kwix.language.render;

import java.util.Arrays;
import java.util.IdentityHashMap;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.error.Place;
import kwix.language.error.TraceFrame;
import kwix.language.value.AttributeSet;
import kwix.language.value.Budget;
import org.jspecify.annotations.Nullable;

/**
 * The way from the root of a value to where a writer stands, kept while it walks, so that failures can name the attribute. A failure
 * leaves it as it was at that moment.
 */
final class ValuePath {

    /** Looking for a cycle costs as much as the path is long, so it happens only so often. */
    private static final int LEVELS_BETWEEN_CYCLE_CHECKS = 1024;

    /** Of a very long path only its ends are shown. */
    private static final int SHOWN_STEPS = 16;

    /** Texts that indent grow with the square of the depth, and no reader goes so deep. */
    private static final int DEEPEST_INDENTED = 10_000;

    private final Budget budget;
    private Object[] containers = new Object[16];
    private int[] indices = new int[16];
    private int depth;

    ValuePath(Budget budget) {
        this.budget = budget;
    }

    /** Begins a set or list whose elements follow. */
    void enter(Object container) {
        budget.enter();
        if (depth == containers.length) {
            containers = Arrays.copyOf(containers, depth * 2);
            indices = Arrays.copyOf(indices, depth * 2);
        }
        containers[depth] = container;
        indices[depth++] = -1;
        if (depth % LEVELS_BETWEEN_CYCLE_CHECKS == 0) {
            refuseCycle();
        }
    }

    /** The same for a text that indents its levels. */
    void enterIndented(Object container) {
        enter(container);
        if (depth > DEEPEST_INDENTED) {
            throw new KwixException(
                            ErrorCode.CALL_DEPTH,
                            "The value nests sets and lists more than " + DEEPEST_INDENTED
                                    + " levels deep, too deep to be indented.")
                    .at(place())
                    .withHint("This is usually a structure without an end.");
        }
    }

    /** Steps to an element of the innermost container. */
    void at(int index) {
        budget.poll();
        indices[depth - 1] = index;
    }

    void leave() {
        containers[--depth] = this;
        budget.leave();
    }

    private void refuseCycle() {
        var levels = new IdentityHashMap<Object, Integer>();
        for (int i = 0; i < depth; i++) {
            Integer before = levels.putIfAbsent(containers[i], i);
            if (before != null) {
                throw new KwixException(
                                ErrorCode.CALL_DEPTH,
                                "The value contains itself, so its text would have no end: "
                                        + (before == 0 ? "the whole value" : "`" + text(before) + "`")
                                        + " is found again at `" + text(i) + "`.")
                        .at(placeOf(i - 1));
            }
        }
    }

    /** Gives a failure of the value at this path a frame that names it, and a place if it has none. */
    KwixException explain(KwixException failure) {
        if (depth > 0 && indices[0] >= 0) {
            failure.addFrame(new TraceFrame("while evaluating " + noun() + " `" + this + "`", place(), false));
        }
        return failure;
    }

    private String noun() {
        return containers[named() - 1] instanceof AttributeSet ? "attribute" : "list element";
    }

    /** How many steps have begun: the innermost container may not have reached its first element. */
    private int named() {
        return depth > 0 && indices[depth - 1] < 0 ? depth - 1 : depth;
    }

    /** Where the nearest attribute on the way was defined. */
    @Nullable
    Place place() {
        return placeOf(named() - 1);
    }

    private @Nullable Place placeOf(int level) {
        for (int i = level; i >= 0; i--) {
            if (containers[i] instanceof AttributeSet set) {
                Place place = set.place(indices[i]);
                if (place != null) {
                    return place;
                }
            }
        }
        return null;
    }

    boolean isRoot() {
        return named() == 0;
    }

    /** For example {@code spec.ports[0]."a b"}; UTF-16. */
    @Override
    public String toString() {
        return text(named());
    }

    private String text(int steps) {
        var text = new StringBuilder();
        for (int i = 0; i < steps; i++) {
            if (steps > SHOWN_STEPS && i == SHOWN_STEPS / 2) {
                text.append("…");
                i = steps - SHOWN_STEPS / 2;
            }
            if (containers[i] instanceof AttributeSet set) {
                text.append(text.isEmpty() ? "" : ".").append(NixPrinter.name(set.name(indices[i])));
            } else {
                text.append('[').append(indices[i]).append(']');
            }
        }
        return text.toString();
    }
}
