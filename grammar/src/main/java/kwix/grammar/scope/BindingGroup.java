package kwix.grammar.scope;

import java.util.List;
import kwix.grammar.tree.Expression;
import org.jspecify.annotations.Nullable;

/**
 * The bindings of an attribute set or {@code let} after nested attribute paths were merged: every static name once.
 *
 * @param recursive whether the names are visible to the values (then each attribute has a slot)
 * @param sources the source sets of {@code inherit (source) …}, each of which is evaluated at most once
 * @param sourceSlots the environment slot that holds each source set's thunk
 */
public record BindingGroup(
        boolean recursive,
        List<Attribute> attributes,
        List<DynamicAttribute> dynamicAttributes,
        List<Expression> sources,
        int[] sourceSlots) {

    /**
     * @param slot the environment slot of a recursive group's name, else -1
     * @param start offset of the name's first definition, which is the attribute's position
     */
    public record Attribute(String name, int slot, int start, int end, Value value) {}

    /** {@code ${name} = value}; evaluated after the static ones; a name of {@code null} leaves it out. */
    public record DynamicAttribute(Expression name, int start, int end, Value value) {}

    /** What an attribute is bound to. */
    public sealed interface Value {

        record Written(Expression expression) implements Value, GroupBuilder.Entry {}

        /** {@code inherit name}: the name as it resolves outside the group. */
        record Inherited(Resolution resolution) implements Value {}

        /** {@code inherit (source) name}. */
        record InheritedFrom(int source) implements Value, GroupBuilder.Entry {}

        /**
         * A set made of nested paths, or a written set ({@code literal}) that further paths were merged into.
         */
        record Nested(BindingGroup group, @Nullable Expression literal) implements Value {}
    }
}
