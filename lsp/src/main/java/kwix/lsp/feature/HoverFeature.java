package kwix.lsp.feature;

import java.util.ArrayList;
import java.util.List;
import kwix.grammar.tree.Comment;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.Formal;
import kwix.grammar.tree.Tree;
import kwix.language.builtin.Builtin;
import kwix.lsp.document.Location;
import kwix.lsp.infer.BuiltinTable;
import kwix.lsp.infer.Member;
import kwix.lsp.infer.Shape;
import kwix.lsp.name.LexicalName;
import kwix.lsp.name.Occurrence;
import kwix.lsp.text.Span;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.jspecify.annotations.Nullable;

/** What is known of the thing at the cursor: its kind, what it is, its documentation. */
public final class HoverFeature {

    private HoverFeature() {}

    public static @Nullable Hover hover(Question question) {
        return switch (Subject.of(question)) {
            case Subject.Lexical lexical -> {
                LexicalName name = lexical.occurrence().name();
                String kind = name.kind().words();
                if (name.definitions().stream()
                                        .findFirst()
                                        .map(Occurrence::tree)
                                        .orElse(null)
                                instanceof Formal formal
                        && formal.fallback() != null) {
                    yield formal(question, lexical.span(), formal);
                }
                yield hover(question, lexical.span(), name.text(), kind, lexical.member());
            }
            case Subject.Declared declared -> {
                Member option = OptionPath.option(question);
                yield option != null && option.declaration() != null
                        ? hover(question, declared.span(), option.name(), "option", option)
                        : hover(question, declared.span(), declared.attribute().name(), "attribute", declared.member());
            }
            case Subject.Selected(Span span, String name, Member member) ->
                member == null ? null : hover(question, span, name, "attribute", member);
            case Subject.Named named ->
                named.path() == null
                        ? null
                        : hover(question, named.span(), List.of(DocText.code(String.valueOf(named.path())), "path"));
            case null -> literal(question);
        };
    }

    /** Of a parameter that may be left out, what it is is known only where it is. */
    private static Hover formal(Question question, Span span, Formal formal) {
        var parts = new ArrayList<String>();
        parts.add(DocText.code(ShapeText.formal(question.document(), formal)));
        parts.add("parameter with a default");
        if (formal.doc() != null) {
            parts.add(DocText.of(formal.doc()));
        }
        return hover(question, span, parts);
    }

    private static @Nullable Hover literal(Question question) {
        Tree tree = question.path().last();
        return switch (tree) {
            case Expression.IntegerLiteral literal -> plain(question, literal);
            case Expression.FloatLiteral literal -> plain(question, literal);
            case Expression.UrlLiteral literal -> plain(question, literal);
            default -> null;
        };
    }

    private static @Nullable Hover plain(Question question, Expression literal) {
        Shape shape = question.inference().shape(question.document(), literal);
        return shape == null
                ? null
                : hover(
                        question,
                        Span.of(literal),
                        List.of(DocText.code(String.valueOf(ShapeText.of(shape))), words(shape)));
    }

    private static Hover hover(Question question, Span span, String name, String kind, @Nullable Member member) {
        var parts = new ArrayList<String>();
        Member origin = member == null ? null : member.origin();
        Builtin builtin = origin == null ? null : origin.builtin();
        if (builtin != null) {
            parts.add(DocText.code(DocText.signature(builtin)));
            parts.add(builtin.body() instanceof Builtin.Constant ? "builtin" : "builtin function");
            parts.add(DocText.of(builtin));
            return hover(question, span, parts);
        }
        if (origin != null && origin.declaration() != null) {
            parts.add(DocText.code(Identifiers.attribute(name)));
            parts.add("option" + elsewhere(question, origin));
            parts.add(OptionPath.describe(origin));
            return hover(question, span, parts);
        }
        Shape shape = member == null ? null : member.shape();
        String text = ShapeText.of(shape);
        parts.add(DocText.code(text == null ? name : Identifiers.attribute(name) + " = " + text));
        String type = shape == null ? "" : ", " + words(shape);
        String where = origin == null ? "" : elsewhere(question, origin);
        parts.add(name.equals(BuiltinTable.SELF) ? "the set of all builtins" : kind + type + where);
        Comment doc = member == null ? null : member.documentation();
        if (doc != null) {
            parts.add(DocText.of(doc));
        }
        return hover(question, span, parts);
    }

    private static String elsewhere(Question question, Member origin) {
        Location written = origin.written();
        return written == null
                        || written.document().uri().equals(question.document().uri())
                        || written.document().path() == null
                ? ""
                : ", from `" + written.document().path().getFileName() + "`";
    }

    private static String words(Shape shape) {
        return switch (shape.type()) {
            case "int" -> "integer";
            case "bool" -> "boolean";
            case "lambda" -> "function";
            case String type -> type;
        };
    }

    private static Hover hover(Question question, Span span, List<String> parts) {
        var content = new MarkupContent(MarkupKind.MARKDOWN, String.join("\n\n", parts));
        return new Hover(content, question.document().lines().range(span));
    }
}
