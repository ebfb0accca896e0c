package kwix.grammar.parse;

import org.antlr.v4.runtime.Token;

/** What messages call tokens: as users type them. */
final class Wording {

    private static final int LONGEST = 30;

    private final CodeUnits text;
    private final Tokens tokens;

    Wording(CodeUnits text, Tokens tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /** A token that stands in the source. */
    String found(int token) {
        return switch (tokens.type(token)) {
            case Token.EOF -> "the end of the file";
            case KwixParser.IDENTIFIER, KwixParser.PARAMETER, KwixParser.BINDING_NAME -> "the name " + quoted(token);
            case KwixParser.INTEGER, KwixParser.FLOAT -> "the number " + quoted(token);
            case KwixParser.STRING -> "the string " + quoted(token);
            case KwixParser.STRING_OPEN, KwixParser.INDENTED_STRING, KwixParser.INDENTED_OPEN -> "a string";
            case KwixParser.TEXT, KwixParser.STRING_CLOSE, KwixParser.INDENTED_CLOSE -> "the rest of a string";
            case KwixParser.PATH, KwixParser.SEARCH_PATH -> "the path " + quoted(token);
            case KwixParser.PATH_OPEN, KwixParser.PATH_CLOSE -> "a path";
            case KwixParser.URL -> "the URL " + quoted(token);
            case KwixParser.IF,
                    KwixParser.THEN,
                    KwixParser.ELSE,
                    KwixParser.ASSERT,
                    KwixParser.WITH,
                    KwixParser.LET,
                    KwixParser.LEGACY_LET,
                    KwixParser.IN,
                    KwixParser.REC,
                    KwixParser.INHERIT,
                    KwixParser.OR -> "the keyword " + quoted(token);
            default -> quoted(token);
        };
    }

    /** A token as it is spelled, cut when long. */
    String quoted(int token) {
        int start = tokens.start(token);
        int length = tokens.end(token) - start;
        if (length == 0) {
            return expected(tokens.type(token));
        }
        for (int i = start; i < start + length; i++) {
            if (i - start == LONGEST || text.units[i] == '\n') {
                return quote(text.slice(start, i) + "…");
            }
        }
        return quote(text.slice(start, start + length));
    }

    private static String quote(String spelling) {
        return switch (spelling) {
            case "`" -> "a backquote";
            case "\uFEFF" -> "a byte order mark";
            default -> "`" + spelling + "`";
        };
    }

    /** A token type that should have stood there, in words. */
    static String expected(int type) {
        return switch (type) {
            case KwixParser.IDENTIFIER, KwixParser.PARAMETER -> "a name";
            case Token.EOF -> "the end of the file";
            default -> {
                String spelling = spelling(type);
                yield spelling.isEmpty() ? "something else" : quote(spelling);
            }
        };
    }

    /** How a token type is always spelled; empty when that is not known. */
    static String spelling(int type) {
        return switch (type) {
            case KwixParser.SEMICOLON -> ";";
            case KwixParser.ASSIGN -> "=";
            case KwixParser.COLON -> ":";
            case KwixParser.R_PAREN -> ")";
            case KwixParser.R_BRACKET -> "]";
            case KwixParser.R_BRACE -> "}";
            case KwixParser.L_BRACE, KwixParser.FORMALS_BRACE -> "{";
            case KwixParser.THEN -> "then";
            case KwixParser.ELSE -> "else";
            case KwixParser.IN -> "in";
            case KwixParser.STRING_CLOSE -> "\"";
            case KwixParser.INDENTED_CLOSE -> "''";
            default -> "";
        };
    }
}
