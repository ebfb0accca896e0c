package kwix.grammar.parse;

import static kwix.grammar.parse.Characters.is;

/**
 * Where words end: identifiers, numbers, URLs and paths, of which the longest wins.
 *
 * <p>A run of path characters is looked at once and remembered, since each name in {@code a.b.c} asks whether a slash ends the run.
 */
final class Words {

    private final byte[] text;
    private int runStart;
    private int runEnd;
    private int schemeStart;
    private int schemeEnd;

    Words(byte[] text) {
        this.text = text;
    }

    int wordEnd(int at) {
        do {
            at++;
        } while (is(text[at], Characters.WORD));
        return at;
    }

    int digitsEnd(int at) {
        while (is(text[at], Characters.DIGIT)) {
            at++;
        }
        return at;
    }

    /** The end of the run of path characters, without slashes, that {@code at} is in. */
    int runEnd(int at) {
        if (at < runStart || at >= runEnd) {
            runStart = at;
            runEnd = at;
            while (is(text[runEnd], Characters.PATH)) {
                runEnd++;
            }
        }
        return runEnd;
    }

    boolean isPath(int at) {
        return isSlashOfPath(runEnd(at));
    }

    boolean isHomePath(int at) {
        return isSlashOfPath(at + 1);
    }

    private boolean isSlashOfPath(int slash) {
        return text[slash] == '/'
                && (is(text[slash + 1], Characters.PATH) || text[slash + 1] == '$' && text[slash + 2] == '{');
    }

    /** The end of a path from its first slash on; it may end in a slash, which only an interpolation makes right. */
    int pathEnd(int slash) {
        int end = slash;
        while (text[end] == '/' && is(text[end + 1], Characters.PATH)) {
            end = runEnd(end + 1);
        }
        return text[end] == '/' ? end + 1 : end;
    }

    /** The end of what may follow an interpolation inside a path. */
    int pathTextEnd(int at) {
        while (text[at] == '/' || is(text[at], Characters.PATH)) {
            at++;
        }
        return at;
    }

    /** The end of the URL that begins here, or -1. */
    int urlEnd(int at) {
        if (at < schemeStart || at >= schemeEnd) {
            schemeStart = at;
            schemeEnd = at;
            while (is(text[schemeEnd], Characters.SCHEME)) {
                schemeEnd++;
            }
        }
        if (text[at] == '_' || text[schemeEnd] != ':' || !is(text[schemeEnd + 1], Characters.URL)) {
            return -1;
        }
        int end = schemeEnd + 2;
        while (is(text[end], Characters.URL)) {
            end++;
        }
        return end;
    }

    /** The end of {@code <a/b>}, or -1. */
    int searchPathEnd(int at) {
        int end = at;
        do {
            int part = end + 1;
            end = part;
            while (is(text[end], Characters.PATH)) {
                end++;
            }
            if (end == part) {
                return -1;
            }
        } while (text[end] == '/');
        return text[end] == '>' ? end + 1 : -1;
    }

    /** The end of a number that has a dot ({@code 1.}, {@code .5}, {@code 0.5}, {@code 1.5e3}), or -1. */
    int floatEnd(int at) {
        int end = digitsEnd(at);
        if (text[end] != '.') {
            return -1;
        }
        boolean digitsAfter = is(text[end + 1], Characters.DIGIT);
        boolean ordinary = text[at] >= '1' && text[at] <= '9';
        boolean fraction = digitsAfter && (end == at || end == at + 1 && text[at] == '0');
        if (!ordinary && !fraction) {
            return -1;
        }
        end = digitsEnd(end + 1);
        if (text[end] == 'e' || text[end] == 'E') {
            int digits = text[end + 1] == '+' || text[end + 1] == '-' ? end + 2 : end + 1;
            if (is(text[digits], Characters.DIGIT)) {
                return digitsEnd(digits);
            }
        }
        return end;
    }

    int keyword(int start, int end) {
        int length = end - start;
        if (length > 7) {
            return KwixParser.IDENTIFIER;
        }
        return switch (text[start]) {
            case 'i' -> length == 2 ? ifOrIn(text[start + 1]) : keyword(start, length, "inherit", KwixParser.INHERIT);
            case 'o' -> keyword(start, length, "or", KwixParser.OR);
            case 'l' -> keyword(start, length, "let", KwixParser.LET);
            case 'r' -> keyword(start, length, "rec", KwixParser.REC);
            case 't' -> keyword(start, length, "then", KwixParser.THEN);
            case 'e' -> keyword(start, length, "else", KwixParser.ELSE);
            case 'w' -> keyword(start, length, "with", KwixParser.WITH);
            case 'a' -> keyword(start, length, "assert", KwixParser.ASSERT);
            default -> KwixParser.IDENTIFIER;
        };
    }

    private static int ifOrIn(byte second) {
        return second == 'f' ? KwixParser.IF : second == 'n' ? KwixParser.IN : KwixParser.IDENTIFIER;
    }

    private int keyword(int start, int length, String word, int type) {
        if (length != word.length()) {
            return KwixParser.IDENTIFIER;
        }
        for (int i = 1; i < length; i++) {
            if (text[start + i] != word.charAt(i)) {
                return KwixParser.IDENTIFIER;
            }
        }
        return type;
    }
}
