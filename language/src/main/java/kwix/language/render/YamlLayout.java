package kwix.language.render;

import kwix.language.value.ByteBuilder;
import kwix.language.value.Describe;
import org.jspecify.annotations.Nullable;

/**
 * Puts YAML into lines, in block style. What stands before a value is written without what follows it, since that depends on the value:
 * a scalar comes behind it, a mapping or sequence mostly on the next line.
 */
final class YamlLayout {

    private static final int STEP = 2;

    /** Longer keys need the explicit form {@code ? key}: readers look no further for a colon. */
    private static final int LONGEST_SIMPLE_KEY = 1024;

    /** Shorter keys are simple: no escape has more than four times the bytes of what it stands for. */
    private static final int SURELY_SIMPLE_KEY = LONGEST_SIMPLE_KEY / 4 - 2;

    /** A power of two. */
    private static final int KNOWN_KEYS = 256;

    /** What was written last. */
    private enum Before {
        /** Nothing: the line is empty. */
        NOTHING,
        /** {@code ---}. */
        MARK,
        /** {@code key:}. */
        KEY,
        /** The dash of a sequence, or the colon of an explicit key: a mapping or sequence goes on in this line. */
        DASH
    }

    private final ByteBuilder out = new ByteBuilder();
    private Before before = Before.NOTHING;

    /** Where the bytes of a short string are looked at. */
    private final byte[] checked = new byte[SURELY_SIMPLE_KEY];

    private final @Nullable String[] plainKeys = new String[KNOWN_KEYS];

    /** Of the mapping or sequence that is being written; 0 outside of any. */
    private int indentation;

    /** Whether the next element or key stands in a line that is begun already. */
    private boolean inLine;

    /** @param explicit with a line {@code ---} before it */
    void beginDocument(boolean explicit) {
        if (explicit) {
            out.append("---");
        }
        before = explicit ? Before.MARK : Before.NOTHING;
    }

    /** Begins a sequence that is not empty; gives what {@link #end} wants. */
    int beginSequence() {
        return begin(before == Before.DASH);
    }

    /** The same for a mapping. */
    int beginMapping() {
        return begin(before == Before.DASH || before == Before.KEY);
    }

    private int begin(boolean deeper) {
        int outer = indentation;
        inLine = before == Before.DASH;
        if (inLine) {
            out.append(' ');
        } else if (before != Before.NOTHING) {
            out.append('\n');
        }
        if (deeper) {
            indentation += STEP;
        }
        return outer;
    }

    void end(int outer) {
        indentation = outer;
    }

    private void beginEntry() {
        if (!inLine) {
            out.repeat(' ', indentation);
        }
        inLine = false;
    }

    /** Before an element of a sequence. */
    void element() {
        beginEntry();
        out.append('-');
        before = Before.DASH;
    }

    /** Before a value of a mapping, if the key is surely plain; else nothing is written. */
    @SuppressWarnings("ReferenceEquality") // Sets with the same names mostly have the same strings.
    boolean plainKey(String key) {
        int slot = key.hashCode() & KNOWN_KEYS - 1;
        if (plainKeys[slot] != key) {
            if (!isSurelyPlain(key)) {
                return false;
            }
            plainKeys[slot] = key;
        }
        beginEntry();
        out.append(key).append(':');
        before = Before.KEY;
        return true;
    }

    /** Before a value of a mapping; UTF-8. */
    void key(String bytes) {
        beginEntry();
        if (bytes.length() < SURELY_SIMPLE_KEY) {
            scalar(bytes, true, out);
        } else if (!longKey(bytes)) {
            return;
        }
        out.append(':');
        before = Before.KEY;
    }

    /** Whether the key is short enough for any reader; else it is written with its colon, on two lines. */
    private boolean longKey(String bytes) {
        var written = new ByteBuilder();
        scalar(bytes, true, written);
        String key = written.toString();
        if (Describe.text(key).length() < LONGEST_SIMPLE_KEY) {
            out.append(key);
            return true;
        }
        out.append("? ").append(key).append('\n').repeat(' ', indentation).append(':');
        before = Before.DASH;
        return false;
    }

    /** A string as a value, if it is surely plain; else nothing is written. */
    boolean plainString(String text) {
        if (!isSurelyPlain(text)) {
            return false;
        }
        word(text);
        return true;
    }

    @SuppressWarnings("deprecation") // It takes the low byte of each char, and a string of bytes has no other.
    private boolean isSurelyPlain(String text) {
        int length = text.length();
        if (length == 0 || length > checked.length) {
            return false;
        }
        text.getBytes(0, length, checked, 0);
        return SurelyPlain.holds(text, checked);
    }

    /** A string as a value; UTF-8. */
    void string(String bytes) {
        beginScalar();
        scalar(bytes, false, out);
        endScalar();
    }

    /** Another scalar, which stands as it is. */
    void word(String text) {
        beginScalar();
        out.append(text);
        endScalar();
    }

    void number(long number) {
        beginScalar();
        out.append(number);
        endScalar();
    }

    private void beginScalar() {
        if (before != Before.NOTHING) {
            out.append(' ');
        }
    }

    private void endScalar() {
        out.append('\n');
    }

    private void scalar(String bytes, boolean isKey, ByteBuilder to) {
        switch (YamlScalar.of(bytes, isKey)) {
            case PLAIN -> to.append(bytes);
            case SINGLE_QUOTED ->
                to.append('\'').append(bytes.replace("'", "''")).append('\'');
            case DOUBLE_QUOTED -> YamlScalar.quote(bytes, to);
            case LITERAL -> literal(bytes);
        }
    }

    /** The last line break of the text is left to {@link #endScalar}. */
    private void literal(String text) {
        out.append('|');
        if (text.charAt(0) == ' ') {
            out.append((char) ('0' + STEP));
        }
        int length = text.length();
        if (text.charAt(length - 1) != '\n') {
            out.append('-');
        } else if (text.charAt(length - 2) == '\n') {
            out.append('+');
        }
        int end = text.charAt(length - 1) == '\n' ? length - 1 : length;
        for (int line = 0; line <= end; ) {
            int next = text.indexOf('\n', line);
            int to = next < 0 || next > end ? end : next;
            out.append('\n');
            if (to > line) {
                out.repeat(' ', indentation + STEP).append(text, line, to);
            }
            line = to + 1;
        }
    }

    /** All that was written. */
    ByteBuilder bytes() {
        return out;
    }
}
