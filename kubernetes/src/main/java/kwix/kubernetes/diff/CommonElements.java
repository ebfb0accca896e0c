package kwix.kubernetes.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BiPredicate;

/** The longest common subsequence of two lists, by Myers' method. */
final class CommonElements {

    /** Lists that differ in more than this many elements are not worth the time to be matched exactly. */
    private static final int MOST_DIFFERENCES = 2000;

    /** Elements at these indices of both lists are the same. */
    record Pair(int left, int right) {}

    private CommonElements() {}

    /** The pairs in ascending order. */
    static <T> List<Pair> of(List<T> left, List<T> right, BiPredicate<T, T> same) {
        int begin = 0;
        int shorter = Math.min(left.size(), right.size());
        while (begin < shorter && same.test(left.get(begin), right.get(begin))) {
            begin++;
        }
        int end = 0;
        while (end < shorter - begin && same.test(left.get(left.size() - 1 - end), right.get(right.size() - 1 - end))) {
            end++;
        }
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < begin; i++) {
            pairs.add(new Pair(i, i));
        }
        middle(left.subList(begin, left.size() - end), right.subList(begin, right.size() - end), same, begin, pairs);
        for (int i = end; i > 0; i--) {
            pairs.add(new Pair(left.size() - i, right.size() - i));
        }
        return pairs;
    }

    /** {@code reach[k]} is how far in the left list one comes on diagonal k with the differences so far. */
    private static <T> void middle(List<T> left, List<T> right, BiPredicate<T, T> same, int offset, List<Pair> pairs) {
        int most = Math.min(left.size() + right.size(), MOST_DIFFERENCES);
        var history = new ArrayList<int[]>();
        var reach = new int[2 * most + 3];
        int zero = most + 1;
        for (int differences = 0; differences <= most; differences++) {
            for (int k = -differences; k <= differences; k += 2) {
                boolean down = k == -differences || k != differences && reach[zero + k - 1] < reach[zero + k + 1];
                int x = down ? reach[zero + k + 1] : reach[zero + k - 1] + 1;
                int y = x - k;
                while (x < left.size() && y < right.size() && same.test(left.get(x), right.get(y))) {
                    x++;
                    y++;
                }
                reach[zero + k] = x;
                if (x >= left.size() && y >= right.size()) {
                    history.add(reach);
                    back(history, left.size(), right.size(), zero, offset, pairs);
                    return;
                }
            }
            history.add(reach.clone());
        }
    }

    private static void back(List<int[]> history, int leftSize, int rightSize, int zero, int offset, List<Pair> pairs) {
        Deque<Pair> found = new ArrayDeque<>();
        int x = leftSize;
        int y = rightSize;
        for (int differences = history.size() - 1; differences > 0; differences--) {
            int[] before = history.get(differences - 1);
            int k = x - y;
            boolean down = k == -differences || k != differences && before[zero + k - 1] < before[zero + k + 1];
            int previous = down ? k + 1 : k - 1;
            int startX = before[zero + previous];
            int startY = startX - previous;
            int afterStep = down ? startX : startX + 1;
            while (x > afterStep) {
                found.addFirst(new Pair(offset + --x, offset + --y));
            }
            x = startX;
            y = startY;
        }
        while (x > 0 && y > 0) {
            found.addFirst(new Pair(offset + --x, offset + --y));
        }
        pairs.addAll(found);
    }
}
