package kwix.grammar.parse;

import java.util.Arrays;
import java.util.List;
import kwix.grammar.tree.Comment;
import org.jspecify.annotations.Nullable;

/** Which documentation comment stands directly before which offset. */
final class DocComments {

    private final List<Comment> comments;
    private int[] offsets = new int[16];
    private int[] commentBefore = new int[16];
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

    /** The announced comment belongs to the token at this offset. */
    void attach(int offset) {
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, size * 2);
            commentBefore = Arrays.copyOf(commentBefore, size * 2);
        }
        offsets[size] = offset;
        commentBefore[size++] = pending;
        pending = -1;
    }

    @Nullable
    Comment before(int offset) {
        int found = Arrays.binarySearch(offsets, 0, size, offset);
        return found < 0 ? null : comments.get(commentBefore[found]);
    }
}
