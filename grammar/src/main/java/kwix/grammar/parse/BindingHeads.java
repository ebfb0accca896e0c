package kwix.grammar.parse;

/**
 * Looks again at the heads of bindings in a broken source: after {@code x = a.} the name on the next line is not a part of that path
 * but begins a binding of its own.
 */
final class BindingHeads {

    private BindingHeads() {}

    static void correct(byte[] text, Tokens tokens) {
        for (int token = 1; token < tokens.size(); token++) {
            if (tokens.type(token) == KwixParser.BINDING_NAME && isInsideValue(tokens.type(token - 1))) {
                moveBehindLastLine(text, tokens, token);
            }
        }
    }

    private static boolean isInsideValue(int before) {
        return switch (before) {
            case KwixParser.SEMICOLON,
                    KwixParser.L_BRACE,
                    KwixParser.FORMALS_BRACE,
                    KwixParser.LET,
                    KwixParser.R_BRACE -> false;
            default -> true;
        };
    }

    private static void moveBehindLastLine(byte[] text, Tokens tokens, int head) {
        int last = head;
        for (int name = head; tokens.type(name + 1) == KwixParser.DOT; name += 2) {
            for (int i = tokens.end(name + 1); i < tokens.start(name + 2); i++) {
                if (text[i] == '\n') {
                    last = name + 2;
                }
            }
        }
        if (last > head && tokens.type(last) == KwixParser.IDENTIFIER) {
            tokens.retype(head, KwixParser.IDENTIFIER);
            tokens.retype(last, KwixParser.BINDING_NAME);
        }
    }
}
