package kwix.kubernetes.diff;

import java.util.ArrayList;
import java.util.List;

/** How two texts of several lines differ, with some lines around each difference. */
public final class TextLines {

    public enum Kind {
        SAME,
        ADDED,
        REMOVED,
        /** Lines that both have were left out here. */
        GAP
    }

    public record Line(Kind kind, String text) {}

    private static final int AROUND = 2;

    private TextLines() {}

    public static List<Line> difference(String from, String to) {
        List<String> left = lines(from);
        List<String> right = lines(to);
        var all = new ArrayList<Line>();
        int atLeft = 0;
        int atRight = 0;
        var common = new ArrayList<>(CommonElements.of(left, right, String::equals));
        common.add(new CommonElements.Pair(left.size(), right.size()));
        for (CommonElements.Pair pair : common) {
            left.subList(atLeft, pair.left()).forEach(line -> all.add(new Line(Kind.REMOVED, line)));
            right.subList(atRight, pair.right()).forEach(line -> all.add(new Line(Kind.ADDED, line)));
            if (pair.left() < left.size()) {
                all.add(new Line(Kind.SAME, left.get(pair.left())));
            }
            atLeft = pair.left() + 1;
            atRight = pair.right() + 1;
        }
        return folded(all);
    }

    /** A text that ends without a line break ends with a mark, so that it differs from one that has it. */
    private static List<String> lines(String text) {
        var lines = new ArrayList<>(text.lines().toList());
        if (!text.isEmpty() && !text.endsWith("\n")) {
            lines.set(lines.size() - 1, lines.getLast() + " (no line break)");
        }
        return lines;
    }

    private static List<Line> folded(List<Line> all) {
        var near = new boolean[all.size()];
        for (int i = 0; i < near.length; i++) {
            for (int j = i - AROUND; all.get(i).kind() != Kind.SAME && j <= i + AROUND; j++) {
                if (j >= 0 && j < near.length) {
                    near[j] = true;
                }
            }
        }
        var shown = new ArrayList<Line>();
        for (int i = 0; i < near.length; i++) {
            if (near[i]) {
                shown.add(all.get(i));
            } else if (i == 0 || near[i - 1]) {
                shown.add(new Line(Kind.GAP, "…"));
            }
        }
        return shown;
    }
}
