package kwix.grammar.scope;

import java.util.List;
import kwix.grammar.scope.BindingGroup.Value;
import kwix.grammar.scope.GroupBuilder.Entry;
import kwix.grammar.scope.Names.Bound;
import kwix.grammar.tree.Binding;
import kwix.grammar.tree.CompactList;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.InheritedName;
import org.jspecify.annotations.Nullable;

/** The part of the walk that is about attribute sets and {@code let}. */
final class GroupWalk {

    private static final Resolution[] NONE = {};
    private static final Bound[] UNBOUND = {};
    private static final int[] NO_SLOTS = {};

    private final ScopeWalk walk;
    private final ScopeTable table;
    private final Names names;
    private final Merging merging;

    GroupWalk(ScopeWalk walk, ScopeTable table, Names names) {
        this.walk = walk;
        this.table = table;
        this.names = names;
        merging = new Merging(table.diagnostics());
    }

    BindingGroup group(boolean recursive, List<Binding> bindings) {
        var builder = new GroupBuilder(recursive, null, bindings.size());
        merging.addAll(builder, bindings);
        return group(builder, null);
    }

    BindingGroup let(Expression.Let let) {
        var builder = new GroupBuilder(true, null, let.bindings().size());
        merging.addAll(builder, let.bindings());
        return group(builder, let.body());
    }

    /** Visits all values, and {@code body} too while the names are visible. */
    private BindingGroup group(GroupBuilder builder, @Nullable Expression body) {
        Resolution[] inherited = resolveInherited(builder);
        int count = builder.size();
        Bound[] bound = builder.recursive ? new Bound[count] : UNBOUND;
        for (int i = 0; i < bound.length; i++) {
            GroupBuilder.Attribute attribute = builder.attribute(i);
            bound[i] = names.bind(
                    attribute.name,
                    walk.frame(),
                    walk.frame().allocate(),
                    new Resolution.Definition(attribute.start, attribute.end, false));
        }
        int[] sourceSlots = builder.sources.isEmpty() ? NO_SLOTS : new int[builder.sources.size()];
        for (int i = 0; i < sourceSlots.length; i++) {
            sourceSlots[i] = walk.frame().allocate();
            walk.visit(builder.sources.get(i));
        }
        var attributes = new BindingGroup.Attribute[count];
        for (int i = 0; i < count; i++) {
            GroupBuilder.Attribute attribute = builder.attribute(i);
            Value value = switch (attribute.entry) {
                case Entry.Inherited name -> new Value.Inherited(inherited[i]);
                case Entry entry -> value(entry);
            };
            attributes[i] = new BindingGroup.Attribute(
                    attribute.name, builder.recursive ? bound[i].slot() : -1, attribute.start, attribute.end, value);
        }
        List<BindingGroup.DynamicAttribute> dynamics = dynamics(builder);
        if (body != null) {
            walk.visit(body);
        }
        for (int i = bound.length - 1; i >= 0; i--) {
            names.unbind(bound[i]);
        }
        return new BindingGroup(
                builder.recursive,
                CompactList.of(attributes, 0, count),
                dynamics,
                List.copyOf(builder.sources),
                sourceSlots);
    }

    private List<BindingGroup.DynamicAttribute> dynamics(GroupBuilder builder) {
        int count = builder.dynamics.size();
        if (count == 0) {
            return CompactList.of();
        }
        var dynamics = new BindingGroup.DynamicAttribute[count];
        for (int i = 0; i < count; i++) {
            GroupBuilder.Dynamic dynamic = builder.dynamics.get(i);
            walk.visit(dynamic.name());
            dynamics[i] = new BindingGroup.DynamicAttribute(
                    dynamic.name(), dynamic.start(), dynamic.end(), value(dynamic.entry()));
        }
        return CompactList.of(dynamics, 0, count);
    }

    /** A plain {@code inherit} means the name outside the group, so it is looked up before the group's names are bound. */
    private Resolution[] resolveInherited(GroupBuilder builder) {
        Resolution[] resolutions = NONE;
        for (int i = 0; i < builder.size(); i++) {
            if (builder.attribute(i).entry instanceof Entry.Inherited inherited) {
                if (resolutions.length == 0) {
                    resolutions = new Resolution[builder.size()];
                }
                InheritedName name = inherited.name();
                resolutions[i] = walk.resolve(name.index(), name.name(), name.start(), name.end());
                table.resolve(name.index(), resolutions[i]);
            }
        }
        return resolutions;
    }

    private Value value(Entry entry) {
        return switch (entry) {
            case Value.Written written -> {
                walk.visit(written.expression());
                yield written;
            }
            case Entry.Nested nested -> new Value.Nested(group(nested.group(), null), nested.group().literal);
            case Value.InheritedFrom from -> from;
            case Entry.Inherited name -> throw new IllegalStateException("looked up before");
        };
    }
}
