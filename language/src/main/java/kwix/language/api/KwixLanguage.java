package kwix.language.api;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.source.Source;
import java.util.IdentityHashMap;
import java.util.Map;
import kwix.grammar.source.SourceText;
import kwix.language.node.thunk.EntryRootNode;
import kwix.language.node.thunk.ExpressionRootNode;
import kwix.language.node.thunk.RootedNode;
import kwix.language.translate.Linkage;
import kwix.language.value.PathValue;

/**
 * The polyglot entry: embedding through {@code org.graalvm.polyglot}, and Truffle's tools. Nodes belong to one context, so contexts share
 * an engine but no code.
 */
@TruffleLanguage.Registration(
        id = KwixLanguage.ID,
        name = "Kwix",
        implementationName = "Kwix",
        defaultMimeType = KwixLanguage.MIME_TYPE,
        characterMimeTypes = KwixLanguage.MIME_TYPE,
        contextPolicy = TruffleLanguage.ContextPolicy.EXCLUSIVE)
public final class KwixLanguage extends TruffleLanguage<KwixContext> {

    public static final String ID = "kwix";
    public static final String MIME_TYPE = "application/x-kwix";

    private final Map<SourceText, Source> sources = new IdentityHashMap<>();

    @Override
    protected KwixContext createContext(Env environment) {
        return new KwixContext(environment, roots());
    }

    /** Gives every body a call target of its own. */
    private Linkage.Roots roots() {
        return (body, name, text, start, end) -> {
            Source source = sources.computeIfAbsent(text, KwixLanguage::source);
            var root = new ExpressionRootNode(this, body, name, source.createSection(start, end - start));
            return new RootedNode(root.getCallTarget());
        };
    }

    private static Source source(SourceText text) {
        return Source.newBuilder(ID, text.text(), text.name())
                .mimeType(MIME_TYPE)
                .build();
    }

    @Override
    protected CallTarget parse(ParsingRequest request) {
        Source source = request.getSource();
        var text = new SourceText(source.getName(), source.getCharacters().toString());
        return new EntryRootNode(this, () -> evaluated(text)).getCallTarget();
    }

    private static Object evaluated(SourceText text) {
        KwixContext context = KwixContext.current(null);
        Evaluation evaluation = context.evaluation();
        return Exported.value(evaluation.evaluate(text, new PathValue(context.directory())), evaluation.context());
    }
}
