package kwix.grammar.scope;

import java.util.List;
import kwix.grammar.diagnostic.Diagnostic;
import kwix.grammar.diagnostic.Diagnostic.Related;
import kwix.grammar.diagnostic.Diagnostic.Severity;
import kwix.grammar.diagnostic.SyntaxCode;
import kwix.grammar.scope.BindingGroup.Value;
import kwix.grammar.scope.GroupBuilder.Attribute;
import kwix.grammar.scope.GroupBuilder.Entry;
import kwix.grammar.tree.AttributeName;
import kwix.grammar.tree.AttributePath;
import kwix.grammar.tree.Binding;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.InheritedName;
import org.jspecify.annotations.Nullable;

/**
 * Puts bindings together to groups in which every name stands once.
 *
 * <p>Paths and sets under one name merge, the first of them deciding whether the result is recursive; everything else that is
 * defined twice is an error. Parentheses around a set do not matter.
 */
final class Merging {

    private final List<Diagnostic> diagnostics;

    Merging(List<Diagnostic> diagnostics) {
        this.diagnostics = diagnostics;
    }

    void addAll(GroupBuilder group, List<Binding> bindings) {
        addAll(group, bindings, null);
    }

    private void addAll(GroupBuilder group, List<Binding> bindings, @Nullable Trail outer) {
        for (int i = 0, size = bindings.size(); i < size; i++) {
            switch (bindings.get(i)) {
                case Binding.Definition definition -> define(group, definition.path(), definition.value(), outer);
                case Binding.Inherit inherit -> inherit(group, inherit, outer);
                case Binding.Broken broken -> {}
            }
        }
    }

    private void inherit(GroupBuilder group, Binding.Inherit inherit, @Nullable Trail outer) {
        int source = -1;
        if (inherit.source() != null && !inherit.names().isEmpty()) {
            source = group.add(inherit.source());
        }
        List<InheritedName> names = inherit.names();
        for (int i = 0, size = names.size(); i < size; i++) {
            InheritedName name = names.get(i);
            Attribute earlier = group.find(name.name());
            if (earlier != null) {
                duplicate(outer, name.name(), name.start(), name.end(), earlier);
            } else {
                Entry entry = inherit.source() == null ? new Entry.Inherited(name) : new Value.InheritedFrom(source);
                group.add(new Attribute(name.name(), name.start(), name.end(), entry));
            }
        }
    }

    private void define(GroupBuilder group, AttributePath path, Expression value, @Nullable Trail outer) {
        GroupBuilder at = group;
        Trail trail = outer;
        List<AttributeName> names = path.names();
        for (int i = 0; i < names.size() - 1; i++) {
            switch (names.get(i)) {
                case AttributeName.Static name -> {
                    Attribute earlier = at.find(name.name());
                    if (earlier == null) {
                        earlier = new Attribute(
                                name.name(),
                                path.start(),
                                path.end(),
                                new Entry.Nested(new GroupBuilder(false, null, 0)));
                        at.add(earlier);
                    }
                    GroupBuilder nested = openGroup(earlier, trail, name.name());
                    if (nested == null) {
                        duplicate(trail, name.name(), path.start(), name.end(), earlier);
                        return;
                    }
                    at = nested;
                    trail = new Trail(trail, name.name());
                }
                case AttributeName.Dynamic name -> {
                    var nested = new GroupBuilder(false, null, 0);
                    at.add(new GroupBuilder.Dynamic(
                            name.expression(), path.start(), path.end(), new Entry.Nested(nested)));
                    at = nested;
                    trail = new Trail(trail, "${…}");
                }
            }
        }
        switch (names.get(names.size() - 1)) {
            case AttributeName.Static name -> give(at, name.name(), path, value, trail);
            case AttributeName.Dynamic name ->
                at.add(new GroupBuilder.Dynamic(name.expression(), path.start(), path.end(), new Value.Written(value)));
        }
    }

    private void give(GroupBuilder group, String name, AttributePath path, Expression value, @Nullable Trail trail) {
        Attribute earlier = group.find(name);
        if (earlier == null) {
            group.add(new Attribute(name, path.start(), path.end(), new Value.Written(value)));
            return;
        }
        Expression.AttributeSetLiteral set = asSet(value);
        GroupBuilder nested = set == null ? null : openGroup(earlier, trail, name);
        if (set == null || nested == null) {
            duplicate(trail, name, path.start(), path.end(), earlier);
        } else {
            addAll(nested, set.bindings(), new Trail(trail, name));
        }
    }

    /** The group behind a name, if it has one: made of paths before, or of the set that was written. */
    private @Nullable GroupBuilder openGroup(Attribute attribute, @Nullable Trail trail, String name) {
        return switch (attribute.entry) {
            case Entry.Nested nested -> nested.group();
            case Value.Written written -> {
                Expression.AttributeSetLiteral set = asSet(written.expression());
                if (set == null) {
                    yield null;
                }
                var group =
                        new GroupBuilder(set.recursive(), set, set.bindings().size());
                addAll(group, set.bindings(), new Trail(trail, name));
                attribute.entry = new Entry.Nested(group);
                yield group;
            }
            case Entry.Inherited inherited -> null;
            case Value.InheritedFrom inherited -> null;
        };
    }

    private static Expression.@Nullable AttributeSetLiteral asSet(Expression expression) {
        Expression inner = expression;
        while (inner instanceof Expression.Parenthesized parenthesized) {
            inner = parenthesized.inner();
        }
        return inner instanceof Expression.AttributeSetLiteral set ? set : null;
    }

    private void duplicate(@Nullable Trail outer, String name, int start, int end, Attribute earlier) {
        diagnostics.add(new Diagnostic(
                SyntaxCode.DUPLICATE_ATTRIBUTE,
                Severity.ERROR,
                "The attribute `" + Trail.path(outer, name) + "` is defined twice.",
                start,
                end,
                List.of(new Related(earlier.start, earlier.end, "first defined here")),
                "Remove one of the two, or write both as sets, which merge.",
                null));
    }

    /** The names on the way to a definition, put together only when a message needs them. */
    private record Trail(@Nullable Trail outer, String name) {

        static String path(@Nullable Trail outer, String name) {
            return outer == null ? name : path(outer.outer, outer.name) + "." + name;
        }
    }
}
