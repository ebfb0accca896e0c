package kwix.language.translate;

import java.util.Map;
import kwix.grammar.source.SourceText;
import kwix.language.node.KwixNode;
import kwix.language.value.EvaluationContext;
import org.jspecify.annotations.Nullable;

/**
 * What a translation ties nodes to.
 *
 * @param globals the global names with their values
 * @param home the home folder for {@code ~/…}, as bytes; throws when it must not show
 */
public record Linkage(EvaluationContext context, Map<String, Object> globals, Home home, Roots roots) {

    @FunctionalInterface
    public interface Home {
        String path();
    }

    /** Gives the body of a function or thunk what the way of running it asks for. */
    @FunctionalInterface
    public interface Roots {

        /** The direct path: bodies are run as they are. */
        Roots DIRECT = (body, name, source, start, end) -> body;

        KwixNode root(KwixNode body, @Nullable String name, SourceText source, int start, int end);
    }
}
