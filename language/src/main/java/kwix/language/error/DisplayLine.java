package kwix.language.error;

/**
 * One line of a source as a terminal shows it: tabs become spaces, and every character has a width, so that marks below it stand where
 * they should.
 */
final class DisplayLine {

    private static final int TAB = 4;
    private static final int WIDEST = 100;

    /** How much of a long line is kept before the marked part. */
    private static final int LEAD = 30;

    private final String[] cells;

    /** The display column at which the character at a UTF-16 offset begins; one entry more for the line's end. */
    private final int[] columns;

    DisplayLine(String line) {
        cells = new String[line.length()];
        columns = new int[line.length() + 1];
        int column = 0;
        for (int i = 0; i < line.length(); ) {
            int point = line.codePointAt(i);
            String shown = shown(point, column);
            cells[i] = shown;
            columns[i] = column;
            column += point == '\t' ? shown.length() : width(point);
            i++;
            if (Character.isSupplementaryCodePoint(point)) {
                cells[i] = "";
                columns[i] = column;
                i++;
            }
        }
        columns[line.length()] = column;
    }

    private static String shown(int point, int column) {
        if (point == '\t') {
            return " ".repeat(TAB - column % TAB);
        }
        return Character.isISOControl(point) || point >= 0xD800 && point <= 0xDFFF
                ? "\uFFFD"
                : Character.toString(point);
    }

    /** The line, cut when long, and below it marks under the half-open span of UTF-16 offsets; at least one mark. */
    Marked marked(int start, int end, char mark) {
        int from = 0;
        int to = cells.length;
        if (columns[to] > WIDEST) {
            if (columns[Math.min(end, to)] > WIDEST - 1) {
                from = offsetOf(columns[start] - LEAD);
            }
            to = offsetOf(columns[from] + WIDEST);
        }
        var text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(cells[i]);
        }
        String before = from > 0 ? "…" : "";
        String after = to < cells.length ? "…" : "";
        int first = columns[start] - columns[from] + before.length();
        int count = Math.max(1, columns[Math.max(start, Math.min(end, to))] - columns[start]);
        return new Marked(
                (before + text + after).stripTrailing(),
                " ".repeat(first),
                String.valueOf(mark).repeat(count));
    }

    /** Whether it is shown uncut. */
    boolean fits() {
        return columns[cells.length] <= WIDEST;
    }

    private int offsetOf(int column) {
        int offset = 0;
        while (offset < cells.length && columns[offset] < column) {
            offset++;
        }
        return offset;
    }

    /** @param marks without the indent before them */
    record Marked(String text, String indent, String marks) {}

    private static int width(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(point) ? 2 : 1;
    }

    private static boolean isWide(int point) {
        return point >= 0x1100
                && (point <= 0x115F
                        || point >= 0x2E80 && point <= 0x303E
                        || point >= 0x3041 && point <= 0xA4CF
                        || point >= 0xAC00 && point <= 0xD7A3
                        || point >= 0xF900 && point <= 0xFAFF
                        || point >= 0xFE30 && point <= 0xFE6F
                        || point >= 0xFF00 && point <= 0xFF60
                        || point >= 0xFFE0 && point <= 0xFFE6
                        || point >= 0x1F300 && point <= 0x1F64F
                        || point >= 0x1F900 && point <= 0x1F9FF
                        || point >= 0x20000 && point <= 0x3FFFD);
    }
}
