package kwix.grammar.parse;

import java.util.Arrays;
import java.util.function.IntFunction;
import kwix.grammar.tree.AttributeName;
import kwix.grammar.tree.Binding;
import kwix.grammar.tree.Expression;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.jspecify.annotations.Nullable;

/**
 * The ground of the generated parser: it reads {@link Tokens} without token objects, counts how deep rules nest, and holds the stack
 * on which actions leave lists of trees.
 */
abstract class TokenReader extends org.antlr.v4.runtime.Parser {

    final Tokens tokens;
    private @Nullable Object[] stack = new @Nullable Object[64];
    private int height;
    private int depth;
    private int deepest;
    private @Nullable Recovery recovery;
    private int depthLimit = Integer.MAX_VALUE;

    TokenReader(TokenStream tokens) {
        super(tokens);
        this.tokens = (Tokens) tokens;
        setErrorHandler(new BailErrorStrategy());
        setBuildParseTree(false);
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
        return tokens.type(tokens.position());
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

    @Override
    public final void enterRule(ParserRuleContext context, int state, int rule) {
        setState(state);
        _ctx = context;
        if (++depth > deepest) {
            deepest = depth;
            if (depth > depthLimit) {
                throw new NestedTooDeeply(tokens.start(tokens.position()));
            }
        }
    }

    /** Something nests below the current rule without rules of its own. */
    final void nesting(int levels) {
        deepest = Math.max(deepest, depth + levels);
        if (deepest > depthLimit) {
            throw new NestedTooDeeply(tokens.start(tokens.position()));
        }
    }

    @Override
    public final void exitRule() {
        depth--;
        setState(_ctx.invokingState);
        _ctx = (ParserRuleContext) _ctx.parent;
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
        Object top = stack[--height];
        stack[height] = null;
        if (top == null) {
            throw new IllegalStateException("the parser's stack is out of step");
        }
        return top;
    }

    /** Takes everything above a mark off the stack. */
    final Object[] popFrom(int mark) {
        return listFrom(mark, Object[]::new);
    }

    /** The same, for trees that are known to be of one kind. */
    final <T> T[] listFrom(int mark, IntFunction<T[]> array) {
        T[] trees = array.apply(height - mark);
        System.arraycopy(stack, mark, trees, 0, trees.length);
        Arrays.fill(stack, mark, height, null);
        height = mark;
        return trees;
    }
}
