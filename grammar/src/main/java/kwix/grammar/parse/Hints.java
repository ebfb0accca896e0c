package kwix.grammar.parse;

import java.util.List;
import kwix.grammar.diagnostic.Diagnostic.Edit;
import kwix.grammar.diagnostic.Diagnostic.Related;
import kwix.grammar.tree.AttributePath;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Words for errors, and for the slips that are usually behind them. */
final class Hints {

    private static final String PARENTHESES =
            "Elements of a list are separated by spaces; put this one in parentheses.";
    private static final String KEYWORD = " is a keyword; as the name of an attribute it is written in double quotes.";

    private final KwixParser parser;
    private final Tokens tokens;
    private final Wording wording;

    Hints(KwixParser parser, Wording wording) {
        this.parser = parser;
        this.tokens = parser.tokens;
        this.wording = wording;
    }

    String mismatch(int expected, int at) {
        return "Expected " + wanted(expected) + ", found " + wording.found(at) + ".";
    }

    private String wanted(int expected) {
        String wanted = Wording.expected(expected);
        return switch (expected) {
            case Token.EOF -> wanted + " after the expression";
            case KwixParser.SEMICOLON ->
                isIn(KwixParser.RULE_binding)
                        ? wanted + " after " + bound()
                        : wanted + " after the " + (isWith() ? "set of `with`" : "condition of `assert`");
            case KwixParser.ASSIGN ->
                isIn(KwixParser.RULE_binding) ? wanted + " after " + name((AttributePath) parser.peek(0)) : wanted;
            case KwixParser.THEN -> wanted + " after the condition of `if`";
            case KwixParser.COLON -> wanted + " after the parameters of a function";
            case KwixParser.R_BRACE -> isIn(KwixParser.RULE_formals) ? "`,` or `}` after a parameter" : wanted;
            default -> wanted;
        };
    }

    private boolean isIn(int rule) {
        return parser.rule() == rule;
    }

    private boolean isWith() {
        return isIn(KwixParser.RULE_expression) && tokens.type(parser.from()) == KwixParser.WITH;
    }

    /** Of a binding whose value or names were just read. */
    private String bound() {
        return isInherit() ? "the names of `inherit`" : "the value of " + name((AttributePath) parser.peek(1));
    }

    private boolean isInherit() {
        return tokens.type(parser.from()) == KwixParser.INHERIT;
    }

    private String name(AttributePath path) {
        return "`" + parser.source.slice(path.start(), path.end()) + "`";
    }

    static boolean isInserted(int expected) {
        return switch (expected) {
            case KwixParser.SEMICOLON,
                    KwixParser.ASSIGN,
                    KwixParser.COLON,
                    KwixParser.R_PAREN,
                    KwixParser.R_BRACKET,
                    KwixParser.R_BRACE -> true;
            default -> false;
        };
    }

    /** A slip is replaced, something missing put in where the token before ends. */
    @Nullable
    Edit edit(int expected, int at, int place) {
        int found = tokens.type(at);
        boolean slip = switch (expected) {
            case KwixParser.SEMICOLON -> found == KwixParser.COMMA;
            case KwixParser.ASSIGN -> found == KwixParser.EQUAL || found == KwixParser.COLON;
            default -> false;
        };
        if (slip) {
            return new Edit(tokens.start(at), tokens.end(at), Wording.spelling(expected));
        }
        return switch (expected) {
            case KwixParser.SEMICOLON -> new Edit(place, place, ";");
            case KwixParser.COLON -> new Edit(place, place, ":");
            case KwixParser.R_BRACE ->
                isIn(KwixParser.RULE_formals) && found == KwixParser.IDENTIFIER ? new Edit(place, place, ",") : null;
            default -> null;
        };
    }

    boolean isOnLaterLine(int at) {
        for (int i = tokens.end(at - 1); i < tokens.start(at); i++) {
            if (parser.source.units[i] == '\n') {
                return true;
            }
        }
        return false;
    }

    /** The bracket or keyword that the missing token answers. */
    List<Related> related(int expected) {
        boolean select = isIn(KwixParser.RULE_select);
        if (expected == KwixParser.L_BRACE || !(select || expected == KwixParser.ELSE || expected == KwixParser.THEN)) {
            return List.of();
        }
        int from = select || isIn(KwixParser.RULE_expression) ? parser.from() : -1;
        return from < 0
                ? List.of()
                : List.of(new Related(
                        tokens.start(from),
                        tokens.end(from),
                        expected == KwixParser.ELSE ? "this `if` has no `else`" : "opened here"));
    }

    @Nullable
    String hint(int expected, int at) {
        int found = tokens.type(at);
        return switch (expected) {
            case KwixParser.SEMICOLON ->
                found == KwixParser.COMMA
                        ? "Bindings end with `;`, not with a comma."
                        : found == KwixParser.ASSIGN && isIn(KwixParser.RULE_binding) && !isInherit()
                                ? "To compare, write `==`."
                                : unknown(at);
            case KwixParser.ASSIGN ->
                switch (found) {
                    case KwixParser.EQUAL -> "To define, write one `=`; `==` compares.";
                    case KwixParser.COLON -> "To define, write `=`; `:` belongs to functions.";
                    default -> null;
                };
            case KwixParser.COLON ->
                found == KwixParser.ASSIGN
                        ? "If this is meant to be an attribute set, its bindings end with `;` and not with a comma."
                        : null;
            case Token.EOF -> afterFile(found, at);
            case KwixParser.R_BRACE -> isIn(KwixParser.RULE_formals) ? "Parameters are separated by commas." : null;
            default -> unknown(at);
        };
    }

    private @Nullable String afterFile(int found, int at) {
        return switch (found) {
            case KwixParser.ASSIGN -> "A file is one expression; bindings stand in `{ }` or between `let` and `in`.";
            case KwixParser.SEMICOLON -> "A file is one expression and does not end with `;`.";
            case KwixParser.COLON, KwixParser.PARAMETER -> "A function in an operand needs parentheses.";
            default -> unknown(at);
        };
    }

    String missingExpression(int at) {
        int before = tokens.type(at - 1);
        if (at == 0 && tokens.type(at) == Token.EOF) {
            return "Expected an expression, found an empty file.";
        }
        String wanted = switch (before) {
            case KwixParser.ASSIGN -> "a value after `=`";
            case KwixParser.COLON -> "the body of the function after `:`";
            case KwixParser.IN, KwixParser.THEN, KwixParser.ELSE, KwixParser.IF, KwixParser.WITH, KwixParser.ASSERT ->
                "an expression after " + wording.quoted(at - 1);
            default -> at > 0 && isOperator(before) ? "an operand after " + wording.quoted(at - 1) : "an expression";
        };
        return "Expected " + wanted + ", found " + wording.found(at) + ".";
    }

    private static boolean isOperator(int type) {
        return type >= KwixParser.NOT && type <= KwixParser.PIPE_BACKWARD;
    }

    @Nullable
    String beforeExpression(int at) {
        return switch (tokens.type(at)) {
            case KwixParser.PARAMETER,
                    KwixParser.FORMALS_BRACE,
                    KwixParser.IF,
                    KwixParser.LET,
                    KwixParser.WITH,
                    KwixParser.ASSERT -> "As an operand or argument, this needs parentheses.";
            case KwixParser.BINDING_NAME ->
                at == 0 ? "A file is one expression; bindings stand in `{ }` or between `let` and `in`." : null;
            case KwixParser.EQUAL -> "`==` stands between two operands.";
            case KwixParser.INTERPOLATION -> "`${ }` stands in strings, paths and names only.";
            case KwixParser.THEN, KwixParser.ELSE, KwixParser.IN -> wording.quoted(at) + KEYWORD;
            default -> unknown(at);
        };
    }

    /** What was probably meant by a character that means nothing. */
    private @Nullable String unknown(int at) {
        if (tokens.type(at) != KwixParser.UNKNOWN || tokens.end(at) == tokens.start(at)) {
            return null;
        }
        return switch (parser.source.charAt(tokens.start(at))) {
            case '\'' -> "Strings are written in double quotes.";
            case '&' -> "Logical and is `&&`.";
            case '|' -> "Logical or is `||`, a pipe `|>` or `<|`.";
            case '%' -> "For the remainder of a division, use `lib.mod`.";
            case '$' -> "Variables are written without `$`.";
            case '~' -> "A path in the home folder begins with `~/`.";
            case '^' -> "There is no operator `^`.";
            case '\uFEFF' -> "It is invisible. Save the file as UTF-8 without a byte order mark.";
            case '`' -> "Strings are written in double quotes.";
            default -> "This character may stand in strings and comments only.";
        };
    }

    @Nullable
    String keywordAsName(int at) {
        return isKeyword(tokens.type(at)) ? wording.quoted(at) + KEYWORD : unknown(at);
    }

    static boolean isKeyword(int type) {
        return switch (type) {
            case KwixParser.IF,
                    KwixParser.THEN,
                    KwixParser.ELSE,
                    KwixParser.ASSERT,
                    KwixParser.WITH,
                    KwixParser.LET,
                    KwixParser.IN,
                    KwixParser.REC,
                    KwixParser.INHERIT -> true;
            default -> false;
        };
    }

    String strayElement(int at) {
        return switch (tokens.type(at)) {
            case KwixParser.PARAMETER, KwixParser.FORMALS_BRACE -> "A function in a list must stand in parentheses.";
            default -> "Expected an element of the list or `]`, found " + wording.found(at) + ".";
        };
    }

    @Nullable
    String inList(int at) {
        return switch (tokens.type(at)) {
            case KwixParser.COMMA -> "Elements of a list are separated by spaces.";
            case KwixParser.SEMICOLON -> "Elements of a list are separated by spaces, not by `;`.";
            case KwixParser.MINUS -> "In a list, a negative number or a subtraction stands in parentheses: `(-1)`.";
            case KwixParser.UNKNOWN -> unknown(at);
            default -> PARENTHESES;
        };
    }

    @Nullable
    Edit listEdit(int at) {
        return switch (tokens.type(at)) {
            case KwixParser.COMMA, KwixParser.SEMICOLON -> new Edit(tokens.start(at), tokens.end(at), "");
            default -> null;
        };
    }

    String strayBinding(int at) {
        int type = tokens.type(at);
        if (type == KwixParser.PARAMETER && tokens.type(at + 1) == KwixParser.COLON) {
            return "Expected `=` after " + wording.quoted(at) + ", found `:`.";
        }
        return "Expected a binding like `name = value;`, found " + wording.found(at) + ".";
    }

    @Nullable
    String beforeBinding(int at) {
        int type = tokens.type(at);
        return switch (type) {
            case KwixParser.PARAMETER -> "To define, write `=`; `:` belongs to functions.";
            case KwixParser.SEMICOLON -> "One `;` is enough.";
            case KwixParser.COMMA -> "Bindings end with `;`, not with a comma.";
            default -> isKeyword(type) ? wording.quoted(at) + KEYWORD : unknown(at);
        };
    }

    @Nullable
    Edit bindingEdit(int at) {
        return switch (tokens.type(at)) {
            case KwixParser.SEMICOLON, KwixParser.COMMA -> new Edit(tokens.start(at), tokens.end(at), "");
            case KwixParser.PARAMETER ->
                tokens.type(at + 1) == KwixParser.COLON ? new Edit(tokens.end(at), tokens.end(at + 1), " =") : null;
            default -> null;
        };
    }
}
