package kwix.lsp.feature;

import java.nio.file.Path;
import java.util.List;
import kwix.grammar.tree.AttributeName;
import kwix.grammar.tree.AttributePath;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.StringPart;
import kwix.grammar.tree.Tree;
import kwix.lsp.document.Document;
import kwix.lsp.infer.Inference;
import kwix.lsp.infer.Member;
import kwix.lsp.name.DeclaredAttribute;
import kwix.lsp.name.Occurrence;
import kwix.lsp.text.Span;
import kwix.lsp.text.TreePath;
import org.jspecify.annotations.Nullable;

/** What a cursor is on. */
sealed interface Subject {

    Span span();

    /** A lexical name. @param member what it is bound to */
    record Lexical(
            Span span, Occurrence occurrence, @Nullable Member member) implements Subject {}

    /** An attribute where a set gives it its value. */
    record Declared(Span span, DeclaredAttribute attribute, Member member) implements Subject {}

    /** An attribute where it is selected. @param member null when it is not known what has it */
    record Selected(Span span, String name, @Nullable Member member) implements Subject {}

    /** A file. */
    record Named(Span span, @Nullable Path path) implements Subject {}

    static @Nullable Subject of(Question question) {
        Document document = question.document();
        Inference inference = question.inference();
        List<Occurrence> occurrences = document.names().at(question.offset());
        if (!occurrences.isEmpty()) {
            Occurrence occurrence = occurrences.getFirst();
            return new Lexical(occurrence.span(), occurrence, inference.member(document, occurrence.name()));
        }
        DeclaredAttribute declared = document.names().touched(question.offset());
        if (declared != null) {
            Span span = declared.places().stream()
                    .map(DeclaredAttribute.Place::name)
                    .filter(name -> name.touches(question.offset()))
                    .findFirst()
                    .orElseThrow();
            return new Declared(span, declared, inference.member(document, declared));
        }
        TreePath path = question.path();
        for (int i = 0; path.outer(i) != null; i++) {
            Subject subject = of(question, path, i);
            if (subject != null) {
                return subject;
            }
        }
        return null;
    }

    private static @Nullable Subject of(Question question, TreePath path, int step) {
        Document document = question.document();
        Inference inference = question.inference();
        Tree piece = path.outer(step);
        return switch (piece) {
            case Expression.PathLiteral literal -> new Named(Span.of(literal), Inference.path(document, literal));
            case Expression.SearchPathLiteral literal ->
                new Named(Span.of(literal), question.workspace().library().find(literal.path()));
            case Expression.Variable variable
            when step == 0 ->
                new Selected(
                        Span.of(variable),
                        variable.name(),
                        inference.bound(document, variable.index(), variable.name(), null));
            case AttributeName.Static name
            when path.outer(step + 1) instanceof AttributePath names -> {
                int count = names.names().indexOf(name) + 1;
                yield switch (path.outer(step + 2)) {
                    case Expression.Select select ->
                        new Selected(
                                Span.of(name), name.name(), inference.member(document, select.subject(), names, count));
                    case Expression.HasAttribute test ->
                        new Selected(
                                Span.of(name), name.name(), inference.member(document, test.subject(), names, count));
                    case null, default -> null;
                };
            }
            case StringPart.Interpolation ignored -> null;
            case null, default -> null;
        };
    }
}
