package kwix.grammar.parse;

import java.util.Arrays;
import org.antlr.v4.runtime.Token;

/**
 * Balances the brackets of a broken source before it is parsed again: puts in the closing ones that are missing, as tokens without
 * width, and takes the sense from those that nothing opened. {@code let} and {@code in} are a pair of brackets, too. Where one is
 * missing is told by what cannot stand inside it and, in a source that is out of balance, by indentation.
 */
final class BracketRepair {

    /** How many brackets outwards are looked at for a hint. */
    private static final int NEAR = 10;

    private static final int KINDS = KwixParser.UNKNOWN + 1;

    private final Tokens in;
    private final Tokens out;
    private final SyntaxProblems problems;
    private final Wording wording;
    private final Lines lines;
    private int[] openers = new int[64];
    private int[] openerLines = new int[64];
    private int[] indentations = new int[64];
    private int[] pending = new int[64];
    private int[] semicolons = new int[64];
    private int height;
    private int surplus;
    private final int[] counts = new int[KINDS];

    private BracketRepair(CodeUnits text, Tokens tokens, SyntaxProblems problems) {
        lines = new Lines(text.units);
        this.in = tokens;
        this.problems = problems;
        out = new Tokens(tokens.size() + 16);
        wording = new Wording(text, tokens);
        surplus = surplus(tokens);
    }

    /** The same tokens if they are in balance. */
    static Tokens repair(CodeUnits text, Tokens tokens, SyntaxProblems problems) {
        return isBalanced(tokens) ? tokens : new BracketRepair(text, tokens, problems).repair();
    }

    private static boolean isBalanced(Tokens tokens) {
        int[] stack = new int[64];
        int height = 0;
        for (int token = 0; token < tokens.size(); token++) {
            int type = tokens.type(token);
            int closer = closerOf(type);
            if (closer != 0) {
                if (height == stack.length) {
                    stack = Arrays.copyOf(stack, height * 2);
                }
                stack[height++] = closer;
            } else if (isCloser(type) && !isName(tokens, token) && (height == 0 || stack[--height] != type)) {
                return false;
            }
        }
        return height == 0;
    }

    static int closerOf(int opener) {
        return switch (opener) {
            case KwixParser.L_PAREN -> KwixParser.R_PAREN;
            case KwixParser.L_BRACKET -> KwixParser.R_BRACKET;
            case KwixParser.L_BRACE, KwixParser.FORMALS_BRACE, KwixParser.INTERPOLATION -> KwixParser.R_BRACE;
            case KwixParser.LET -> KwixParser.IN;
            default -> 0;
        };
    }

    static boolean isCloser(int type) {
        return switch (type) {
            case KwixParser.R_PAREN, KwixParser.R_BRACKET, KwixParser.R_BRACE, KwixParser.IN -> true;
            default -> false;
        };
    }

    /** {@code a.in} is a slip in a name, not the end of a {@code let}. */
    private static boolean isName(Tokens tokens, int token) {
        return tokens.type(token) == KwixParser.IN
                && tokens.type(token - 1) == KwixParser.DOT
                && tokens.end(token - 1) == tokens.start(token);
    }

    private Tokens repair() {
        for (int token = 0; token < in.size(); token++) {
            int type = in.type(token);
            lines.moveTo(in.start(token));
            if (closerOf(type) != 0) {
                open(token);
            } else if (isCloser(type) && !isName(in, token)) {
                close(token, type);
            } else {
                switch (type) {
                    case KwixParser.WITH, KwixParser.ASSERT -> {
                        if (height > 0) {
                            pending[height - 1]++;
                        }
                        copy(token);
                    }
                    case KwixParser.SEMICOLON -> semicolon(token);
                    case KwixParser.BINDING_NAME, KwixParser.INHERIT -> {
                        beforeBinding(token);
                        copy(token);
                    }
                    case Token.EOF -> {
                        while (height > 0) {
                            insertCloser(token);
                        }
                        copy(token);
                    }
                    default -> copy(token);
                }
            }
        }
        return out;
    }

    private void copy(int token) {
        if (in.isFlagged(token)) {
            out.addFlagged(in.type(token), in.start(token), in.end(token));
        } else {
            out.add(in.type(token), in.start(token), in.end(token));
        }
    }

    private void open(int token) {
        if (height == openers.length) {
            openers = Arrays.copyOf(openers, height * 2);
            openerLines = Arrays.copyOf(openerLines, height * 2);
            indentations = Arrays.copyOf(indentations, height * 2);
            pending = Arrays.copyOf(pending, height * 2);
            semicolons = Arrays.copyOf(semicolons, height * 2);
        }
        openers[height] = token;
        openerLines[height] = lines.start();
        indentations[height] = lines.indentation();
        pending[height] = 0;
        semicolons[height++] = 0;
        counts[in.type(token)]++;
        copy(token);
    }

    private int topCloser() {
        return height == 0 ? 0 : closerOf(in.type(openers[height - 1]));
    }

    private void pop() {
        counts[in.type(openers[--height])]--;
    }

    private void close(int token, int type) {
        if (!isOpen(type) || isOneTooMany(token, type)) {
            problems.strayCloser(wording.found(token), in.start(token), in.end(token));
            out.addFlagged(KwixParser.UNKNOWN, in.start(token), in.end(token));
            return;
        }
        while (topCloser() != type || belongsFurtherOut(token, type)) {
            insertCloser(token);
        }
        pop();
        copy(token);
    }

    /** In a source with more closing than opening braces, one inside a line does not close what an earlier line ended with. */
    private boolean isOneTooMany(int token, int type) {
        int top = height - 1;
        if (type != KwixParser.R_BRACE
                || surplus <= 0
                || topCloser() != type
                || lines.isFirst(in.start(token))
                || openerLines[top] == lines.start()) {
            return false;
        }
        surplus--;
        return true;
    }

    /** How many more closing than opening braces there are. */
    private static int surplus(Tokens tokens) {
        int surplus = 0;
        for (int token = 0; token < tokens.size(); token++) {
            int type = tokens.type(token);
            if (type == KwixParser.R_BRACE) {
                surplus++;
            } else if (closerOf(type) == KwixParser.R_BRACE) {
                surplus--;
            }
        }
        return surplus;
    }

    private boolean isOpen(int closer) {
        return switch (closer) {
            case KwixParser.R_PAREN -> counts[KwixParser.L_PAREN] > 0;
            case KwixParser.R_BRACKET -> counts[KwixParser.L_BRACKET] > 0;
            case KwixParser.IN -> counts[KwixParser.LET] > 0;
            default ->
                counts[KwixParser.L_BRACE] + counts[KwixParser.FORMALS_BRACE] + counts[KwixParser.INTERPOLATION] > 0;
        };
    }

    /** A closing bracket that begins its line is taken for the one opened by the line of the same indentation. */
    private boolean belongsFurtherOut(int token, int type) {
        int top = height - 1;
        if (!lines.isFirst(in.start(token))
                || openerLines[top] == lines.start()
                || indentations[top] <= lines.indentation()) {
            return false;
        }
        for (int i = top - 1; i >= 0 && i >= top - NEAR; i--) {
            if (closerOf(in.type(openers[i])) == type && indentations[i] == lines.indentation()) {
                return true;
            }
        }
        return false;
    }

    private void semicolon(int token) {
        if (height > 0 && pending[height - 1] > 0) {
            pending[height - 1]--;
        } else {
            closeInner(token);
            if (height > 0) {
                semicolons[height - 1] = out.size() + 1;
            }
        }
        copy(token);
    }

    /** Neither parentheses nor lists hold bindings. */
    private void closeInner(int token) {
        if (counts[KwixParser.L_BRACE] + counts[KwixParser.LET] > 0) {
            while (topCloser() == KwixParser.R_PAREN
                    || topCloser() == KwixParser.R_BRACKET
                    || height > 0 && in.type(openers[height - 1]) == KwixParser.FORMALS_BRACE) {
                insertCloser(token);
            }
        }
    }

    private void beforeBinding(int token) {
        boolean first = lines.isFirst(in.start(token));
        if (in.type(token) == KwixParser.INHERIT && !first) {
            return;
        }
        int before = out.size();
        closeInner(token);
        while (first && height > 1 && endsBefore()) {
            insertCloser(token);
        }
        int last = out.type(out.size() - 1);
        if (out.size() > before && last != KwixParser.SEMICOLON && last != KwixParser.IN) {
            out.addFlagged(KwixParser.SEMICOLON, in.start(token), in.start(token));
        }
    }

    /** Whether the innermost braces were opened by a line that is indented no less than this one. */
    private boolean endsBefore() {
        int top = height - 1;
        int type = in.type(openers[top]);
        return (type == KwixParser.L_BRACE || type == KwixParser.LET)
                && openerLines[top] != lines.start()
                && indentations[top] >= lines.indentation()
                && hasOuterBindings();
    }

    private boolean hasOuterBindings() {
        for (int i = height - 2; i >= 0 && i >= height - NEAR; i--) {
            int type = in.type(openers[i]);
            if (type == KwixParser.L_BRACE || type == KwixParser.LET) {
                return true;
            }
        }
        return false;
    }

    private void insertCloser(int token) {
        int opener = openers[height - 1];
        int closer = topCloser();
        if (!in.isFlagged(token)) {
            problems.unclosed(
                    Wording.spelling(closer),
                    wording.found(token),
                    in.start(opener),
                    in.end(opener),
                    end(token),
                    in.start(token),
                    in.end(token));
        }
        int at = in.start(token);
        if (closer == KwixParser.IN && semicolons[height - 1] > 0 && !problems.isFull()) {
            int index = semicolons[height - 1];
            int place = out.end(index - 1);
            out.insertFlagged(index, closer, place);
        } else {
            out.addFlagged(closer, at, at);
        }
        pop();
    }

    private int end(int token) {
        return in.end(token - 1);
    }
}
