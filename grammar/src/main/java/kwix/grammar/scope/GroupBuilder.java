package kwix.grammar.scope;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.InheritedName;
import org.jspecify.annotations.Nullable;

/** A group of bindings while definitions are merged into it. */
final class GroupBuilder {

    /** Below this many names a scan is faster than a map. */
    private static final int FEW = 8;

    /** What a name was given so far. */
    sealed interface Entry {

        record Written(Expression expression) implements Entry {}

        record Inherited(InheritedName name) implements Entry {}

        record InheritedFrom(int source) implements Entry {}

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
    final List<Attribute> attributes = new ArrayList<>();

    /** Empty for most groups, and then shared. */
    List<Dynamic> dynamics = List.of();

    List<Expression> sources = List.of();
    private @Nullable Map<String, Attribute> byName;

    GroupBuilder(boolean recursive, Expression.@Nullable AttributeSetLiteral literal) {
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

    @Nullable
    Attribute find(String name) {
        if (byName != null) {
            return byName.get(name);
        }
        for (Attribute attribute : attributes) {
            if (attribute.name.equals(name)) {
                return attribute;
            }
        }
        return null;
    }

    void add(Attribute attribute) {
        attributes.add(attribute);
        if (byName != null) {
            byName.put(attribute.name, attribute);
        } else if (attributes.size() > FEW) {
            byName = new HashMap<>();
            for (Attribute each : attributes) {
                byName.put(each.name, each);
            }
        }
    }
}
