package kwix.grammar.parse;

import java.util.Arrays;
import java.util.List;
import kwix.grammar.tree.Comment;
import org.jspecify.annotations.Nullable;

/** Which documentation comment stands directly before which token. */
final class DocComments {

    private final List<Comment> comments;
    private int[] tokens = new int[16];
    private int[] commentOfToken = new int[16];
    private int size;
    private int pending = -1;

    DocComments(List<Comment> comments) {
        this.comments = comments;
    }

    void announce(int comment) {
        pending = comment;
    }

    void forget() {
        pending = -1;
    }

    boolean pending() {
        return pending >= 0;
    }

    /** The announced comment belongs to the token that is added next. */
    void attach(int token) {
        if (size == tokens.length) {
            tokens = Arrays.copyOf(tokens, size * 2);
            commentOfToken = Arrays.copyOf(commentOfToken, size * 2);
        }
        tokens[size] = token;
        commentOfToken[size++] = pending;
        pending = -1;
    }

    @Nullable
    Comment before(int token) {
        int found = Arrays.binarySearch(tokens, 0, size, token);
        return found < 0 ? null : comments.get(commentOfToken[found]);
    }
}
