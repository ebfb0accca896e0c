package kwix.kubernetes.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CommonElementsTest {

    /** The length by the textbook's table. */
    private static int longest(List<Integer> left, List<Integer> right) {
        var table = new int[left.size() + 1][right.size() + 1];
        for (int i = 1; i <= left.size(); i++) {
            for (int j = 1; j <= right.size(); j++) {
                table[i][j] = left.get(i - 1).equals(right.get(j - 1))
                        ? table[i - 1][j - 1] + 1
                        : Math.max(table[i - 1][j], table[i][j - 1]);
            }
        }
        return table[left.size()][right.size()];
    }

    private static List<Integer> list(Random random) {
        var list = new ArrayList<Integer>();
        for (int i = random.nextInt(12); i > 0; i--) {
            list.add(random.nextInt(4));
        }
        return list;
    }

    @Test
    void theLongestIsFound() {
        var random = new Random(7);
        for (int round = 0; round < 5000; round++) {
            List<Integer> left = list(random);
            List<Integer> right = list(random);
            List<CommonElements.Pair> pairs = CommonElements.of(left, right, Integer::equals);
            assertEquals(longest(left, right), pairs.size(), () -> left + " " + right);
            int lastLeft = -1;
            int lastRight = -1;
            for (CommonElements.Pair pair : pairs) {
                assertEquals(left.get(pair.left()), right.get(pair.right()));
                assertTrue(pair.left() > lastLeft && pair.right() > lastRight, pairs::toString);
                lastLeft = pair.left();
                lastRight = pair.right();
            }
        }
    }

    @Test
    void listsThatShareNothingButTheirEndsEndSoon() {
        var left = new ArrayList<Integer>();
        var right = new ArrayList<Integer>();
        for (int i = 1; i < 50_000; i++) {
            left.add(i);
            right.add(-i);
        }
        for (List<Integer> list : List.of(left, right)) {
            list.addFirst(0);
            list.addLast(0);
        }
        List<CommonElements.Pair> pairs = CommonElements.of(left, right, Integer::equals);
        assertEquals(List.of(new CommonElements.Pair(0, 0), new CommonElements.Pair(50_000, 50_000)), pairs);
    }
}
