package kwix.grammar.format;

import static kwix.grammar.parse.KwixParser.*;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.StringPart;
import org.jspecify.annotations.Nullable;

/** An indented string of several lines: its lines keep their indentation to each other, and lose what all have in common. */
final class IndentedLines {

    private static final int NONE = Integer.MAX_VALUE;
    private static final int QUOTES = 2;

    /** Text as it is, or what is interpolated. */
    private record Piece(int start, int end, StringPart.@Nullable Interpolation interpolation) {}

    private static final class Line {
        final List<Piece> pieces = new ArrayList<>(1);
        int spaces;
    }

    private final Layout layout;
    private final Sheet sheet;
    private final Page page;
    private final int first;
    private final int last;
    private final List<Line> lines = new ArrayList<>();
    private Line line = new Line();

    IndentedLines(Layout layout, int first, int last) {
        this.layout = layout;
        sheet = layout.sheet;
        page = layout.page;
        this.first = first;
        this.last = last;
    }

    void write(List<StringPart> parts) {
        read(parts);
        int least = lines.stream()
                .filter(some -> !some.pieces.isEmpty())
                .mapToInt(some -> some.spaces)
                .min()
                .orElse(NONE);
        page.begin(first, sheet.tokens.start(first), sheet.tokens.start(first) + QUOTES);
        int base = page.indentation();
        int inner = base + Page.STEP;
        for (Line some : lines) {
            if (!some.pieces.isEmpty()) {
                page.stringLine(inner, some.spaces - least);
                write(some);
            } else {
                page.emptyStringLine(least < some.spaces ? inner + some.spaces - least : 0);
            }
        }
        if (line.pieces.isEmpty()) {
            page.stringLine(base, 0);
        }
        page.source(sheet.tokens.end(last) - QUOTES, sheet.tokens.end(last));
        page.indentation(base);
        page.end(last);
    }

    private void write(Line some) {
        for (int i = 0; i < some.pieces.size(); i++) {
            Piece piece = some.pieces.get(i);
            if (piece.interpolation() == null) {
                page.source(piece.start(), piece.end());
                continue;
            }
            Expression expression = piece.interpolation().expression();
            int tail = Strings.isShort(expression) ? 0 : widthAfter(some.pieces, i + 1);
            layout.strings.interpolation(sheet.first(piece.interpolation()), expression, tail, i == 0);
        }
    }

    /** The width of what follows on the line up to the next interpolation that may be broken. */
    private static int widthAfter(List<Piece> pieces, int from) {
        int width = 0;
        for (Piece piece : pieces.subList(from, pieces.size())) {
            if (piece.interpolation() != null
                    && !Strings.isShort(piece.interpolation().expression())) {
                return width + 2;
            }
            width += piece.end() - piece.start();
        }
        return width;
    }

    private void read(List<StringPart> parts) {
        if (first == last) {
            text(sheet.tokens.start(first) + QUOTES, sheet.tokens.end(first) - QUOTES, true);
        } else {
            Iterator<StringPart.Interpolation> interpolations =
                    Strings.interpolations(parts).iterator();
            for (int token = first + 1; token < last; token++) {
                if (sheet.tokens.kind(token) != INTERPOLATION) {
                    text(sheet.tokens.start(token), sheet.tokens.end(token), token == first + 1);
                    continue;
                }
                StringPart.Interpolation interpolation = interpolations.next();
                line.pieces.add(new Piece(interpolation.start(), interpolation.end(), interpolation));
                token = sheet.last(interpolation);
            }
        }
        if (!line.pieces.isEmpty()) {
            lines.add(line);
        }
    }

    private void text(int start, int end, boolean beginning) {
        int at = start;
        if (beginning) {
            while (at < end && sheet.text.charAt(at) == ' ') {
                at++;
            }
            at = at < end && sheet.text.charAt(at) == '\n' ? at + 1 : start;
        }
        while (at < end) {
            char c = sheet.text.charAt(at);
            if (c == '\n') {
                lines.add(line);
                line = new Line();
                at++;
            } else if (c == ' ' && line.pieces.isEmpty()) {
                line.spaces++;
                at++;
            } else {
                int from = at;
                at = contentEnd(at, end);
                line.pieces.add(new Piece(from, at, null));
            }
        }
    }

    /** Where the line ends, or the piece; an escaped line feed ends no line. */
    private int contentEnd(int from, int end) {
        int at = from;
        while (at < end && sheet.text.charAt(at) != '\n') {
            at += sheet.text.startsWith("''\\", at) ? 4 : 1;
        }
        return Math.min(at, end);
    }
}
