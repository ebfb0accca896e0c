package kwix.lsp.feature;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import kwix.grammar.tree.AttributeName;
import kwix.grammar.tree.Binding;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.Parts;
import kwix.grammar.tree.Tree;
import kwix.lsp.infer.Shape;
import kwix.lsp.name.LexicalName;
import kwix.lsp.text.Span;

/** Calls in the same file that give a function a written set. */
final class CallSites {

    private CallSites() {}

    /** Where such calls name the formal. */
    static List<Span> attributes(Question question, LexicalName formal) throws RenameRefused {
        var found = new ArrayList<Span>();
        Deque<Tree> left = new ArrayDeque<>();
        left.push(question.document().tree().root());
        while (!left.isEmpty()) {
            Tree next = left.pop();
            if (next instanceof Expression.Apply apply) {
                for (int i = 0; i < apply.arguments().size(); i++) {
                    if (question.inference().function(question.document(), apply, i) instanceof Shape.Function function
                            && function.lambda() == formal.scope()) {
                        argument(apply.arguments().get(i), formal.text(), found);
                    }
                }
            }
            Parts.of(next).forEach(left::push);
        }
        return found;
    }

    private static void argument(Expression argument, String name, List<Span> found) throws RenameRefused {
        Expression inner = argument;
        while (inner instanceof Expression.Parenthesized parenthesized) {
            inner = parenthesized.inner();
        }
        if (!(inner instanceof Expression.AttributeSetLiteral set)) {
            throw new RenameRefused("A call of the function gives `" + name + "` in a set that is not written there.");
        }
        for (Binding binding : set.bindings()) {
            switch (binding) {
                case Binding.Definition definition -> {
                    if (definition.path().names().getFirst() instanceof AttributeName.Static first
                            && first.name().equals(name)) {
                        found.add(Span.of(first));
                    }
                }
                case Binding.Inherit inherit -> {
                    if (inherit.names().stream()
                            .anyMatch(inherited -> inherited.name().equals(name))) {
                        throw new RenameRefused("A call of the function gives `" + name + "` by `inherit`.");
                    }
                }
                case Binding.Broken broken -> {}
            }
        }
    }
}
