package kwix.lsp.name;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import kwix.grammar.scope.BindingGroup;
import kwix.grammar.scope.Scopes;
import kwix.grammar.tree.SyntaxTree;
import kwix.lsp.text.Span;
import org.jspecify.annotations.Nullable;

/** What names of one file are written where. */
public final class Names {

    private final List<LexicalName> lexical;
    private final List<Occurrence> occurrences;
    private final List<DeclaredAttribute> attributes;
    private final Map<BindingGroup.Attribute, DeclaredAttribute> byAttribute;
    private final Map<Integer, DeclaredAttribute> byStart = new HashMap<>();
    private final Map<Integer, Namespaces> namespaces;
    private final Map<Integer, LexicalName> byVariable;

    Names(
            List<LexicalName> lexical,
            IdentityHashMap<BindingGroup.Attribute, DeclaredAttribute> byAttribute,
            Map<Integer, Namespaces> namespaces,
            Map<Integer, LexicalName> byVariable) {
        this.lexical = lexical;
        this.byAttribute = byAttribute;
        this.namespaces = namespaces;
        this.byVariable = byVariable;
        occurrences = new ArrayList<>();
        for (LexicalName name : lexical) {
            name.sort();
            occurrences.addAll(name.occurrences());
        }
        occurrences.sort(Comparator.comparingInt(occurrence -> occurrence.span().start()));
        attributes = new ArrayList<>(byAttribute.values());
        attributes.sort(Comparator.comparingInt(
                attribute -> attribute.places().getFirst().name().start()));
        for (DeclaredAttribute attribute : attributes) {
            attribute.places().forEach(place -> byStart.putIfAbsent(place.name().start(), attribute));
        }
    }

    public static Names of(SyntaxTree tree, Scopes scopes) {
        return new NameWalk(scopes).walk(tree);
    }

    /** Every name that is bound lexically, and the global names that are used. */
    public List<LexicalName> lexical() {
        return lexical;
    }

    /** The names that are written where the cursor is; an {@code inherit} may write two, the one that it hands on first. */
    public List<Occurrence> at(int offset) {
        var touched = new ArrayList<Occurrence>();
        int from = 0;
        int to = occurrences.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (occurrences.get(middle).span().end() < offset) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        for (int i = from; i < occurrences.size() && occurrences.get(i).span().start() <= offset; i++) {
            touched.add(occurrences.get(i));
        }
        touched.sort(Comparator.comparing(occurrence -> occurrence.role().defines()));
        return touched;
    }

    /** What a variable, or a name that is handed on by {@code inherit}, means; null if it is bound by no more than a {@code with}. */
    public @Nullable LexicalName of(int variable) {
        return byVariable.get(variable);
    }

    public List<DeclaredAttribute> attributes() {
        return attributes;
    }

    public @Nullable DeclaredAttribute of(BindingGroup.Attribute attribute) {
        return byAttribute.get(attribute);
    }

    /** The attribute whose name begins at this offset. */
    public @Nullable DeclaredAttribute attributeAt(int start) {
        return byStart.get(start);
    }

    /** The attribute whose name is written where the cursor is. */
    public @Nullable DeclaredAttribute touched(int offset) {
        for (DeclaredAttribute attribute : attributes) {
            for (DeclaredAttribute.Place place : attribute.places()) {
                if (place.name().touches(offset)) {
                    return attribute;
                }
            }
        }
        return null;
    }

    /** The {@code with}s around a variable that nothing else binds. */
    public @Nullable Namespaces namespaces(int variable) {
        return namespaces.get(variable);
    }

    /** The occurrence that is written at just this place. */
    public @Nullable Occurrence exactly(Span span) {
        for (Occurrence occurrence : at(span.start())) {
            if (occurrence.span().equals(span)) {
                return occurrence;
            }
        }
        return null;
    }
}
