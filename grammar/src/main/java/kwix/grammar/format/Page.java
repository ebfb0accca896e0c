package kwix.grammar.format;

/** The formatted text as far as it is written, and where its last line stands. Takes care that no comment is lost. */
final class Page {

    /** How wide a line may be, its indentation not counted. */
    static final int WIDTH = 100;

    static final int STEP = 2;

    /** No line is indented further, or a deeply nested source would take quadratic room. */
    private static final int DEEPEST = 400;

    private final Sheet sheet;
    private final StringBuilder out;
    private int lineStart;
    private int indentation;
    private boolean spacePending;
    private boolean commentEnds;
    private int announced = -1;
    private int suffixed = -1;
    private String suffix = "";

    Page(Sheet sheet) {
        this.sheet = sheet;
        out = new StringBuilder(sheet.text.length() + sheet.text.length() / 4);
    }

    String text() {
        return out.toString();
    }

    int length() {
        return out.length();
    }

    /** Of the line that is being written. */
    int indentation() {
        return indentation;
    }

    void indentation(int spaces) {
        indentation = spaces;
    }

    /** How many characters fit on the line. */
    int room() {
        return WIDTH - (out.length() - lineStart) - (spacePending ? 1 : 0);
    }

    boolean fits(int first, int last, int tail) {
        return !commentEnds && !sheet.isBroken(first, last) && sheet.width(first, last) + tail <= room();
    }

    /** Whether all tokens before one fit, and the bracket that it begins with. */
    boolean fitsUpTo(int first, int part, int bracket) {
        return !commentEnds
                && !sheet.isBroken(first, part - 1)
                && !sheet.gaps.commented(part)
                && sheet.width(first, part - 1) + 1 + bracket <= room();
    }

    /** Whether the next token cannot go on with the line. */
    boolean mustBreak(int next) {
        return commentEnds || !sheet.gaps.before(next).isEmpty() && announced != next;
    }

    void space() {
        spacePending = true;
    }

    /** Begins a line for a token, after the comments before it and an empty line where the source has one. */
    void newLine(int spaces, int token) {
        newLine(spaces, spaces, token, true);
    }

    /** The line of a closing bracket, before which comments are indented like what it closes. */
    void closeLine(int spaces, int token) {
        newLine(spaces + STEP, spaces, token, true);
    }

    /** A line for a token that follows something it belongs to closely. */
    void directLine(int spaces, int token) {
        newLine(spaces, spaces, token, false);
    }

    private void newLine(int commentSpaces, int spaces, int token, boolean spaced) {
        boolean first = true;
        for (Remark remark : sheet.gaps.before(token)) {
            lineBreak((spaced || !first) && remark.spaced());
            remark(remark, Math.min(commentSpaces, DEEPEST));
            first = false;
        }
        lineBreak((spaced || !first) && sheet.gaps.spaced(token));
        indent(spaces);
        announced = token;
    }

    /** The comments at the very beginning, where no line precedes. */
    void top(int token) {
        for (Remark remark : sheet.gaps.before(token)) {
            if (remark.spaced()) {
                out.append('\n');
            }
            remark(remark, 0);
            out.append('\n');
        }
        if (sheet.gaps.spaced(token)) {
            out.append('\n');
        }
        lineStart = out.length();
        announced = token;
    }

    /** Begins in the middle of a line that has nothing but this indentation before the token. */
    void begin(int token, int spaces) {
        indentation = spaces;
        announced = token;
    }

    /** The comments at the very end. */
    void finish(int token) {
        for (Remark remark : sheet.gaps.before(token)) {
            lineBreak(remark.spaced());
            remark(remark, 0);
        }
        out.append('\n');
    }

    private void remark(Remark remark, int spaces) {
        boolean further = false;
        for (String line : remark.lines()) {
            if (further) {
                out.append('\n');
            }
            if (!line.isEmpty()) {
                out.repeat(' ', spaces).append(line);
            }
            further = true;
        }
    }

    private void lineBreak(boolean empty) {
        spacePending = false;
        commentEnds = false;
        out.append('\n');
        if (empty) {
            out.append('\n');
        }
    }

    private void indent(int spaces) {
        indentation = Math.min(spaces, DEEPEST);
        out.repeat(' ', indentation);
        lineStart = out.length();
    }

    /** A token and the comment at the end of its line. */
    void token(int token) {
        begin(token, sheet.tokens.start(token), sheet.tokens.end(token));
        end(token);
    }

    /** What is to be written right after a token that comes later. */
    void suffix(int token, String text) {
        suffixed = token;
        suffix = text;
    }

    /** The beginning of a token that takes several lines. */
    void begin(int token, int start, int end) {
        if (mustBreak(token)) {
            newLine(indentation, token);
        }
        flushSpace();
        String annotation = sheet.gaps.annotation(token);
        if (annotation != null) {
            out.append(annotation).append(' ');
        }
        source(start, end);
    }

    /** What stands behind a token on its line. */
    void end(int token) {
        if (token == suffixed) {
            out.append(suffix);
            suffixed = -1;
        }
        String behind = sheet.gaps.behind(token);
        if (behind != null) {
            out.append(' ').append(behind);
            commentEnds = true;
        }
    }

    private void flushSpace() {
        if (spacePending) {
            out.append(' ');
            spacePending = false;
        }
    }

    /** Part of the source as it stands there. */
    void source(int start, int end) {
        out.append(sheet.text, start, end);
        for (int line = sheet.text.indexOf('\n', start, end);
                line >= 0;
                line = sheet.text.indexOf('\n', line + 1, end)) {
            lineStart = out.length() - (end - 1 - line);
        }
    }

    /** A line of a string, indented by what indents the string and, which counts like text, by what is its own. */
    void stringLine(int spaces, int own) {
        out.append('\n');
        indentation = spaces + own;
        out.repeat(' ', spaces + own);
        lineStart = out.length() - own;
    }

    void emptyStringLine(int spaces) {
        out.append('\n').repeat(' ', spaces);
        lineStart = out.length();
    }

    /** Tokens on one line. */
    void flat(int first, int last) {
        for (int token = first; token <= last; token++) {
            if (sheet.isDropped(token)) {
                continue;
            }
            if (token > first && sheet.isSpaced(token)) {
                space();
            }
            token(token);
        }
    }
}
