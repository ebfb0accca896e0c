package kwix.grammar.parse;

/** The line that a forward walk over the source is in. */
final class Lines {

    private final byte[] text;
    private int at;
    private int start;
    private int indentation = -1;

    Lines(byte[] text) {
        this.text = text;
    }

    void moveTo(int offset) {
        for (; at < offset; at++) {
            if (text[at] == '\n') {
                start = at + 1;
                indentation = -1;
            }
        }
    }

    int start() {
        return start;
    }

    int indentation() {
        if (indentation < 0) {
            int end = start;
            while (text[end] == ' ' || text[end] == '\t') {
                end++;
            }
            indentation = end - start;
        }
        return indentation;
    }

    boolean isFirst(int offset) {
        return start + indentation() == offset;
    }
}
