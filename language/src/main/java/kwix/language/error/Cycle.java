package kwix.language.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hops of an infinite recursion, gathered while its failure leaves one thunk after the other. */
final class Cycle {

    /** The thunk that was needed while it was being evaluated. */
    private final Object head;

    /** The thunk that the next one to be left needs. */
    private Object needed;

    /** Where the needed thunk's expression stands; unknown of the head until that is left. */
    private @Nullable Place neededPlace;

    /** By which name the head was needed. */
    private @Nullable Place nameOfHead;

    private int indexOfName;

    Cycle(Object head) {
        this.head = head;
        needed = head;
    }

    Object needed() {
        return needed;
    }

    /**
     * Adds the hop of a thunk that the failure leaves, and before it the name by which the thunk got at the needed one, if that is bound
     * to another name first: {@code b} of {@code a = b + 1; b = a;} is no value of its own.
     *
     * @param where the thunk's expression
     * @param name where the name is bound
     * @return whether the cycle is closed
     */
    boolean leave(Object thunk, @Nullable Place where, @Nullable Place name, List<Related> hops) {
        if (needed == head) {
            nameOfHead = name;
            indexOfName = hops.size();
        } else {
            addName(hops.size(), name, neededPlace, hops);
        }
        boolean closed = thunk == head;
        if (where != null) {
            hops.add(new Related(where, closed ? "and so back to the first value" : "which needs this value"));
        }
        if (closed) {
            addName(indexOfName, nameOfHead, where, hops);
        }
        needed = thunk;
        neededPlace = where;
        return closed;
    }

    private static void addName(int index, @Nullable Place name, @Nullable Place value, List<Related> hops) {
        if (name != null && value != null && !binds(name, value)) {
            hops.add(index, new Related(name, "by this name"));
        }
    }

    /** Whether the binding that begins with the name has that value: nothing else stands between. */
    private static boolean binds(Place name, Place value) {
        if (!name.source().equals(value.source()) || value.end() < name.end()) {
            return false;
        }
        return value.start() <= name.end()
                ? value.start() <= name.start()
                : name.source()
                        .text()
                        .substring(name.end(), value.start())
                        .chars()
                        .allMatch(c -> Character.isWhitespace(c) || c == '=' || c == '?' || c == '(');
    }
}
