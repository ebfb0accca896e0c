package kwix.grammar.scope;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kwix.grammar.scope.BindingGroup.Value;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.InheritedName;
import org.jspecify.annotations.Nullable;

/** A group of bindings while definitions are merged into it. */
final class GroupBuilder {

    /** Below this many names a scan is faster than a map. */
    private static final int FEW = 8;

    /** What a name was given so far. */
    sealed interface Entry permits Value.Written, Value.InheritedFrom, Entry.Inherited, Entry.Nested {

        record Inherited(InheritedName name) implements Entry {}

        record Nested(GroupBuilder group) implements Entry {}
    }

    /** A static name; its entry changes when paths are merged into a written set. */
    static final class Attribute {
        final String name;
        final int start;
        final int end;
        Entry entry;

        Attribute(String name, int start, int end, Entry entry) {
            this.name = name;
            this.start = start;
            this.end = end;
            this.entry = entry;
        }
    }

    record Dynamic(Expression name, int start, int end, Entry entry) {}

    final boolean recursive;
    final Expression.@Nullable AttributeSetLiteral literal;
    private Attribute[] attributes;
    private int size;

    /** Empty for most groups, and then shared. */
    List<Dynamic> dynamics = List.of();

    List<Expression> sources = List.of();
    private @Nullable Map<String, Attribute> byName;

    /** @param expected how many names there will be, more or less */
    GroupBuilder(boolean recursive, Expression.@Nullable AttributeSetLiteral literal, int expected) {
        attributes = new Attribute[Math.max(expected, 2)];
        this.recursive = recursive;
        this.literal = literal;
    }

    void add(Dynamic dynamic) {
        if (dynamics.isEmpty()) {
            dynamics = new ArrayList<>();
        }
        dynamics.add(dynamic);
    }

    /** Where the source stands among the others. */
    int add(Expression source) {
        if (sources.isEmpty()) {
            sources = new ArrayList<>();
        }
        sources.add(source);
        return sources.size() - 1;
    }

    /** How many static names it has. */
    int size() {
        return size;
    }

    Attribute attribute(int index) {
        return attributes[index];
    }

    @Nullable
    Attribute find(String name) {
        if (byName != null) {
            return byName.get(name);
        }
        for (int i = 0; i < size; i++) {
            if (attributes[i].name.equals(name)) {
                return attributes[i];
            }
        }
        return null;
    }

    void add(Attribute attribute) {
        if (size == attributes.length) {
            attributes = Arrays.copyOf(attributes, size * 2);
        }
        attributes[size++] = attribute;
        if (byName != null) {
            byName.put(attribute.name, attribute);
        } else if (size > FEW) {
            byName = new HashMap<>();
            for (int i = 0; i < size; i++) {
                byName.put(attributes[i].name, attributes[i]);
            }
        }
    }
}
