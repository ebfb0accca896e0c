package kwix.grammar.format;

import static kwix.grammar.parse.KwixParser.*;

import kwix.grammar.parse.Lexemes;

/** Where a space stands between two tokens of one line. */
final class Spacing {

    private Spacing() {}

    static boolean between(Lexemes tokens, int token, Marks marks) {
        if (marks.tight.get(token)) {
            return false;
        }
        int left = tokens.kind(token - 1);
        int right = tokens.kind(token);
        if (marks.prefixes.get(token - 1)) {
            // A minus directly before a path would be read as part of it.
            return isPath(right) && left == MINUS;
        }
        return switch (right) {
            case SEMICOLON -> false;
            case R_PAREN -> false;
            case COMMA, COLON -> left == URL;
            case AT -> false;
            case DOT -> marks.apart.get(token);
            default ->
                switch (left) {
                    case L_PAREN, DOT, AT, INTERPOLATION -> false;
                    default -> true;
                };
        };
    }

    private static boolean isPath(int kind) {
        return kind == PATH || kind == PATH_OPEN || kind == PATH_CLOSE || kind == TEXT;
    }
}
