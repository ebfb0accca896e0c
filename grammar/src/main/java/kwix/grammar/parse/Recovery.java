package kwix.grammar.parse;

import java.util.List;
import kwix.grammar.diagnostic.Diagnostic.Edit;
import kwix.grammar.tree.AttributeName;
import kwix.grammar.tree.Binding;
import kwix.grammar.tree.Expression;
import org.antlr.v4.runtime.Token;

/**
 * The second pass over a broken source: reports an error, skips as little as possible, and lets the parser go on.
 *
 * <p>Brackets are in balance here (see {@link BracketRepair}), so a closing one is never skipped. Nothing is reported twice about
 * one place: {@code quiet} is the token up to which errors were told.
 */
final class Recovery {

    private final KwixParser parser;
    private final Tokens tokens;
    private final SyntaxProblems problems;
    private final Wording wording;
    private final Hints hints;
    private int quiet = -1;

    Recovery(KwixParser parser, SyntaxProblems problems) {
        this.parser = parser;
        this.tokens = parser.tokens;
        this.problems = problems;
        wording = new Wording(parser.source, tokens);
        hints = new Hints(parser, wording);
    }

    void mismatch(int expected) {
        int at = tokens.position();
        boolean told = isTold(at);
        if (!told) {
            reportMismatch(expected, at);
        }
        quiet = at;
        switch (expected) {
            case Token.EOF -> skipTo(tokens.size() - 1);
            case KwixParser.L_BRACE -> throw new Unexpected(parser);
            case KwixParser.FORMALS_BRACE -> {}
            case KwixParser.SEMICOLON -> {
                if (tokens.type(at) == KwixParser.COMMA || skipUntil(expected)) {
                    accept();
                }
            }
            case KwixParser.ASSIGN -> {
                int type = tokens.type(at);
                if (type == KwixParser.EQUAL || type == KwixParser.COLON || skipUntil(expected)) {
                    accept();
                }
            }
            default -> {
                if (!told || expected == KwixParser.COLON) {
                    if (skipUntil(expected)) {
                        accept();
                    }
                }
            }
        }
    }

    private void accept() {
        tokens.advance();
        quiet = tokens.position() - 1;
    }

    private boolean isTold(int token) {
        return token <= quiet || tokens.isFlagged(token) || token > 0 && tokens.isFlagged(token - 1);
    }

    private void reportMismatch(int expected, int at) {
        String message = hints.mismatch(expected, at);
        Edit edit = null;
        int place = tokens.end(at - 1);
        boolean beforeLineEnd = place < tokens.start(at) && hints.isOnLaterLine(at);
        if (Hints.isInserted(expected)) {
            edit = hints.edit(expected, at, place);
        }
        int start = beforeLineEnd ? place : tokens.start(at);
        problems.report(
                message,
                start,
                beforeLineEnd ? place : tokens.end(at),
                hints.related(expected),
                hints.hint(expected, at),
                edit);
    }

    Expression missingExpression() {
        int at = tokens.position();
        int start = tokens.start(at);
        if (!isTold(at)) {
            problems.report(
                    hints.missingExpression(at), start, tokens.end(at), List.of(), hints.beforeExpression(at), null);
        }
        quiet = at;
        skipToExpression();
        if (tokens.position() > at && beginsOperand()) {
            if (parser.rule() == KwixParser.RULE_select) {
                parser.select();
            } else {
                parser.expression();
            }
            return parser.popExpression();
        }
        return new Expression.Broken(Math.min(start, parser.end()), Math.max(start, parser.end()));
    }

    AttributeName missingName() {
        int at = tokens.position();
        int place = parser.end();
        if (!isTold(at)) {
            problems.report(
                    "Expected a name after " + wording.found(at - 1) + ", found " + wording.found(at) + ".",
                    tokens.start(at),
                    tokens.end(at),
                    hints.keywordAsName(at));
        }
        quiet = at;
        if (Hints.isKeyword(tokens.type(at)) && !hints.isOnLaterLine(at)) {
            accept();
            return parser.lastAsName();
        }
        return new AttributeName.Static(place, place, "", false);
    }

    void reject(Complaint complaint, int start, int end) {
        problems.report(complaint.message(), start, end, complaint.hint());
    }

    /** The token just read has no place in a list. */
    void strayElement() {
        int at = tokens.position() - 1;
        if (!isTold(at) && (at == 0 || quiet != at - 1)) {
            problems.report(
                    hints.strayElement(at),
                    tokens.start(at),
                    tokens.end(at),
                    List.of(),
                    hints.inList(at),
                    hints.listEdit(at));
        }
        quiet = at;
    }

    /** The token just read begins no binding: goes on after the next semicolon or before the next head of one. */
    Binding strayBinding() {
        int at = tokens.position() - 1;
        int start = tokens.start(at);
        if (!isTold(at)) {
            problems.report(
                    hints.strayBinding(at),
                    start,
                    tokens.end(at),
                    List.of(),
                    hints.beforeBinding(at),
                    hints.bindingEdit(at));
        }
        if (tokens.type(at) != KwixParser.SEMICOLON) {
            tokens.seek(at);
            if (skipUntil(KwixParser.SEMICOLON)) {
                tokens.advance();
            }
            if (tokens.position() == at) {
                tokens.advance();
            }
        }
        quiet = tokens.position() - 1;
        return new Binding.Broken(start, Math.max(start, parser.end()));
    }

    /** Skips to a token of the wanted type in the same brackets; without one, to what ends the construct. */
    private boolean skipUntil(int wanted) {
        int depth = 0;
        for (int token = tokens.position(); token < tokens.size(); token++) {
            int type = tokens.type(token);
            if (depth == 0) {
                if (type == wanted) {
                    skipTo(token);
                    return true;
                }
                if (ends(type, wanted)) {
                    skipTo(token);
                    quiet = token;
                    return false;
                }
            }
            if (BracketRepair.closerOf(type) != 0) {
                depth++;
            } else if (BracketRepair.isCloser(type)) {
                depth--;
            }
        }
        return false;
    }

    private static boolean ends(int type, int wanted) {
        if (type == Token.EOF || BracketRepair.isCloser(type)) {
            return true;
        }
        if (BracketRepair.isCloser(wanted)) {
            return false;
        }
        return switch (type) {
            case KwixParser.SEMICOLON, KwixParser.BINDING_NAME, KwixParser.INHERIT, KwixParser.THEN, KwixParser.ELSE ->
                true;
            case KwixParser.COMMA ->
                wanted == KwixParser.COLON || wanted == KwixParser.THEN || wanted == KwixParser.ELSE;
            default -> false;
        };
    }

    /** Skips what neither begins an expression nor ends a construct. */
    private void skipToExpression() {
        while (true) {
            switch (tokens.type(tokens.position())) {
                case KwixParser.MINUS,
                        KwixParser.PLUS,
                        KwixParser.TIMES,
                        KwixParser.DIVIDE,
                        KwixParser.CONCAT,
                        KwixParser.UPDATE,
                        KwixParser.LESS,
                        KwixParser.LESS_OR_EQUAL,
                        KwixParser.GREATER,
                        KwixParser.GREATER_OR_EQUAL,
                        KwixParser.EQUAL,
                        KwixParser.NOT_EQUAL,
                        KwixParser.AND,
                        KwixParser.LOGICAL_OR,
                        KwixParser.IMPLIES,
                        KwixParser.PIPE_FORWARD,
                        KwixParser.PIPE_BACKWARD,
                        KwixParser.UNKNOWN,
                        KwixParser.DOT,
                        KwixParser.ELLIPSIS,
                        KwixParser.AT,
                        KwixParser.QUESTION,
                        KwixParser.OR -> accept();
                default -> {
                    return;
                }
            }
        }
    }

    private boolean beginsOperand() {
        return switch (tokens.type(tokens.position())) {
            case KwixParser.IDENTIFIER,
                    KwixParser.INTEGER,
                    KwixParser.FLOAT,
                    KwixParser.STRING,
                    KwixParser.STRING_OPEN,
                    KwixParser.PATH,
                    KwixParser.L_PAREN,
                    KwixParser.L_BRACKET,
                    KwixParser.L_BRACE -> true;
            default -> false;
        };
    }

    private void skipTo(int token) {
        tokens.seek(token);
        quiet = Math.max(quiet, token - 1);
    }
}
