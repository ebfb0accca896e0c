package kwix.language.node.thunk;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.RootNode;
import java.util.function.Supplier;

/** The root of a source that an embedder hands over: parsing and translating it is part of its evaluation. */
public final class EntryRootNode extends RootNode {

    private final Supplier<Object> evaluation;

    public EntryRootNode(TruffleLanguage<?> language, Supplier<Object> evaluation) {
        super(language);
        this.evaluation = evaluation;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        return evaluate();
    }

    @TruffleBoundary
    private Object evaluate() {
        return evaluation.get();
    }
}
