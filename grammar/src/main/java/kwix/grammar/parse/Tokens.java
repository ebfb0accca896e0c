package kwix.grammar.parse;

import java.util.Arrays;
import java.util.BitSet;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;
import org.jspecify.annotations.Nullable;

/**
 * All tokens of a source as parallel arrays. The generated parser reads nothing but {@link #LA}; there are no token objects.
 */
final class Tokens implements TokenStream {

    private byte[] types;
    private int[] starts;
    private int[] ends;
    private final BitSet flagged = new BitSet(0);
    private int size;
    private int position;

    Tokens(int capacity) {
        types = new byte[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
    }

    void add(int type, int start, int end) {
        if (size == types.length) {
            int capacity = size + (size >> 1) + 16;
            types = Arrays.copyOf(types, capacity);
            starts = Arrays.copyOf(starts, capacity);
            ends = Arrays.copyOf(ends, capacity);
        }
        types[size] = (byte) type;
        starts[size] = start;
        ends[size++] = end;
    }

    /** Adds a token that an error was reported for already. */
    void addFlagged(int type, int start, int end) {
        flagged.set(size);
        add(type, start, end);
    }

    /** Puts a token without width before another. */
    void insertFlagged(int token, int type, int offset) {
        add(type, offset, offset);
        System.arraycopy(types, token, types, token + 1, size - token - 1);
        System.arraycopy(starts, token, starts, token + 1, size - token - 1);
        System.arraycopy(ends, token, ends, token + 1, size - token - 1);
        types[token] = (byte) type;
        starts[token] = offset;
        ends[token] = offset;
        for (int last = flagged.length(); last > token; last--) {
            flagged.set(last, flagged.get(last - 1));
        }
        flagged.set(token);
    }

    boolean isFlagged(int token) {
        return flagged.get(token);
    }

    /** The type of a token, or 0 (no type) before the first one. */
    int type(int token) {
        return token < 0 ? 0 : types[token];
    }

    int start(int token) {
        return starts[token];
    }

    int end(int token) {
        return token < 0 ? 0 : ends[token];
    }

    void retype(int token, int type) {
        types[token] = (byte) type;
    }

    @Override
    public int size() {
        return size;
    }

    int position() {
        return position;
    }

    /** The type of the token at the position. */
    int current() {
        return types[position];
    }

    void rewind() {
        position = 0;
    }

    /** Steps over the current token, but never over the end of the source. */
    void advance() {
        if (position < size - 1) {
            position++;
        }
    }

    @Override
    @SuppressWarnings("MethodName")
    public int LA(int ahead) {
        int token = position + ahead - 1;
        return token < size ? types[token] : Token.EOF;
    }

    @Override
    public void consume() {
        advance();
    }

    @Override
    public int index() {
        return position;
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {}

    @Override
    public void seek(int index) {
        position = index;
    }

    @Override
    public String getSourceName() {
        return UNKNOWN_SOURCE_NAME;
    }

    @Override
    @SuppressWarnings("MethodName")
    public @Nullable Token LT(int ahead) {
        return null;
    }

    @Override
    public @Nullable Token get(int index) {
        return null;
    }

    @Override
    public @Nullable TokenSource getTokenSource() {
        return null;
    }

    @Override
    public String getText(Interval interval) {
        return "";
    }

    @Override
    public String getText() {
        return "";
    }

    @Override
    public String getText(RuleContext context) {
        return "";
    }

    @Override
    public String getText(Token start, Token stop) {
        return "";
    }
}
