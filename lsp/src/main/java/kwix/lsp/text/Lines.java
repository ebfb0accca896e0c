package kwix.lsp.text;

import java.util.Arrays;
import kwix.grammar.tree.Tree;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Offsets of a text as the protocol's positions, both in UTF-16, and back. A line ends with a newline, a return, or both. */
public final class Lines {

    private final int length;
    private final int[] starts;
    /** Where the line's text ends, before its terminator. */
    private final int[] ends;

    public Lines(String text) {
        length = text.length();
        int[] begins = new int[16];
        int[] stops = new int[16];
        int count = 1;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c != '\n' && c != '\r') {
                continue;
            }
            if (count == begins.length) {
                begins = Arrays.copyOf(begins, count * 2);
                stops = Arrays.copyOf(stops, count * 2);
            }
            stops[count - 1] = i;
            if (c == '\r' && i + 1 < length && text.charAt(i + 1) == '\n') {
                i++;
            }
            begins[count++] = i + 1;
        }
        stops[count - 1] = length;
        starts = Arrays.copyOf(begins, count);
        ends = Arrays.copyOf(stops, count);
    }

    public int count() {
        return starts.length;
    }

    /** From 0. */
    public int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }

    public int start(int line) {
        return starts[line];
    }

    public int end(int line) {
        return ends[line];
    }

    public Position position(int offset) {
        int inside = Math.clamp(offset, 0, length);
        int line = line(inside);
        return new Position(line, inside - starts[line]);
    }

    /** Positions beyond the end of a line or the text mean that end, as the protocol says. */
    public int offset(Position position) {
        int line = position.getLine();
        if (line < 0) {
            return 0;
        }
        if (line >= starts.length) {
            return length;
        }
        return Math.clamp(starts[line] + (long) Math.max(0, position.getCharacter()), starts[line], ends[line]);
    }

    public Range range(int start, int end) {
        return new Range(position(start), position(end));
    }

    public Range range(Tree tree) {
        return range(tree.start(), tree.end());
    }

    public Range range(Span span) {
        return range(span.start(), span.end());
    }
}
