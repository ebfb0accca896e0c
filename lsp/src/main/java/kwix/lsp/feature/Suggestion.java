package kwix.lsp.feature;

import java.util.function.Supplier;
import kwix.lsp.infer.Member;
import kwix.lsp.infer.Shape;
import kwix.lsp.name.LexicalName;
import org.eclipse.lsp4j.CompletionItemKind;
import org.jspecify.annotations.Nullable;

/**
 * Something that could be written where the cursor is.
 *
 * @param nearness what is nearer comes first
 * @param snippet what is put in instead of the label, with places to fill in; null for the label
 * @param details found out when somebody looks at the suggestion
 */
public record Suggestion(
        String label,
        CompletionItemKind kind,
        int nearness,
        @Nullable String snippet,
        Supplier<Details> details) {

    /**
     * @param signature in a line
     * @param documentation as Markdown
     */
    public record Details(
            @Nullable String signature, @Nullable String documentation) {

        static final Details NONE = new Details(null, null);
    }

    static final int LOCAL = 0;
    static final int THROUGH_WITH = 1;
    static final int EVERYWHERE = 2;
    static final int WORD = 3;
    static final int RESERVED = 4;

    static Suggestion word(String keyword, int nearness) {
        return new Suggestion(keyword, CompletionItemKind.Keyword, nearness, null, () -> Details.NONE);
    }

    static Suggestion of(Member member, int nearness) {
        return new Suggestion(
                Identifiers.attribute(member.name()), kind(member), nearness, null, () -> details(member));
    }

    static Suggestion of(LexicalName name, @Nullable Member member) {
        CompletionItemKind kind = name.kind().isOfFunction() || member == null
                ? CompletionItemKind.Variable
                : kind(member) == CompletionItemKind.Property ? CompletionItemKind.Variable : kind(member);
        return new Suggestion(name.text(), kind, LOCAL, null, () -> member == null ? Details.NONE : details(member));
    }

    /** What an editor shows as a sign must be known at once, so that only what is written right there is looked at. */
    private static CompletionItemKind kind(Member member) {
        if (member.builtin() != null) {
            return member.builtin().parameters().isEmpty() ? CompletionItemKind.Constant : CompletionItemKind.Function;
        }
        if (member.isHandedOn() || member.declaration() != null) {
            return CompletionItemKind.Property;
        }
        return switch (member.shape()) {
            case Shape.Function function -> CompletionItemKind.Function;
            case Shape.BuiltinFunction function -> CompletionItemKind.Function;
            case Shape.Set set -> CompletionItemKind.Module;
            case Shape.PathTo path -> CompletionItemKind.File;
            case Shape.Plain plain -> CompletionItemKind.Property;
            case null -> CompletionItemKind.Property;
        };
    }

    private static Details details(Member member) {
        Member origin = member.origin();
        if (origin.declaration() != null) {
            return new Details(OptionPath.type(origin), OptionPath.describe(origin));
        }
        if (origin.builtin() != null) {
            return new Details(DocText.signature(origin.builtin()), DocText.of(origin.builtin()));
        }
        var comment = member.documentation();
        return new Details(ShapeText.of(member.shape()), comment == null ? null : DocText.of(comment));
    }
}
