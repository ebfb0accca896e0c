package kwix.grammar.parse;

import java.util.Arrays;
import java.util.List;
import kwix.grammar.tree.AttributeName;
import kwix.grammar.tree.Binding;
import kwix.grammar.tree.CompactList;
import kwix.grammar.tree.Expression;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.jspecify.annotations.Nullable;

/**
 * The ground of the generated parser: it reads {@link Tokens} without token objects, counts how deep rules nest, and holds the stack
 * on which actions leave lists of trees.
 */
abstract class TokenReader extends org.antlr.v4.runtime.Parser {

    final Tokens tokens;
    private Object[] stack = new Object[64];
    private int height;

    /** For each rule that is being read the token that it began with, and which it is. */
    private long[] entered = new long[64];

    private int depth;
    private int deepest;
    private @Nullable Recovery recovery;
    private int depthLimit = Integer.MAX_VALUE;

    TokenReader(TokenStream tokens) {
        super(tokens);
        this.tokens = (Tokens) tokens;
    }

    void limitDepth(int limit) {
        depthLimit = limit;
    }

    /** The most rules that were ever entered at once. */
    int deepest() {
        return deepest;
    }

    final int position() {
        return tokens.position();
    }

    /** The type of the current token. */
    final int current() {
        return tokens.current();
    }

    /** The end of the token before the current one. */
    final int end() {
        return tokens.end(tokens.position() - 1);
    }

    @Override
    public final @Nullable Token match(int type) {
        if (current() == type) {
            tokens.advance();
        } else {
            mismatch(type);
        }
        return null;
    }

    @Override
    public final @Nullable Token consume() {
        tokens.advance();
        return null;
    }

    /** The current token is not the one that the grammar demands. */
    private void mismatch(int expected) {
        recovery().mismatch(expected);
    }

    /** No expression begins with the current token. */
    final Expression missingExpression() {
        return recovery().missingExpression();
    }

    /** No attribute name begins with the current token. */
    final AttributeName missingName() {
        return recovery().missingName();
    }

    /** The token just read cannot be in a list. */
    final void strayElement() {
        recovery().strayElement();
    }

    /** No binding begins with the token just read. */
    final Binding strayBinding() {
        return recovery().strayBinding();
    }

    /** Something fits the grammar and is wrong all the same. */
    final void reject(Complaint complaint, int start, int end) {
        recovery().reject(complaint, start, end);
    }

    /** The fast pass has no recovery and ends here. */
    private Recovery recovery() {
        if (recovery == null) {
            throw new Bailout();
        }
        return recovery;
    }

    void recoverWith(Recovery strategy) {
        recovery = strategy;
    }

    /** Called where a rule begins. */
    final void enter(int rule) {
        if (++depth > deepest) {
            reach(depth);
        }
        entered[depth] = (long) tokens.position() << 8 | rule;
    }

    private void reach(int level) {
        deepest = level;
        if (level > depthLimit) {
            throw new NestedTooDeeply(tokens.start(tokens.position()));
        }
        if (level >= entered.length) {
            entered = Arrays.copyOf(entered, level * 2);
        }
    }

    /** Called where a rule ends. */
    final void exit() {
        depth--;
    }

    /** The rule that is being read. */
    final int rule() {
        return (int) entered[depth] & 0xFF;
    }

    /** The token that this rule began with. */
    final int from() {
        return (int) (entered[depth] >>> 8);
    }

    /** Something nests below the current rule without rules of its own. */
    final void nesting(int levels) {
        if (depth + levels > deepest) {
            reach(depth + levels);
        }
    }

    final int mark() {
        return height;
    }

    final void push(Object tree) {
        if (height == stack.length) {
            stack = Arrays.copyOf(stack, height * 2);
        }
        stack[height++] = tree;
    }

    final Object pop() {
        return stack[--height];
    }

    final Expression popExpression() {
        return (Expression) pop();
    }

    /** What lies so many places below the top. */
    final Object peek(int below) {
        return stack[height - 1 - below];
    }

    /** Whether anything lies above a mark, and is an expression where it lies first. */
    final boolean isExpression(int mark) {
        return height > mark && stack[mark] instanceof Expression;
    }

    /** Takes everything above a mark off the stack. */
    final Object[] popFrom(int mark) {
        var trees = new Object[height - mark];
        System.arraycopy(stack, mark, trees, 0, trees.length);
        height = mark;
        return trees;
    }

    /** The same as a list, of trees that are known to be of one kind. */
    final <T> List<T> listFrom(int mark) {
        int end = height;
        height = mark;
        return CompactList.of(stack, mark, end);
    }
}
