package kwix.language.error;

import kwix.grammar.source.SourceText;
import kwix.language.error.Palette.Role;

/** A place with the source line that it stands in and marks below its span. */
final class Excerpt {

    private final SourceNames names;
    private final Palette palette;

    Excerpt(SourceNames names, Palette palette) {
        this.names = names;
        this.palette = palette;
    }

    /** @param label what the place is to the error; may be empty */
    void write(Place place, char mark, Role role, String label, StringBuilder out) {
        SourceText source = place.source();
        int start = Math.min(place.start(), source.text().length());
        int end = lastMarked(
                source.text(), start, Math.min(place.end(), source.text().length()));
        int firstLine = source.line(start);
        int lastLine = source.line(Math.max(start, end - 1));
        int gutter = Integer.toString(lastLine).length();

        out.append(" ".repeat(gutter)).append(palette.paint(Role.FRAME, "-->")).append(' ');
        out.append(names.shown(place))
                .append(label.isEmpty() ? "" : ": " + palette.foreign(label))
                .append('\n');
        bar(gutter, "", out);
        int firstStart = source.lineStart(start);
        int firstEnd = source.lineEnd(start);
        line(source, firstLine, gutter, start, lastLine == firstLine ? end : firstEnd, mark, role, out);
        if (lastLine == firstLine) {
            return;
        }
        if (lastLine > firstLine + 1) {
            out.append(palette.paint(Role.FRAME, "…")).append('\n');
        }
        int lastStart = Math.max(source.lineStart(end - 1), firstStart);
        line(source, lastLine, gutter, indented(source.text(), lastStart, end - 1), end, mark, role, out);
    }

    /** Marks one more place in the line that was written last, when it stands there as a whole. */
    boolean mark(Place written, Place place, char mark, Role role, String label, StringBuilder out) {
        SourceText source = place.source();
        int lineStart = source.lineStart(place.start());
        int lineEnd = source.lineEnd(lineStart);
        boolean sameLine = source == written.source()
                && place.end() <= lineEnd
                && written.start() >= lineStart
                && written.end() <= lineEnd;
        if (!sameLine) {
            return false;
        }
        var line = new DisplayLine(source.text().substring(lineStart, lineEnd));
        if (!line.fits()) {
            return false;
        }
        var marked = line.marked(place.start() - lineStart, place.end() - lineStart, mark);
        String text = marked.marks() + (label.isEmpty() ? "" : " " + palette.foreign(label));
        bar(Integer.toString(source.line(lineStart)).length(), " " + marked.indent() + palette.paint(role, text), out);
        return true;
    }

    private void line(
            SourceText source, int number, int gutter, int start, int end, char mark, Role role, StringBuilder out) {
        int lineStart = source.lineStart(start);
        int lineEnd = Math.max(lineStart, source.lineEnd(start));
        var marked = new DisplayLine(source.text().substring(lineStart, lineEnd))
                .marked(Math.min(start, lineEnd) - lineStart, Math.min(end, lineEnd) - lineStart, mark);
        String label = Integer.toString(number);
        out.append(palette.paint(Role.FRAME, " ".repeat(gutter - label.length()) + label + " |"));
        out.append(marked.text().isEmpty() ? "" : " " + marked.text()).append('\n');
        bar(gutter, " " + marked.indent() + palette.paint(role, marked.marks()), out);
    }

    private void bar(int gutter, String text, StringBuilder out) {
        out.append(palette.paint(Role.FRAME, " ".repeat(gutter + 1) + "|"))
                .append(text)
                .append('\n');
    }

    /** White space at the end of a span is not worth a mark. */
    private static int lastMarked(String text, int start, int end) {
        int last = end;
        while (last > start + 1 && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        return last;
    }

    private static int indented(String text, int lineStart, int limit) {
        int at = lineStart;
        while (at < limit && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
