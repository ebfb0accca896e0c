package kwix.language.regex;

import org.jspecify.annotations.Nullable;

/** Reads a bracket expression, from behind its {@code [}. */
final class BracketParser {

    private final String text;
    private final boolean[] members = new boolean[256];
    private int at;

    BracketParser(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /** Where the text behind the closing bracket begins. */
    int end() {
        return at;
    }

    /** The 256 flags of the set. */
    boolean[] parse() throws InvalidRegexException {
        boolean negated = at < text.length() && text.charAt(at) == '^';
        if (negated) {
            at++;
        }
        elements();
        if (negated) {
            for (int i = 0; i < members.length; i++) {
                members[i] = !members[i];
            }
        }
        return members;
    }

    /** What a dash may follow: a single character can begin a range, a class cannot, and neither can what a range has used up. */
    private enum Last {
        CHARACTER,
        CLASS,
        NOTHING
    }

    private void elements() throws InvalidRegexException {
        Last last = Last.NOTHING;
        int rangeBegin = 0;
        boolean first = true;
        while (true) {
            char c = take();
            if (c == ']' && !first) {
                return;
            }
            if (c == '-' && !first) {
                if (at < text.length() && text.charAt(at) == ']') {
                    members['-'] = true;
                    at++;
                    return;
                }
                if (last != Last.CHARACTER) {
                    throw new InvalidRegexException(
                            "has a `-` in brackets that is neither first, last, nor within a range");
                }
                range(rangeBegin, rangeEnd());
                last = Last.NOTHING;
            } else if (c == '[' && at < text.length() && ".:=".indexOf(text.charAt(at)) >= 0) {
                char kind = text.charAt(at++);
                Integer single = named(kind, name(kind));
                last = single == null ? Last.CLASS : Last.CHARACTER;
                rangeBegin = single == null ? 0 : single;
            } else {
                members[c] = true;
                last = Last.CHARACTER;
                rangeBegin = c;
            }
            first = false;
        }
    }

    private char rangeEnd() throws InvalidRegexException {
        char c = take();
        if (c == '[' && at < text.length() && ".:=".indexOf(text.charAt(at)) >= 0) {
            throw new InvalidRegexException("has a range in brackets whose end is not a single character");
        }
        return c;
    }

    /** The reference's characters are signed: bytes from 0x80 on stand before all others. */
    private void range(int begin, int end) throws InvalidRegexException {
        if ((byte) begin > (byte) end) {
            throw new InvalidRegexException("has a range in brackets whose end comes before its beginning");
        }
        for (int i = (byte) begin; i <= (byte) end; i++) {
            members[i & 0xFF] = true;
        }
    }

    /** Adds a named element; gives the character when it is a single one that may begin a range. */
    private @Nullable Integer named(char kind, String name) throws InvalidRegexException {
        switch (kind) {
            case ':' -> CharacterClasses.add(name, members);
            case '=' -> {
                char character = CharacterClasses.named(name);
                members[Character.toLowerCase(character)] = true;
                members[Character.toUpperCase(character)] = true;
            }
            default -> {
                char character = CharacterClasses.named(name);
                members[character] = true;
                return (int) character;
            }
        }
        return null;
    }

    private String name(char kind) throws InvalidRegexException {
        int end = text.indexOf(kind, at);
        if (end < 0 || end + 1 >= text.length() || text.charAt(end + 1) != ']') {
            throw new InvalidRegexException("has a `[" + kind + "` that is not closed by `" + kind + "]`");
        }
        String name = text.substring(at, end);
        at = end + 2;
        return name;
    }

    private char take() throws InvalidRegexException {
        if (at == text.length()) {
            throw new InvalidRegexException("has a `[` that is not closed");
        }
        return text.charAt(at++);
    }
}
