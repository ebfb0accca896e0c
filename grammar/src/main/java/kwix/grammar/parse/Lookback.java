package kwix.grammar.parse;

/** Says more precisely what tokens are when a later one tells, so that the grammar needs to look at one token only. */
final class Lookback {

    private final Tokens tokens;

    Lookback(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Before {@code :} and {@code @}: a name there is a parameter, a brace closed there was that of formals.
     *
     * @param lastClosedBrace the token that opened what the last closing brace closed, or -1
     */
    void parameterBefore(int lastClosedBrace) {
        int last = tokens.size() - 1;
        if (tokens.type(last) == KwixParser.IDENTIFIER && tokens.type(last - 1) != KwixParser.DOT) {
            tokens.retype(last, KwixParser.PARAMETER);
        } else if (tokens.type(last) == KwixParser.R_BRACE) {
            formalsBefore(lastClosedBrace);
        }
    }

    /** Before {@code ,}, <code>}</code> and {@code ?}: a single name after a brace makes formals of it. */
    void formalsAfterName() {
        int last = tokens.size() - 1;
        if (tokens.type(last) == KwixParser.IDENTIFIER) {
            formalsBefore(last - 1);
        }
    }

    void formalsBefore(int brace) {
        if (tokens.type(brace) == KwixParser.L_BRACE) {
            int before = tokens.type(brace - 1);
            if (before != KwixParser.REC && before != KwixParser.LEGACY_LET) {
                tokens.retype(brace, KwixParser.FORMALS_BRACE);
            }
        }
    }

    /** Before {@code =}: marks the identifier that begins the attribute path. */
    void bindingBefore() {
        int name = tokens.size() - 1;
        while (isName(name) && tokens.type(name - 1) == KwixParser.DOT && isName(name - 2)) {
            name -= 2;
        }
        if (tokens.type(name) == KwixParser.IDENTIFIER && tokens.type(name - 1) != KwixParser.DOT) {
            tokens.retype(name, KwixParser.BINDING_NAME);
        }
    }

    private boolean isName(int token) {
        return switch (tokens.type(token)) {
            case KwixParser.IDENTIFIER, KwixParser.OR, KwixParser.STRING -> true;
            default -> false;
        };
    }
}
