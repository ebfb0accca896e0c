package kwix.grammar.parse;

import java.util.Arrays;
import kwix.grammar.source.SourceText;
import org.antlr.v4.runtime.Token;

/**
 * The tokens of a source that parses without errors, for who has to give back all that was written. The kinds are the constants of
 * {@link KwixParser}; a token without width is left out, but for the end of the source, which is the last.
 */
public final class Lexemes {

    public static final int END = Token.EOF;

    private final int[] kinds;
    private final int[] starts;
    private final int[] ends;
    private final int size;

    private Lexemes(Tokens tokens) {
        int count = 0;
        kinds = new int[tokens.size()];
        starts = new int[tokens.size()];
        ends = new int[tokens.size()];
        for (int token = 0; token < tokens.size(); token++) {
            if (tokens.end(token) > tokens.start(token) || tokens.type(token) == END) {
                kinds[count] = tokens.type(token);
                starts[count] = tokens.start(token);
                ends[count++] = tokens.end(token);
            }
        }
        size = count;
    }

    public static Lexemes of(SourceText source) {
        var scanner = new Scanner(source, new SyntaxProblems(), false);
        scanner.scan();
        return new Lexemes(scanner.tokens);
    }

    public int size() {
        return size;
    }

    public int kind(int token) {
        return kinds[token];
    }

    public int start(int token) {
        return starts[token];
    }

    public int end(int token) {
        return ends[token];
    }

    /** The token that begins at this offset, or the last before it. */
    public int at(int offset) {
        int found = Arrays.binarySearch(starts, 0, size, offset);
        return found >= 0 ? found : -found - 2;
    }
}
