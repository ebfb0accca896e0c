package kwix.grammar.parse;

import static kwix.grammar.parse.Characters.is;

import java.util.ArrayList;
import java.util.List;
import kwix.grammar.tree.Comment;

/** What stands between tokens: white space, which is dropped, and comments, which are kept. */
final class Blanks {

    final List<Comment> comments = new ArrayList<>();
    final DocComments docs = new DocComments(comments);
    private final CodeUnits source;
    private final byte[] text;
    private final int limit;
    private final LexicalProblems problems;

    Blanks(CodeUnits source, LexicalProblems problems) {
        this.source = source;
        text = source.units;
        limit = source.limit;
        this.problems = problems;
    }

    /** Where the next token begins. */
    int skip(int from) {
        int at = from;
        while (true) {
            byte c = text[at];
            if (is(c, Characters.BLANK)) {
                at++;
            } else if (c == '#') {
                at = comment(at, lineEnd(at), false);
            } else if (c == '/' && text[at + 1] == '*') {
                at = comment(at, closingEnd(at), text[at + 2] == '*' && text[at + 3] != '/' && text[at + 3] != '*');
            } else {
                break;
            }
        }
        if (docs.pending()) {
            docs.attach(at);
        }
        return at;
    }

    private int lineEnd(int start) {
        int end = start;
        while (end < limit && text[end] != '\n' && text[end] != '\r') {
            end++;
        }
        return end;
    }

    private int closingEnd(int start) {
        for (int end = start + 2; end < limit; end++) {
            if (text[end] == '*' && text[end + 1] == '/') {
                return end + 2;
            }
        }
        problems.unclosedComment(start, limit);
        return limit;
    }

    private int comment(int start, int end, boolean documentation) {
        if (documentation) {
            docs.announce(comments.size());
        } else {
            docs.forget();
        }
        comments.add(new Comment(start, end, source.slice(start, end), documentation));
        return end;
    }
}
