package kwix.lsp.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.Formal;
import kwix.grammar.tree.Parameter;
import kwix.lsp.document.Document;
import kwix.lsp.infer.Shape;
import org.jspecify.annotations.Nullable;

/** What is known of a value, in the words of the language, cut where it gets long. */
final class ShapeText {

    private static final int MOST_NAMES = 8;
    private static final int MOST_FORMALS = 12;
    private static final int LONGEST_FALLBACK = 24;

    private ShapeText() {}

    static @Nullable String of(@Nullable Shape shape) {
        return switch (shape) {
            case Shape.Set set -> {
                String names = set.members().keySet().stream()
                        .limit(MOST_NAMES)
                        .map(name -> Identifiers.attribute(name) + "; ")
                        .collect(Collectors.joining());
                int more = set.members().size() - MOST_NAMES;
                yield set.members().isEmpty() ? "{ }" : "{ " + names + (more > 0 ? "… " + more + " more " : "") + "}";
            }
            case Shape.Function function -> String.join(" ", parameters(function.document(), function.lambda())) + " …";
            case Shape.BuiltinFunction function -> DocText.signature(function.builtin());
            case Shape.PathTo path -> path.path().toString();
            case Shape.Plain plain -> plain.text();
            case null -> null;
        };
    }

    /** What the function takes one after the other, each with its colon. */
    static List<String> parameters(Document document, Expression.Lambda lambda) {
        var texts = new ArrayList<String>();
        Expression.@Nullable Lambda at = lambda;
        while (at != null) {
            texts.add(parameter(document, at.parameter()) + ":");
            at = at.furtherLambda();
        }
        return texts;
    }

    static String parameter(Document document, Parameter parameter) {
        return switch (parameter) {
            case Parameter.Named named -> named.name();
            case Parameter.Formals formals -> {
                var parts = new ArrayList<String>();
                formals.formals().stream().limit(MOST_FORMALS).forEach(formal -> parts.add(formal(document, formal)));
                if (formals.ellipsis() || formals.formals().size() > MOST_FORMALS) {
                    parts.add("...");
                }
                yield parts.isEmpty() ? "{ }" : "{ " + String.join(", ", parts) + " }";
            }
        };
    }

    static String formal(Document document, Formal formal) {
        Expression fallback = formal.fallback();
        if (fallback == null) {
            return formal.name();
        }
        String text = document.text().substring(fallback.start(), fallback.end());
        boolean small = text.length() <= LONGEST_FALLBACK && !text.contains("\n");
        return formal.name() + " ? " + (small ? text : "…");
    }
}
