package kwix.grammar.parse;

import static kwix.grammar.parse.Characters.is;

import java.util.Arrays;
import kwix.grammar.source.SourceText;
import org.antlr.v4.runtime.Token;

/**
 * Text to tokens, all at once. Beside telling tokens apart it settles what one token of lookahead could not, so that the grammar is
 * LL(1): which {@code {} begins formals, which names are parameters or begin a binding, which {@code let} is the legacy form.
 */
final class Scanner {

    /** The kinds of open braces, which say how scanning goes on after the closing one. */
    private static final int PLAIN_BRACE = 0;

    private static final int IN_STRING = 1;
    private static final int IN_INDENTED_STRING = 2;
    private static final int IN_PATH = 3;

    final CodeUnits source;
    private final byte[] text;
    private final int limit;
    final Tokens tokens;
    final LexicalProblems problems;
    final Blanks blanks;
    private final Lookback lookback;
    private final Words words;
    private final StringEnds strings;
    private final UnclosedStrings guesses;
    private final boolean cautious;
    private int at;
    private int[] braces = new int[32];
    private int[] braceTokens = new int[32];
    private int open;

    /**
     * @param problems takes what is wrong with tokens
     * @param cautious whether strings are ended by guess, because one of them is known never to be closed
     */
    Scanner(SourceText source, SyntaxProblems problems, boolean cautious) {
        this.cautious = cautious;
        this.source = new CodeUnits(source);
        text = this.source.units;
        limit = this.source.limit;
        tokens = new Tokens(limit / 4 + 16);
        this.problems = new LexicalProblems(this.source, problems);
        guesses = new UnclosedStrings(text, limit);
        blanks = new Blanks(this.source, this.problems);
        lookback = new Lookback(tokens);
        words = new Words(text);
        strings = new StringEnds(this.source);
    }

    void scan() {
        while (true) {
            byte c = text[at];
            if (is(c, Characters.BLANK)) {
                do {
                    at++;
                } while (is(text[at], Characters.BLANK));
                continue;
            }
            int alone = Operators.alone(c);
            if (alone != 0) {
                tokens.add(alone, at, ++at);
            } else if (is(c, Characters.WORD_START)) {
                word();
            } else if (c == '#' || c == '/' && text[at + 1] == '*') {
                at = blanks.skip(at);
            } else if (at < limit) {
                other(c);
            } else {
                break;
            }
        }
        finish();
    }

    private void finish() {
        while (open > 0) {
            open--;
            if (braces[open] != PLAIN_BRACE) {
                problems.unclosedInterpolation(tokens.start(braceTokens[open]));
            }
        }
        if (strings.sawNull()) {
            problems.nullBytes(tokens);
        }
        if (problems.endless()) {
            tokens.addFlagged(Token.EOF, limit, limit);
        } else {
            tokens.add(Token.EOF, limit, limit);
        }
    }

    private void token(int type, int length) {
        tokens.add(type, at, at + length);
        at += length;
    }

    private void word() {
        int end = words.wordEnd(at);
        byte after = text[end];
        if (after == '/' || after == '.' || after == '+' || after == ':') {
            if (words.isPath(at)) {
                path(words.runEnd(at));
                return;
            }
            int url = words.urlEnd(at);
            if (url > end) {
                token(KwixParser.URL, url - at);
                return;
            }
        }
        token(words.keyword(at, end), end - at);
    }

    private void other(byte c) {
        if (is(c, Characters.PATH) && words.isPath(at)) {
            path(words.runEnd(at));
        } else if (is(c, Characters.DIGIT) || c == '.' && is(text[at + 1], Characters.DIGIT)) {
            int end = words.floatEnd(at);
            if (end > 0) {
                token(KwixParser.FLOAT, end - at);
            } else {
                token(KwixParser.INTEGER, words.digitsEnd(at) - at);
            }
        } else {
            symbol(c, text[at + 1]);
        }
    }

    private void symbol(byte c, byte next) {
        switch (c) {
            case '{' -> openBrace();
            case '}' -> closeBrace();
            case ',' -> {
                lookback.formalsAfterName();
                token(KwixParser.COMMA, 1);
            }
            case ':', '@' -> {
                lookback.parameterBefore(lastClosedBrace());
                token(c == ':' ? KwixParser.COLON : KwixParser.AT, 1);
            }
            case '.' -> {
                if (next == '.' && text[at + 2] == '.') {
                    lookback.formalsBefore(tokens.size() - 1);
                    token(KwixParser.ELLIPSIS, 3);
                } else {
                    token(KwixParser.DOT, 1);
                }
            }
            case '=' -> {
                if (next == '=') {
                    token(KwixParser.EQUAL, 2);
                } else {
                    lookback.bindingBefore();
                    token(KwixParser.ASSIGN, 1);
                }
            }
            case '?' -> {
                lookback.formalsAfterName();
                token(KwixParser.QUESTION, 1);
            }
            case '"' -> string();
            case '\'' -> {
                if (next == '\'') {
                    indentedString();
                } else {
                    token(KwixParser.UNKNOWN, 1);
                }
            }
            case '$' -> {
                if (next == '{') {
                    interpolation(PLAIN_BRACE, tokens.size());
                } else {
                    token(KwixParser.UNKNOWN, 1);
                }
            }
            case '~' -> {
                if (words.isHomePath(at)) {
                    path(at + 1);
                } else {
                    token(KwixParser.UNKNOWN, 1);
                }
            }
            case '/' -> {
                if (words.isPath(at)) {
                    path(at);
                } else {
                    operator(c, next);
                }
            }
            case '<' -> {
                int end = words.searchPathEnd(at);
                if (end > 0) {
                    token(KwixParser.SEARCH_PATH, end - at);
                } else {
                    operator(c, next);
                }
            }
            default -> operator(c, next);
        }
    }

    private void operator(byte c, byte next) {
        int two = Operators.ofTwo(c, next);
        if (two != 0) {
            token(two, 2);
            return;
        }
        int one = Operators.ofOne(c);
        token(one == 0 ? KwixParser.UNKNOWN : one, c < 0 && isPair() ? 2 : 1);
    }

    private boolean isPair() {
        return Character.isHighSurrogate(source.charAt(at)) && Character.isLowSurrogate(source.charAt(at + 1));
    }

    private void openBrace() {
        int last = tokens.size() - 1;
        if (tokens.type(last) == KwixParser.LET) {
            tokens.retype(last, KwixParser.LEGACY_LET);
        }
        push(PLAIN_BRACE, tokens.size());
        token(KwixParser.L_BRACE, 1);
    }

    /** Opens an interpolation in the string or path that began with the token {@code owner}. */
    private void interpolation(int kind, int owner) {
        push(kind, owner);
        token(KwixParser.INTERPOLATION, 2);
    }

    private void push(int kind, int token) {
        if (open == braces.length) {
            braces = Arrays.copyOf(braces, open * 2);
            braceTokens = Arrays.copyOf(braceTokens, open * 2);
        }
        braces[open] = kind;
        braceTokens[open++] = token;
    }

    private void closeBrace() {
        lookback.formalsAfterName();
        token(KwixParser.R_BRACE, 1);
        if (open == 0) {
            return;
        }
        switch (braces[--open]) {
            case IN_STRING -> continueString(braceTokens[open]);
            case IN_INDENTED_STRING -> continueIndentedString(braceTokens[open]);
            case IN_PATH -> continuePath(braceTokens[open]);
            default -> {}
        }
    }

    /** The token that opened the brace closed last, or -1. */
    private int lastClosedBrace() {
        return open < braces.length && braces[open] == PLAIN_BRACE ? braceTokens[open] : -1;
    }

    private void string() {
        int end = strings.plainEnd(at + 1);
        if (end < limit && text[end] == '"' && !(cautious && guesses.plainEnd(at + 1, end) >= 0)) {
            token(KwixParser.STRING, end + 1 - at);
            return;
        }
        int owner = tokens.size();
        token(KwixParser.STRING_OPEN, 1);
        continueString(owner);
    }

    private void continueString(int owner) {
        int end = Math.min(limit, strings.plainEnd(at));
        int guess = cautious ? guesses.plainEnd(at, end) : -1;
        while (cautious && guess < 0 && end < limit && text[end] == '$' && !guesses.closes(end, false)) {
            problems.unclosedInterpolation(end);
            end = Math.min(limit, strings.plainEnd(end + 2));
            guess = guesses.plainEnd(at, end);
        }
        stringEnd(owner, guess < 0 ? end : guess, guess >= 0, KwixParser.STRING_CLOSE, "\"");
    }

    private void indentedString() {
        int end = strings.indentedEnd(at + 2);
        if (end < limit && text[end] == '\'' && !(cautious && guesses.indentedEnd(at, at + 2, end) >= 0)) {
            token(KwixParser.INDENTED_STRING, end + 2 - at);
            return;
        }
        int owner = tokens.size();
        token(KwixParser.INDENTED_OPEN, 2);
        continueIndentedString(owner);
    }

    private void continueIndentedString(int owner) {
        int start = tokens.start(owner);
        int end = Math.min(limit, strings.indentedEnd(at));
        int guess = cautious ? guesses.indentedEnd(start, at, end) : -1;
        while (cautious && guess < 0 && end < limit && text[end] == '$' && !guesses.closes(end, true)) {
            problems.unclosedInterpolation(end);
            end = Math.min(limit, strings.indentedEnd(end + 2));
            guess = guesses.indentedEnd(start, at, end);
        }
        stringEnd(owner, guess < 0 ? end : guess, guess >= 0, KwixParser.INDENTED_CLOSE, "''");
    }

    /** After the text up to {@code end} comes an interpolation, the closing quote, or, by guess or at the end of the file, nothing. */
    private void stringEnd(int owner, int end, boolean guessed, int close, String quote) {
        textUpTo(end);
        if (guessed || at >= limit) {
            problems.unclosedString(tokens.start(owner), at, quote);
            token(close, 0);
        } else if (text[at] == '$') {
            interpolation(close == KwixParser.STRING_CLOSE ? IN_STRING : IN_INDENTED_STRING, owner);
        } else {
            token(close, quote.length());
        }
    }

    private void textUpTo(int end) {
        if (end > at) {
            token(KwixParser.TEXT, end - at);
        }
    }

    /** A path whose first slash stands at {@code slash}. */
    private void path(int slash) {
        int end = interpolatedPathEnd(words.pathEnd(slash));
        boolean interpolated = text[end] == '$' && text[end + 1] == '{';
        if (!interpolated) {
            end = pathTail(end);
            token(KwixParser.PATH, end - at);
            return;
        }
        int owner = tokens.size();
        token(KwixParser.PATH_OPEN, 0);
        textUpTo(end);
        interpolation(IN_PATH, owner);
    }

    /** Before an interpolation, though nowhere else, the reference lets a path go on after two slashes, once. */
    private int interpolatedPathEnd(int end) {
        if (text[end] != '/' || text[end - 1] != '/') {
            return end;
        }
        int tail = words.pathTextEnd(end);
        for (int i = end; i + 1 < tail; i++) {
            if (text[i] == '/' && text[i + 1] == '/') {
                return end;
            }
        }
        return text[tail] == '$' && text[tail + 1] == '{' ? tail : end;
    }

    /** Takes in what follows a path that ends in a slash, which is an error. */
    private int pathTail(int end) {
        if (text[end - 1] != '/') {
            return end;
        }
        int slash = end - 1;
        int tail = words.pathTextEnd(end);
        problems.trailingSlash(at, slash, tail);
        return tail;
    }

    private void continuePath(int owner) {
        int end = words.pathTextEnd(at);
        boolean slash = end > at && text[end - 1] == '/';
        boolean interpolated = text[end] == '$' && text[end + 1] == '{';
        if (slash && !interpolated) {
            problems.trailingSlash(at, end - 1, end);
        }
        textUpTo(end);
        if (interpolated) {
            interpolation(IN_PATH, owner);
        } else {
            token(KwixParser.PATH_CLOSE, 0);
        }
    }
}
