package kwix.grammar.format;

import static kwix.grammar.parse.KwixParser.*;

import java.util.ArrayList;
import java.util.List;
import kwix.grammar.parse.Lexemes;
import kwix.grammar.tree.Comment;
import org.jspecify.annotations.Nullable;

/**
 * What stands between tokens. A comment belongs to the end of the line of the token before it, or to lines of its own before the token
 * after it; the name of a language right before a string belongs to the string.
 */
final class Gaps {

    private static final List<Remark> NONE = List.of();

    private final String text;
    private final Lexemes tokens;
    private final @Nullable List<Remark>[] before;
    private final @Nullable String[] behind;
    private final @Nullable String[] annotations;
    private final boolean[] spaced;
    private final boolean[] broken;

    @SuppressWarnings("unchecked")
    private Gaps(String text, Lexemes tokens) {
        this.text = text;
        this.tokens = tokens;
        before = (List<Remark>[]) new List<?>[tokens.size()];
        behind = new String[tokens.size()];
        annotations = new String[tokens.size()];
        spaced = new boolean[tokens.size()];
        broken = new boolean[tokens.size()];
    }

    static Gaps of(String text, Lexemes tokens, List<Comment> comments) {
        var gaps = new Gaps(text, tokens);
        int next = 0;
        for (int token = 0; token < tokens.size(); token++) {
            int first = next;
            int start = tokens.start(token);
            while (next < comments.size() && comments.get(next).start() < start) {
                next++;
            }
            // A comment at the very end has no width of white space after it.
            if (token == tokens.size() - 1) {
                next = comments.size();
            }
            gaps.fill(token, comments.subList(first, next));
        }
        for (int token = tokens.size() - 2; token > 0; token--) {
            gaps.move(token);
        }
        return gaps;
    }

    /** Comments on lines of their own before a token. */
    List<Remark> before(int token) {
        List<Remark> remarks = before[token];
        return remarks == null ? NONE : remarks;
    }

    /** The comment at the end of a token's line. */
    @Nullable
    String behind(int token) {
        return behind[token];
    }

    @Nullable
    String annotation(int token) {
        return annotations[token];
    }

    /** Whether an empty line stands right before a token. */
    boolean spaced(int token) {
        return spaced[token];
    }

    /** Whether the source has a line break between a token and the one before it, or the first comment between them. */
    boolean broken(int token) {
        return broken[token];
    }

    boolean commented(int token) {
        return before[token] != null || token > 0 && behind[token - 1] != null;
    }

    private void fill(int token, List<Comment> comments) {
        int at = token == 0 ? 0 : tokens.end(token - 1);
        List<Remark> remarks = new ArrayList<>();
        int count = comments.size();
        for (int i = 0; i < count; i++) {
            Comment comment = comments.get(i);
            int breaks = breaks(at, comment.start());
            int after = i + 1 < count ? comments.get(i + 1).start() : tokens.start(token);
            if (i == 0) {
                broken[token] = breaks > 0;
            }
            at = comment.end();
            List<String> lines = CommentText.lines(comment);
            boolean alone = breaks(at, after) > 0 || tokens.kind(token) == Lexemes.END && i + 1 == count;
            if (i == 0
                    && token > 0
                    && breaks == 0
                    && lines.size() == 1
                    && alone
                    && !comment.documentation()
                    && !opens(token - 1)) {
                behind[token - 1] = lines.getFirst();
            } else if (i + 1 == count && isAnnotation(comment, token) && breaks(at, after) == 0) {
                annotations[token] = "/* " + lines.getFirst().substring(2) + " */";
            } else {
                remarks.add(
                        new Remark(lines, breaks > 1 && (token > 0 || !remarks.isEmpty()), comment.documentation()));
            }
        }
        int breaks = breaks(at, tokens.start(token));
        if (count == 0) {
            broken[token] = breaks > 0;
        }
        spaced[token] = breaks > 1 && (token > 0 || count > 0);
        if (!remarks.isEmpty()) {
            before[token] = remarks;
        }
    }

    /** Comments before a semicolon or comma go behind it, and those behind an operator before it. */
    private void move(int token) {
        switch (tokens.kind(token)) {
            case SEMICOLON, COMMA -> moveBehind(token);
            case PLUS,
                    TIMES,
                    DIVIDE,
                    CONCAT,
                    UPDATE,
                    LESS,
                    LESS_OR_EQUAL,
                    GREATER,
                    GREATER_OR_EQUAL,
                    EQUAL,
                    NOT_EQUAL,
                    AND,
                    LOGICAL_OR,
                    IMPLIES,
                    PIPE_FORWARD,
                    PIPE_BACKWARD -> moveBefore(token);
            default -> {}
        }
    }

    private void moveBehind(int token) {
        String trailing = behind[token - 1];
        List<Remark> own = before(token);
        if (own.stream().anyMatch(Remark::documentation) || trailing == null && own.isEmpty()) {
            return;
        }
        var further = new ArrayList<Remark>(own);
        String displaced = behind[token];
        if (displaced != null && (trailing != null || !own.isEmpty())) {
            further.add(new Remark(List.of(displaced), false, false));
            behind[token] = null;
        }
        behind[token] = trailing;
        behind[token - 1] = null;
        before[token] = null;
        spaced[token] = false;
        if (!further.isEmpty()) {
            further.addAll(before(token + 1));
            before[token + 1] = further;
        }
    }

    private void moveBefore(int token) {
        String trailing = behind[token];
        if (trailing == null) {
            return;
        }
        var all = new ArrayList<Remark>(before(token));
        all.add(new Remark(List.of(trailing), false, false));
        before[token] = all;
        behind[token] = null;
    }

    private boolean opens(int token) {
        return switch (tokens.kind(token)) {
            case L_PAREN, L_BRACKET, L_BRACE, FORMALS_BRACE, INTERPOLATION, LET, IN -> true;
            default -> false;
        };
    }

    private boolean isAnnotation(Comment comment, int token) {
        if (comment.documentation() || comment.text().startsWith("#") || !isString(token)) {
            return false;
        }
        String name = comment.text().substring(2, comment.text().length() - 2).strip();
        return !name.isEmpty() && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_-+.#/".indexOf(c) >= 0);
    }

    private boolean isString(int token) {
        return switch (tokens.kind(token)) {
            case STRING, STRING_OPEN, INDENTED_STRING, INDENTED_OPEN -> true;
            default -> false;
        };
    }

    /** The line breaks between two offsets: none, one, or two for any more. */
    private int breaks(int from, int to) {
        int breaks = 0;
        for (int at = from; at < to && breaks < 2; at++) {
            char c = text.charAt(at);
            if (c == '\n' || c == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n')) {
                breaks++;
            }
        }
        return breaks;
    }
}
