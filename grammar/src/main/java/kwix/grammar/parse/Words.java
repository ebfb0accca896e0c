package kwix.grammar.parse;

import static kwix.grammar.parse.Characters.is;

/**
 * Where words end: identifiers, numbers, URLs and paths, of which the longest wins.
 *
 * <p>A run of path characters is looked at once and remembered, since each name in {@code a.b.c} asks whether a slash ends the run.
 */
final class Words {

    private final char[] text;
    private int runStart;
    private int runEnd;
    private int schemeStart;
    private int schemeEnd;

    Words(char[] text) {
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
        return switch (end - start) {
            case 2 ->
                spells(start, "in")
                        ? KwixParser.IN
                        : spells(start, "if")
                                ? KwixParser.IF
                                : spells(start, "or") ? KwixParser.OR : KwixParser.IDENTIFIER;
            case 3 ->
                spells(start, "let") ? KwixParser.LET : spells(start, "rec") ? KwixParser.REC : KwixParser.IDENTIFIER;
            case 4 ->
                spells(start, "then")
                        ? KwixParser.THEN
                        : spells(start, "else")
                                ? KwixParser.ELSE
                                : spells(start, "with") ? KwixParser.WITH : KwixParser.IDENTIFIER;
            case 6 -> spells(start, "assert") ? KwixParser.ASSERT : KwixParser.IDENTIFIER;
            case 7 -> spells(start, "inherit") ? KwixParser.INHERIT : KwixParser.IDENTIFIER;
            default -> KwixParser.IDENTIFIER;
        };
    }

    private boolean spells(int start, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (text[start + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
