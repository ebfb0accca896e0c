package kwix.lsp.infer;

import java.nio.file.Path;
import java.util.Map;
import kwix.grammar.tree.Expression;
import kwix.language.builtin.Builtin;
import kwix.lsp.document.Document;
import org.jspecify.annotations.Nullable;

/** What is known of a value without evaluating anything. */
public sealed interface Shape {

    /** @param members what it has for certain, in the order of the text; there may be more */
    record Set(Map<String, Member> members) implements Shape {}

    record Function(
            Document document,
            Expression.Lambda lambda,
            @Nullable Environment environment) implements Shape {}

    record BuiltinFunction(Builtin builtin) implements Shape {}

    record PathTo(Path path) implements Shape {}

    /**
     * A value without parts that matter here.
     *
     * @param type as {@code builtins.typeOf} says it
     * @param text as it would be written, if it is short
     */
    record Plain(String type, @Nullable String text) implements Shape {}

    /** What {@code builtins.typeOf} would say. */
    default String type() {
        return switch (this) {
            case Set set -> "set";
            case Function function -> "lambda";
            case BuiltinFunction function -> "lambda";
            case PathTo path -> "path";
            case Plain plain -> plain.type();
        };
    }
}
