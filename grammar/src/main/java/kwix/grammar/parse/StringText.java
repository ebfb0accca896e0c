package kwix.grammar.parse;

/** Where the text of strings ends and what its escapes mean. */
final class StringText {

    private StringText() {}

    /** The first offset from {@code at} on that holds the closing quote, an interpolation or the end of the source. */
    static int plainEnd(char[] text, int at, int limit) {
        while (at < limit) {
            switch (text[at]) {
                case '"' -> {
                    return at;
                }
                case '\\' -> at += 2;
                case '$' -> {
                    if (text[at + 1] == '{') {
                        return at;
                    }
                    at += text[at + 1] == '$' ? 2 : 1;
                }
                default -> at++;
            }
        }
        return limit;
    }

    /** The same for an indented string, whose closing quotes are two. */
    static int indentedEnd(char[] text, int at, int limit) {
        while (at < limit) {
            switch (text[at]) {
                case '\'' -> {
                    if (text[at + 1] != '\'') {
                        at++;
                    } else if (text[at + 2] == '\'' || text[at + 2] == '$') {
                        at += 3;
                    } else if (text[at + 2] == '\\') {
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
                default -> at++;
            }
        }
        return limit;
    }

    /** Text between double quotes with its escapes resolved; a carriage return, alone or before a line feed, is a line feed. */
    static String unescape(char[] text, int start, int end) {
        int at = start;
        while (at < end && text[at] != '\\' && text[at] != '\r') {
            at++;
        }
        if (at == end) {
            return new String(text, start, end - start);
        }
        var out = new StringBuilder(end - start).append(text, start, at - start);
        while (at < end) {
            char c = text[at++];
            if (c == '\\' && at < end) {
                out.append(escaped(text[at++]));
            } else if (c == '\r') {
                out.append('\n');
                if (at < end && text[at] == '\n') {
                    at++;
                }
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** What a backslash makes of the character after it. */
    static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> c;
        };
    }
}
