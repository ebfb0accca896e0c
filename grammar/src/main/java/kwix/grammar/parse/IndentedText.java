package kwix.grammar.parse;

import java.util.ArrayList;
import java.util.List;
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

    private final char[] text;
    private boolean lineStart = true;
    private int indentation;
    private int least = NONE;
    private int dropped;

    private IndentedText(char[] text) {
        this.text = text;
    }

    /** {@code pieces} are raw {@link Text}s, of which only the span counts, and interpolations. */
    static List<StringPart> strip(char[] text, Object[] pieces) {
        if (pieces.length == 0) {
            return List.of();
        }
        var indented = new IndentedText(text);
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
                for (int at = raw.start(); at < raw.end(); ) {
                    int escape = escapeLength(at, raw.end());
                    if (escape > 0) {
                        something();
                        at += escape;
                    } else {
                        measure(text[at++]);
                    }
                }
            } else {
                something();
            }
        }
    }

    private void measure(char c) {
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
    }

    private void something() {
        if (lineStart) {
            lineStart = false;
            least = Math.min(least, indentation);
        }
    }

    private List<StringPart> strip(Object[] pieces) {
        var parts = new ArrayList<StringPart>(pieces.length);
        lineStart = true;
        for (int i = 0; i < pieces.length; i++) {
            switch (pieces[i]) {
                case Text raw -> {
                    String stripped = strip(raw, i == pieces.length - 1);
                    if (!stripped.isEmpty()) {
                        parts.add(new Text(raw.start(), raw.end(), stripped));
                    }
                }
                case Interpolation interpolation -> {
                    lineStart = false;
                    dropped = 0;
                    parts.add(interpolation);
                }
                default -> throw new IllegalStateException("not a piece of a string: " + pieces[i]);
            }
        }
        return List.copyOf(parts);
    }

    private String strip(Text raw, boolean last) {
        var out = new StringBuilder(raw.end() - raw.start());
        int afterEscape = 0;
        for (int at = raw.start(); at < raw.end(); ) {
            int escape = escapeLength(at, raw.end());
            if (escape > 0) {
                for (int i = escape == 3 && text[at + 2] == '\'' ? 2 : 1; i > 0; i--) {
                    strip(escaped(at, escape), out);
                }
                at += escape;
                afterEscape = out.length();
            } else {
                strip(text[at++], out);
            }
        }
        if (last) {
            dropLastLine(out, afterEscape);
        }
        return out.toString();
    }

    private void strip(char c, StringBuilder out) {
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
    private static void dropLastLine(StringBuilder out, int from) {
        int end = out.length();
        while (end > from && out.charAt(end - 1) == ' ') {
            end--;
        }
        if (end > from && out.charAt(end - 1) == '\n') {
            out.setLength(end);
        }
    }

    /** The length of the escape that begins here, or 0. */
    private int escapeLength(int at, int end) {
        if (text[at] != '\'' || at + 2 >= end || text[at + 1] != '\'') {
            return 0;
        }
        return switch (text[at + 2]) {
            case '\'', '$' -> 3;
            case '\\' -> at + 3 < end ? 4 : 0;
            default -> 0;
        };
    }

    private char escaped(int at, int length) {
        return length == 4 ? StringText.escaped(text[at + 3]) : text[at + 2];
    }
}
