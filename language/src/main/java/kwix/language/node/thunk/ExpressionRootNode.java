package kwix.language.node.thunk;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.SourceSection;
import kwix.language.node.KwixNode;
import org.jspecify.annotations.Nullable;

/** The root of a function's or thunk's body under an engine. Its argument is the environment: the engine copies arguments, and an environment must stay the one that closures hold. */
public final class ExpressionRootNode extends RootNode {

    @Child
    private KwixNode body;

    private final String name;
    private final @Nullable SourceSection section;

    public ExpressionRootNode(
            @Nullable TruffleLanguage<?> language,
            KwixNode body,
            @Nullable String name,
            @Nullable SourceSection section) {
        super(language);
        this.body = body;
        this.name = name == null ? "(anonymous)" : name;
        this.section = section;
    }

    KwixNode body() {
        return body;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        return body.execute(frame, (Object[]) frame.getArguments()[0]);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public @Nullable SourceSection getSourceSection() {
        return section;
    }

    @Override
    public boolean isCloningAllowed() {
        return false;
    }
}
