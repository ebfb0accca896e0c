package kwix.lsp.name;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kwix.grammar.scope.BindingGroup;
import kwix.grammar.tree.Comment;
import kwix.grammar.tree.Tree;
import org.jspecify.annotations.Nullable;

/** A name that a file binds, or a global name that it uses, with all places where it means this. */
public final class LexicalName {

    public enum Kind {
        LET("local name"),
        RECURSIVE("attribute of a recursive set"),
        PARAMETER("parameter"),
        FORMAL("parameter"),
        ALIAS("the whole argument"),
        GLOBAL("global name");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public boolean isOfFunction() {
            return this == PARAMETER || this == FORMAL || this == ALIAS;
        }
    }

    private final String text;
    private final Kind kind;
    private final @Nullable Tree scope;
    private final BindingGroup.@Nullable Attribute attribute;
    private final @Nullable Comment doc;
    private final List<Occurrence> occurrences = new ArrayList<>();

    LexicalName(
            String text,
            Kind kind,
            @Nullable Tree scope,
            BindingGroup.@Nullable Attribute attribute,
            @Nullable Comment doc) {
        this.text = text;
        this.kind = kind;
        this.scope = scope;
        this.attribute = attribute;
        this.doc = doc;
    }

    public String text() {
        return text;
    }

    public Kind kind() {
        return kind;
    }

    /** What binds it: a {@code let}, a set or a function; null for a global name. */
    public @Nullable Tree scope() {
        return scope;
    }

    /** What it is bound to, if by a {@code let} or a set. */
    public BindingGroup.@Nullable Attribute attribute() {
        return attribute;
    }

    /** The documentation comment of the first definition that has one. */
    public @Nullable Comment doc() {
        return doc;
    }

    /** In the order of the text. */
    public List<Occurrence> occurrences() {
        return Collections.unmodifiableList(occurrences);
    }

    public List<Occurrence> definitions() {
        return occurrences.stream()
                .filter(occurrence -> occurrence.role().defines())
                .toList();
    }

    public boolean isUsed() {
        return occurrences.stream().anyMatch(occurrence -> !occurrence.role().defines());
    }

    void add(Occurrence occurrence) {
        occurrences.add(occurrence);
    }

    void sort() {
        occurrences.sort((a, b) -> Integer.compare(a.span().start(), b.span().start()));
    }

    @Override
    public String toString() {
        return text;
    }
}
