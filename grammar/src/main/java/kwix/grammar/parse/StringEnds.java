package kwix.grammar.parse;

import static kwix.grammar.parse.Characters.is;

/** Finds where the text of strings ends. */
final class StringEnds {

    private final byte[] text;
    private final int limit;
    private boolean nulls;

    StringEnds(CodeUnits source) {
        text = source.units;
        limit = source.limit;
    }

    /** Whether some string may hold a null byte. */
    boolean sawNull() {
        return nulls;
    }

    /** The first offset from {@code start} on that holds the closing quote, an interpolation or the end of the source. */
    int plainEnd(int start) {
        int at = start;
        while (at < limit) {
            while (!is(text[at], Characters.IN_STRING)) {
                at++;
            }
            switch (text[at]) {
                case '"' -> {
                    return at;
                }
                case '\\' -> {
                    nulls |= text[at + 1] == 0;
                    at += 2;
                }
                case '$' -> {
                    if (text[at + 1] == '{') {
                        return at;
                    }
                    at += text[at + 1] == '$' ? 2 : 1;
                }
                case 0 -> {
                    nulls |= at < limit;
                    at++;
                }
                default -> at++;
            }
        }
        return limit;
    }

    /** The same for an indented string, whose closing quotes are two. */
    int indentedEnd(int start) {
        int at = start;
        while (at < limit) {
            while (!is(text[at], Characters.IN_INDENTED)) {
                at++;
            }
            switch (text[at]) {
                case '\'' -> {
                    if (text[at + 1] != '\'') {
                        at++;
                    } else if (text[at + 2] == '\'' || text[at + 2] == '$') {
                        at += 3;
                    } else if (text[at + 2] == '\\') {
                        nulls |= text[at + 3] == 0;
                        at += 4;
                    } else {
                        return at;
                    }
                }
                case '$' -> {
                    if (text[at + 1] == '{') {
                        return at;
                    }
                    at += text[at + 1] == '$' ? 2 : 1;
                }
                case 0 -> {
                    nulls |= at < limit;
                    at++;
                }
                default -> at++;
            }
        }
        return limit;
    }
}
