package kwix.lsp.feature;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import kwix.grammar.tree.AttributeName;
import kwix.grammar.tree.AttributePath;
import kwix.grammar.tree.Binding;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.InheritedName;
import kwix.grammar.tree.Parts;
import kwix.grammar.tree.Tree;
import kwix.lsp.document.Document;
import kwix.lsp.infer.Inference;
import kwix.lsp.infer.Member;
import kwix.lsp.infer.Shape;
import kwix.lsp.text.Span;
import org.jspecify.annotations.Nullable;

/** The places of a document where an attribute of some name is asked for. */
final class Uses {

    enum Manner {
        /** {@code set.name}, {@code set ? name}. */
        SELECTED,
        /** {@code inherit (set) name}. */
        INHERITED,
        /** {@code with set; name}. */
        THROUGH_WITH
    }

    /** @param member what is found there; null when it is not known what has it */
    record Use(
            Document document,
            Span span,
            Manner manner,
            Tree tree,
            @Nullable Member member) {}

    private final Document document;
    private final Inference inference;
    private final String name;
    private final List<Use> uses = new ArrayList<>();

    private Uses(Document document, Inference inference, String name) {
        this.document = document;
        this.inference = inference;
        this.name = name;
    }

    static List<Use> in(Document document, Inference inference, String name) {
        if (!document.text().contains(name)) {
            return List.of();
        }
        var uses = new Uses(document, inference, name);
        Deque<Tree> left = new ArrayDeque<>();
        left.push(document.tree().root());
        while (!left.isEmpty()) {
            Tree next = left.pop();
            uses.look(next);
            Parts.of(next).forEach(left::push);
        }
        uses.uses.sort((a, b) -> Integer.compare(a.span().start(), b.span().start()));
        return uses.uses;
    }

    private void look(Tree tree) {
        switch (tree) {
            case Expression.Select select -> path(select.subject(), select.path());
            case Expression.HasAttribute test -> path(test.subject(), test.path());
            case Binding.Inherit inherit
            when inherit.source() != null -> {
                for (InheritedName inherited : inherit.names()) {
                    if (inherited.name().equals(name)) {
                        Member member = inference.shape(document, inherit.source()) instanceof Shape.Set set
                                ? set.members().get(name)
                                : null;
                        uses.add(new Use(document, Span.of(inherited), Manner.INHERITED, inherit, member));
                    }
                }
            }
            case Expression.Variable variable
            when variable.name().equals(name) && document.names().namespaces(variable.index()) != null ->
                uses.add(new Use(
                        document,
                        Span.of(variable),
                        Manner.THROUGH_WITH,
                        variable,
                        inference.bound(document, variable.index(), name, null)));
            default -> {}
        }
    }

    private void path(Expression subject, AttributePath path) {
        for (int i = 0; i < path.names().size(); i++) {
            if (path.names().get(i) instanceof AttributeName.Static known
                    && known.name().equals(name)) {
                Member member = inference.member(document, subject, path, i + 1);
                uses.add(new Use(document, Span.of(known), Manner.SELECTED, known, member));
            }
        }
    }
}
