package kwix.language.builtin;

import kwix.language.value.Functions;
import kwix.language.value.Ordering;

/**
 * Peeksort (Munro and Wild 2018), a stable merge sort that uses the ascending and strictly descending runs that it finds. It tolerates
 * comparators that are no strict order, and then gives what the reference gives, which sorts the same way.
 */
final class PeekSort {

    /** Whether the first element must come before the second. */
    @FunctionalInterface
    interface Order {
        boolean before(Object first, Object second);
    }

    private static final int INSERTION = 16;

    private final Object[] elements;
    private final Object[] buffer;
    private final Order order;

    private PeekSort(Object[] elements, Order order) {
        this.elements = elements;
        this.order = order;
        buffer = new Object[elements.length];
    }

    static Order order(Object comparator, BuiltinContext context) {
        if (comparator instanceof BuiltinFunction builtin
                && builtin.declaration().name().equals("lessThan")) {
            return (first, second) -> Ordering.less(first, second, context.budget());
        }
        return (first, second) ->
                Needed.bool(Functions.call(comparator, first, second), "sort", "the result of its comparator");
    }

    static void sort(Object[] elements, Order order) {
        new PeekSort(elements, order).range(0, elements.length, 0, elements.length);
    }

    /** Sorts a range that begins with a run up to {@code leftEnd} and ends with one from {@code rightBegin}. */
    private void range(int begin, int end, int leftEnd, int rightBegin) {
        if (leftEnd == end || rightBegin == begin) {
            return;
        }
        if (end - begin <= INSERTION) {
            insert(begin, end);
            return;
        }
        int middle = begin + (end - begin) / 2;
        if (middle <= leftEnd) {
            range(leftEnd, end, leftEnd + 1, rightBegin);
            merge(begin, leftEnd, end);
        } else if (middle >= rightBegin) {
            range(begin, rightBegin, leftEnd, rightBegin - 1);
            merge(begin, rightBegin, end);
        } else {
            around(begin, end, leftEnd, rightBegin, middle);
        }
    }

    private void around(int begin, int end, int leftEnd, int rightBegin, int middle) {
        int from = middle - 1;
        int to = middle;
        if (order.before(elements[middle], elements[middle - 1])) {
            while (from > leftEnd && order.before(elements[from], elements[from - 1])) {
                from--;
            }
            while (to < rightBegin && order.before(elements[to], elements[to - 1])) {
                to++;
            }
            reverse(from, to);
        } else {
            while (from > leftEnd && !order.before(elements[from], elements[from - 1])) {
                from--;
            }
            while (to < rightBegin && !order.before(elements[to], elements[to - 1])) {
                to++;
            }
        }
        if (from == begin && to == end) {
            return;
        }
        if (middle - from < to - middle) {
            range(begin, from, leftEnd, from - 1);
            range(from, end, to, rightBegin);
            merge(begin, from, end);
        } else {
            range(begin, to, leftEnd, from);
            range(to, end, to + 1, rightBegin);
            merge(begin, to, end);
        }
    }

    private void reverse(int begin, int end) {
        for (int i = begin, j = end - 1; i < j; i++, j--) {
            Object swapped = elements[i];
            elements[i] = elements[j];
            elements[j] = swapped;
        }
    }

    private void insert(int begin, int end) {
        for (int i = begin + 1; i < end; i++) {
            Object inserted = elements[i];
            int at = i;
            while (at > begin && order.before(inserted, elements[at - 1])) {
                elements[at] = elements[at - 1];
                at--;
            }
            elements[at] = inserted;
        }
    }

    /** Joins two sorted neighbours; what compares as equal comes from the left one first. */
    private void merge(int begin, int middle, int end) {
        System.arraycopy(elements, begin, buffer, begin, middle - begin);
        int left = begin;
        int right = middle;
        int to = begin;
        while (left < middle && right < end) {
            elements[to++] = order.before(elements[right], buffer[left]) ? elements[right++] : buffer[left++];
        }
        System.arraycopy(buffer, left, elements, to, middle - left);
    }
}
