package kwix.lsp.feature;

import java.util.ArrayDeque;
import java.util.Deque;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.InheritedName;
import kwix.grammar.tree.Parts;
import kwix.grammar.tree.Tree;
import kwix.lsp.document.Document;
import kwix.lsp.name.DeclaredAttribute;
import kwix.lsp.name.LexicalName;
import kwix.lsp.name.Occurrence;
import kwix.lsp.text.Span;

/** Whether a new name would be taken for something else, or something else for it. */
final class RenameConflicts {

    private RenameConflicts() {}

    static void check(Document document, LexicalName name, String newName) throws RenameRefused {
        Tree scope = name.scope();
        if (scope == null || newName.equals(name.text())) {
            return;
        }
        Span region = Span.of(scope);
        for (LexicalName other : document.names().lexical()) {
            Tree place = other.scope();
            if (!other.text().equals(newName) || place == null) {
                continue;
            }
            if (place == scope) {
                throw refused(document, newName, other.definitions().getFirst().span(), "is bound in the same place");
            }
            // A binding further in would hide the renamed one from whoever uses it there.
            for (Occurrence use : name.occurrences()) {
                if (region.holds(Span.of(place))
                        && Span.of(place).holds(use.span())
                        && !use.role().defines()) {
                    throw refused(
                            document, newName, other.definitions().getFirst().span(), "would hide it where it is used");
                }
            }
        }
        captured(document, name, newName, region);
    }

    /** Uses of the new name that now mean something outside. */
    private static void captured(Document document, LexicalName name, String newName, Span region)
            throws RenameRefused {
        Deque<Tree> left = new ArrayDeque<>();
        left.push(document.tree().root());
        while (!left.isEmpty()) {
            Tree next = left.pop();
            int variable = switch (next) {
                case Expression.Variable use when use.name().equals(newName) -> use.index();
                case InheritedName use when use.name().equals(newName) && use.index() >= 0 -> use.index();
                default -> -1;
            };
            if (variable >= 0 && region.holds(Span.of(next)) && isOutside(document, variable, next, region)) {
                throw refused(document, newName, Span.of(next), "is used here for something else");
            }
            Parts.of(next).forEach(left::push);
        }
    }

    private static boolean isOutside(Document document, int variable, Tree use, Span region) {
        LexicalName meaning = document.names().of(variable);
        if (meaning != null) {
            Tree scope = meaning.scope();
            return scope == null || !region.holds(Span.of(scope));
        }
        return use instanceof Expression.Variable;
    }

    /** Whether the set has such an attribute already. */
    static void check(DeclaredAttribute attribute, String newName) throws RenameRefused {
        boolean taken = attribute.group().attributes().stream()
                .anyMatch(
                        other -> other != attribute.attribute() && other.name().equals(newName));
        if (taken) {
            throw new RenameRefused("The set has an attribute `" + newName + "` already.");
        }
    }

    static void checkThroughWith(Document document, Span use, String newName) throws RenameRefused {
        for (LexicalName other : document.names().lexical()) {
            Tree scope = other.scope();
            if (other.text().equals(newName) && (scope == null || Span.of(scope).holds(use))) {
                throw refused(document, newName, use, "would mean something else here");
            }
        }
    }

    private static RenameRefused refused(Document document, String newName, Span place, String why) {
        int line = document.lines().line(place.start()) + 1;
        return new RenameRefused("`" + newName + "` in line " + line + " " + why + ".");
    }
}
