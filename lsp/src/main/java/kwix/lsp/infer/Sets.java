package kwix.lsp.infer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import kwix.grammar.scope.BindingGroup;
import kwix.grammar.scope.BindingGroup.Value;
import kwix.grammar.tree.Binding;
import kwix.grammar.tree.Comment;
import kwix.grammar.tree.InheritedName;
import kwix.language.builtin.Builtin;
import kwix.lsp.document.Document;
import kwix.lsp.document.Location;
import kwix.lsp.name.DeclaredAttribute;
import kwix.lsp.name.LexicalName;
import org.jspecify.annotations.Nullable;

/** Members of written sets, and names as members. */
final class Sets {

    private final Inference inference;

    Sets(Inference inference) {
        this.inference = inference;
    }

    Shape.Set of(Document document, BindingGroup group, @Nullable Environment environment) {
        Map<String, Member> members = new LinkedHashMap<>();
        for (BindingGroup.Attribute attribute : group.attributes()) {
            members.put(attribute.name(), member(document, group, attribute, environment));
        }
        return new Shape.Set(members);
    }

    /** What {@code left // right} has; what is not known adds nothing. */
    static @Nullable Shape update(@Nullable Shape left, @Nullable Shape right) {
        if (!(left instanceof Shape.Set under)) {
            return right instanceof Shape.Set ? right : null;
        }
        if (!(right instanceof Shape.Set over)) {
            return left;
        }
        Map<String, Member> members = new LinkedHashMap<>(under.members());
        members.putAll(over.members());
        return new Shape.Set(members);
    }

    /** What a lexical name is bound to. */
    @Nullable
    Member member(Document document, LexicalName name, @Nullable Environment environment) {
        if (name.kind() == LexicalName.Kind.GLOBAL) {
            Builtin builtin = inference.builtins().byGlobal().get(name.text());
            return new Member(
                    name.text(),
                    null,
                    null,
                    () -> inference.builtins().global(name.text()),
                    false,
                    () -> null,
                    builtin);
        }
        BindingGroup.Attribute attribute = name.attribute();
        if (attribute != null) {
            DeclaredAttribute declared = document.names().of(attribute);
            return declared == null ? null : member(document, declared.group(), attribute, environment);
        }
        return new Member(
                name.text(),
                new Location(document, name.occurrences().getFirst().span()),
                name.doc(),
                () -> inference.parameter(document, name, environment),
                false,
                () -> null,
                null);
    }

    Member member(
            Document document,
            BindingGroup group,
            BindingGroup.Attribute attribute,
            @Nullable Environment environment) {
        DeclaredAttribute declared = document.names().of(attribute);
        Comment doc = declared == null ? null : declared.doc();
        Supplier<@Nullable Member> further = () -> null;
        Deferred value;
        switch (attribute.value()) {
            case Value.Written written -> value = () -> inference.shape(document, written.expression(), environment);
            case Value.Nested nested -> value = () -> of(document, nested.group(), environment);
            case Value.Inherited inherited -> {
                further = () -> handedOn(document, declared, attribute.name(), environment);
                value = shapeOf(further);
            }
            case Value.InheritedFrom from -> {
                var source = group.sources().get(from.source());
                further = () -> inference.shape(document, source, environment) instanceof Shape.Set set
                        ? set.members().get(attribute.name())
                        : null;
                value = shapeOf(further);
            }
        }
        boolean handedOn =
                attribute.value() instanceof Value.Inherited || attribute.value() instanceof Value.InheritedFrom;
        var location = new Location(document, Inference.span(document, attribute));
        return new Member(attribute.name(), location, doc, value, handedOn, further, null);
    }

    private static Deferred shapeOf(Supplier<@Nullable Member> further) {
        return () -> {
            Member member = further.get();
            return member == null ? null : member.shape();
        };
    }

    private @Nullable Member handedOn(
            Document document, @Nullable DeclaredAttribute declared, String name, @Nullable Environment environment) {
        if (declared != null && declared.places().getFirst().binding() instanceof Binding.Inherit inherit) {
            for (InheritedName inherited : inherit.names()) {
                if (inherited.name().equals(name)) {
                    return inference.bound(document, inherited.index(), name, environment);
                }
            }
        }
        return null;
    }
}
