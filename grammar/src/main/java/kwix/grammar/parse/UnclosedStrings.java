package kwix.grammar.parse;

import static kwix.grammar.parse.Characters.is;

/**
 * Guesses where strings end in a source in which some string or interpolation is never closed: a forgotten quote turns everything
 * after it inside out, so the first line that looks like a binding again is taken for code.
 */
final class UnclosedStrings {

    /** Interpolations are not looked at further than this, lest a pile of open ones take quadratic time. */
    private static final int REACH = 2_000;

    private final byte[] text;
    private final int limit;

    UnclosedStrings(byte[] text, int limit) {
        this.text = text;
        this.limit = limit;
    }

    /** Where the text in double quotes from {@code at} to {@code end} should have ended, or -1. */
    int plainEnd(int at, int end) {
        for (int i = at; i < end; i++) {
            if (text[i] == '\n') {
                return looksLikeCode(i + 1) ? beforePunctuation(at, i) : -1;
            }
        }
        return -1;
    }

    /** The same for an indented string opened at {@code start}; only a line indented no deeper than its own counts. */
    int indentedEnd(int start, int at, int end) {
        int indentation = indentation(start);
        for (int i = at; i < end; i++) {
            if (text[i] == '\n' && looksLikeCode(i + 1) && blanksEnd(i + 1) - (i + 1) <= indentation) {
                return beforePunctuation(at, i);
            }
        }
        return -1;
    }

    /** Whether the interpolation that begins at {@code at} is closed on its line or, in an indented string, before its end. */
    boolean closes(int at, boolean indented) {
        int depth = 0;
        for (int i = at + 1; i < Math.min(limit, at + REACH); i++) {
            switch (text[i]) {
                case '{' -> depth++;
                case '}' -> {
                    if (--depth == 0) {
                        return true;
                    }
                }
                case '\n' -> {
                    if (!indented || looksLikeCode(i + 1) && text[blanksEnd(i + 1)] != '}') {
                        return false;
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    private boolean looksLikeCode(int line) {
        int at = blanksEnd(line);
        byte c = text[at];
        if (c == '}' || c == ']' || c == ')') {
            return true;
        }
        if (!is(c, Characters.WORD_START)) {
            return false;
        }
        int end = at;
        while (is(text[end], Characters.WORD) || text[end] == '.') {
            end++;
        }
        if (end == at + 2 && c == 'i' && text[at + 1] == 'n') {
            return is(text[end], Characters.BLANK);
        }
        int equals = blanksEnd(end);
        return equals > end && text[equals] == '=' && text[equals + 1] != '=';
    }

    private int blanksEnd(int at) {
        int end = at;
        while (text[end] == ' ' || text[end] == '\t') {
            end++;
        }
        return end;
    }

    private int indentation(int offset) {
        int line = offset;
        while (line > 0 && text[line - 1] != '\n') {
            line--;
        }
        return blanksEnd(line) - line;
    }

    /** A semicolon or closing brackets at the end of a line are code, not text. */
    private int beforePunctuation(int from, int lineEnd) {
        int end = lineEnd;
        while (end > from && (is(text[end - 1], Characters.BLANK) || ";,)]}".indexOf(text[end - 1]) >= 0)) {
            end--;
        }
        return end;
    }
}
