package kwix.lsp.name;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kwix.grammar.scope.BindingGroup;
import kwix.grammar.tree.Binding;
import kwix.grammar.tree.Comment;
import kwix.lsp.text.Span;
import org.jspecify.annotations.Nullable;

/** An attribute of a written set and the places that give it its value: several where paths and sets were merged. */
public final class DeclaredAttribute {

    /**
     * One place.
     *
     * @param name the name itself, quotes included
     * @param whole whether the name ends the path, so that the binding is about this attribute alone
     */
    public record Place(Span name, Binding binding, boolean whole) {}

    private final BindingGroup group;
    private final BindingGroup.Attribute attribute;
    private final @Nullable DeclaredAttribute outer;
    private final List<Place> places = new ArrayList<>();

    DeclaredAttribute(BindingGroup group, BindingGroup.Attribute attribute, @Nullable DeclaredAttribute outer) {
        this.group = group;
        this.attribute = attribute;
        this.outer = outer;
    }

    public String name() {
        return attribute.name();
    }

    /** The group that it is one of. */
    public BindingGroup group() {
        return group;
    }

    public BindingGroup.Attribute attribute() {
        return attribute;
    }

    /** The attribute whose set this one is part of, as far as sets stand directly in each other. */
    public @Nullable DeclaredAttribute outer() {
        return outer;
    }

    /** In the order of the text, never empty. */
    public List<Place> places() {
        return Collections.unmodifiableList(places);
    }

    public @Nullable Comment doc() {
        for (Place place : places) {
            Comment doc = place.whole() ? doc(place.binding()) : null;
            if (doc != null) {
                return doc;
            }
        }
        return null;
    }

    static @Nullable Comment doc(Binding binding) {
        return switch (binding) {
            case Binding.Definition definition -> definition.doc();
            case Binding.Inherit inherit -> inherit.names().size() == 1 ? inherit.doc() : null;
            case Binding.Broken broken -> null;
        };
    }

    void add(Place place) {
        places.add(place);
    }
}
