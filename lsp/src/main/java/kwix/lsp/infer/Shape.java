package kwix.lsp.infer;

import java.nio.file.Path;
import java.util.Map;
import kwix.grammar.tree.Expression;
import kwix.language.builtin.Builtin;
import kwix.lsp.document.Document;
import org.jspecify.annotations.Nullable;

/** What is known of a value without evaluating anything. */
public sealed interface Shape {

    /**
     * A set.
     *
     * @param members what it has for certain, in the order of the text; there may be more
     * @param any what each of its further attributes is; null if nothing is known of them
     */
    record Set(Map<String, Member> members, @Nullable Deferred any) implements Shape {

        public Set(Map<String, Member> members) {
            this(members, null);
        }

        /** The attribute of a name that it has, or may have. */
        public @Nullable Member find(String name) {
            Member member = members.get(name);
            return member == null && any != null ? new Member(name, null, null, any, false, () -> null, null) : member;
        }
    }

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
