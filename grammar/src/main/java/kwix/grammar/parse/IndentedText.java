package kwix.grammar.parse;

import java.util.List;
import kwix.grammar.tree.CompactList;
import kwix.grammar.tree.StringPart;
import kwix.grammar.tree.StringPart.Interpolation;
import kwix.grammar.tree.StringPart.Text;

/**
 * Takes the common indentation off an indented string.
 *
 * <p>Indentation is spaces only. It is the least over all lines that hold more than spaces; an escape or interpolation counts as
 * something on its line. A last line of nothing but spaces is dropped.
 */
final class IndentedText {

    private static final int NONE = Integer.MAX_VALUE;

    private final CodeUnits source;
    private final byte[] text;
    private final StringText out;
    private boolean lineStart = true;
    private int indentation;
    private int least = NONE;
    private int dropped;

    private IndentedText(CodeUnits source, StringText out) {
        this.source = source;
        text = source.units;
        this.out = out;
    }

    /**
     * @param out collects the texts, one after another
     * @param pieces raw {@link Text}s, of which only the span counts, and interpolations
     */
    static List<StringPart> strip(CodeUnits source, StringText out, Object[] pieces) {
        if (pieces.length == 0) {
            return CompactList.of();
        }
        var indented = new IndentedText(source, out);
        if (pieces[0] instanceof Text first) {
            pieces[0] = indented.withoutFirstLine(first);
        }
        indented.measure(pieces);
        return indented.strip(pieces);
    }

    /** Spaces and the line feed right after the opening quotes do not count. */
    private Text withoutFirstLine(Text first) {
        int at = first.start();
        while (at < first.end() && text[at] == ' ') {
            at++;
        }
        return at < first.end() && text[at] == '\n' ? new Text(at + 1, first.end(), "") : first;
    }

    private void measure(Object[] pieces) {
        for (Object piece : pieces) {
            if (piece instanceof Text raw) {
                measure(raw.start(), raw.end());
            } else {
                something();
            }
        }
    }

    private void measure(int start, int end) {
        int at = start;
        while (at < end) {
            byte c = text[at];
            int escape = c == '\'' ? escapeLength(at, end) : 0;
            if (escape > 0) {
                something();
                at += escape;
                continue;
            }
            if (c == '\n') {
                lineStart = true;
                indentation = 0;
            } else if (lineStart) {
                if (c == ' ') {
                    indentation++;
                } else {
                    something();
                }
            }
            at++;
        }
    }

    private void something() {
        if (lineStart) {
            lineStart = false;
            least = Math.min(least, indentation);
        }
    }

    private List<StringPart> strip(Object[] pieces) {
        int size = 0;
        lineStart = true;
        for (int i = 0; i < pieces.length; i++) {
            switch (pieces[i]) {
                case Text raw -> {
                    strip(raw.start(), raw.end(), i == pieces.length - 1);
                    if (out.length() > 0) {
                        pieces[size++] = new Text(raw.start(), raw.end(), out.toString());
                    }
                }
                case Interpolation interpolation -> {
                    lineStart = false;
                    dropped = 0;
                    pieces[size++] = interpolation;
                }
                default -> throw new IllegalStateException("not a piece of a string: " + pieces[i]);
            }
        }
        return CompactList.of(pieces, 0, size);
    }

    /** Collects the text without indentation. What stands between line feeds, escapes and indentation is taken as it is. */
    private void strip(int start, int end, boolean last) {
        out.clear();
        int afterEscape = 0;
        int taken = start;
        int at = start;
        while (at < end) {
            byte c = text[at];
            int escape = c == '\'' ? escapeLength(at, end) : 0;
            if (escape > 0) {
                out.append(taken, at);
                for (int i = escape == 3 && text[at + 2] == '\'' ? 2 : 1; i > 0; i--) {
                    strip(escaped(at, escape));
                }
                at += escape;
                taken = at;
                afterEscape = out.length();
                continue;
            }
            if (c == '\n') {
                lineStart = true;
                dropped = 0;
            } else if (lineStart) {
                if (c != ' ') {
                    lineStart = false;
                    dropped = 0;
                } else if (dropped < least) {
                    dropped++;
                    out.append(taken, at);
                    taken = at + 1;
                }
            }
            at++;
        }
        out.append(taken, end);
        if (last) {
            dropLastLine(afterEscape);
        }
    }

    /** What an escape stands for counts like text. */
    private void strip(char c) {
        if (c == '\n') {
            lineStart = true;
            dropped = 0;
        } else if (lineStart) {
            if (c == ' ' && dropped++ < least) {
                return;
            }
            if (c != ' ') {
                lineStart = false;
                dropped = 0;
            }
        }
        out.append(c);
    }

    /** Spaces after the last line feed go, provided that no escape stands after it. */
    private void dropLastLine(int from) {
        int end = out.length();
        while (end > from && out.charAt(end - 1) == ' ') {
            end--;
        }
        if (end > from && out.charAt(end - 1) == '\n') {
            out.setLength(end);
        }
    }

    /** The length of the escape that begins at a quote, or 0. */
    private int escapeLength(int at, int end) {
        if (at + 2 >= end || text[at + 1] != '\'') {
            return 0;
        }
        return switch (text[at + 2]) {
            case '\'', '$' -> 3;
            case '\\' -> at + 3 < end ? 4 : 0;
            default -> 0;
        };
    }

    private char escaped(int at, int length) {
        return length == 4 ? StringText.escaped(source.charAt(at + 3)) : (char) text[at + 2];
    }
}
