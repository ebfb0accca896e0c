package kwix.language.builtin;

import static kwix.language.builtin.Builtin.builtin;
import static kwix.language.builtin.Builtin.global;

import java.util.ArrayList;
import java.util.List;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.error.Located;
import kwix.language.error.Place;
import kwix.language.value.AttributeSet;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.DeferredCalls;
import kwix.language.value.Describe;
import kwix.language.value.ListValue;
import kwix.language.value.NameOrder;
import kwix.language.value.NameTable;
import kwix.language.value.Positions;
import kwix.language.value.Suggestions;
import org.jspecify.annotations.Nullable;

/** Attribute sets. */
final class AttributeSetBuiltins {

    private AttributeSetBuiltins() {}

    static List<Builtin> declarations() {
        return List.of(
                builtin("attrNames")
                        .set("set")
                        .doc("The names of a set's attributes in byte order.")
                        .example("builtins.attrNames { y = 1; x = 2; }", "[ \"x\" \"y\" ]")
                        .unary((context, set) -> names((AttributeSet) set)),
                builtin("attrValues")
                        .set("set")
                        .doc("The values of a set's attributes in the order of their names.")
                        .example("builtins.attrValues { y = 1; x = 2; }", "[ 2 1 ]")
                        .unary((context, set) -> values((AttributeSet) set)),
                builtin("getAttr")
                        .plainString("name")
                        .set("set")
                        .doc("The attribute of this name; it must exist. The same as `set.${name}`.")
                        .example("builtins.getAttr \"x\" { x = 1; }", "1")
                        .binary((context, name, set) -> get((String) name, (AttributeSet) set)),
                builtin("hasAttr")
                        .plainString("name")
                        .set("set")
                        .doc("Whether a set has an attribute of this name. The same as `set ? ${name}`.")
                        .example("builtins.hasAttr \"x\" { x = 1; }", "true")
                        .binary((context, name, set) -> ((AttributeSet) set).has((String) name)),
                builtin("unsafeGetAttrPos")
                        .plainString("name")
                        .set("set")
                        .doc("""
                            Where an attribute is defined: its `file`, `line` and `column`, or null when that is not known. Unsafe
                            because a program's result should not depend on how its text is laid out.\
                            """)
                        .example("builtins.unsafeGetAttrPos \"y\" { x = 1; }", "null")
                        .binary((context, name, set) -> position((String) name, (AttributeSet) set)),
                global("removeAttrs")
                        .set("set")
                        .list("names")
                        .doc("The set without the attributes of these names. Names that it does not have are ignored.")
                        .example("removeAttrs { x = 1; y = 2; z = 3; } [ \"x\" \"z\" \"a\" ]", "{ y = 2; }")
                        .binary((context, set, names) -> remove(context, (AttributeSet) set, (ListValue) names)),
                builtin("listToAttrs")
                        .list("list")
                        .doc("A set of sets' `name` and `value`. When a name comes more than once, the first one"
                                + " counts.")
                        .example(
                                "builtins.listToAttrs [ { name = \"x\"; value = 1; } { name = \"y\"; value = 2; } ]",
                                "{ x = 1; y = 2; }")
                        .unary((context, list) -> fromList(context, (ListValue) list)),
                builtin("intersectAttrs")
                        .set("names")
                        .set("values")
                        .doc("The attributes of the second set whose names the first one has too.")
                        .example("builtins.intersectAttrs { x = 1; y = 2; } { y = 3; z = 4; }", "{ y = 3; }")
                        .binary((context, names, values) -> ((AttributeSet) values).only((AttributeSet) names)),
                builtin("catAttrs")
                        .plainString("name")
                        .list("sets")
                        .doc("The values of one attribute of all those sets that have it.")
                        .example("builtins.catAttrs \"x\" [ { x = 1; } { y = 0; } { x = 2; } ]", "[ 1 2 ]")
                        .binary((context, name, sets) -> collect(context, (String) name, (ListValue) sets)),
                builtin("mapAttrs")
                        .lazy("function")
                        .set("set")
                        .doc("""
                            The set with the same names whose values are the function's results for each name and value. They are
                            computed when they are needed.\
                            """)
                        .example(
                                "builtins.mapAttrs (name: value: name + toString value) { x = 1; y = 2; }",
                                "{ x = \"x1\"; y = \"y2\"; }")
                        .lateCaller((context, call, function, set) -> map(context, call, function, (AttributeSet) set)),
                builtin("zipAttrsWith")
                        .function("function")
                        .list("sets")
                        .doc("Joins sets: the function gets each name and the list of the values that the sets have"
                                + " for it.")
                        .example(
                                "builtins.zipAttrsWith (name: values: { inherit name values; }) [ { x = 1; } { x = 2;"
                                        + " y = 3; } ]",
                                "{ x = { name = \"x\"; values = [ 1 2 ]; }; y = { name = \"y\"; values = [ 3 ]; }; }")
                        .lateCaller((context, call, function, sets) -> zip(context, call, function, (ListValue) sets)));
    }

    private static ListValue names(AttributeSet set) {
        var names = new Object[set.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = set.name(i);
        }
        return names.length == 0 ? ListValue.EMPTY : new ListValue(names);
    }

    private static ListValue values(AttributeSet set) {
        var values = new Object[set.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = set.value(i);
        }
        return values.length == 0 ? ListValue.EMPTY : new ListValue(values);
    }

    private static Object get(String name, AttributeSet set) {
        Object value = set.forced(name);
        if (value == null) {
            throw new KwixException(
                            ErrorCode.MISSING_ATTRIBUTE, "The set has no attribute `" + Describe.attribute(name) + "`.")
                    .withSubject(Describe.text(name))
                    .withHint(Suggestions.forName(name, set));
        }
        return value;
    }

    /** Only places in files are known, as in the reference; those in an expression of the command line are not. */
    private static Object position(String name, AttributeSet set) {
        int index = set.indexOf(name);
        Place place = index < 0 ? null : set.place(index);
        return Positions.of(place);
    }

    private static AttributeSet remove(BuiltinContext context, AttributeSet set, ListValue list) {
        NameTable names = set.names();
        var removed = new boolean[names.size()];
        int rest = removed.length;
        for (int i = 0; i < list.size(); i++) {
            context.poll(i);
            int index = names.indexOf(Needed.plainString(list.force(i), "removeAttrs", "each element of argument 2"));
            if (index >= 0 && !removed[index]) {
                removed[index] = true;
                rest--;
            }
        }
        var kept = new int[rest];
        for (int i = 0, at = 0; i < removed.length; i++) {
            if (!removed[i]) {
                kept[at++] = i;
            }
        }
        return set.only(kept);
    }

    private static AttributeSet fromList(BuiltinContext context, ListValue list) {
        String builtin = "listToAttrs";
        var result = new AttributeSetBuilder(list.size());
        for (int i = 0; i < list.size(); i++) {
            context.poll(i);
            AttributeSet entry = Needed.set(list.force(i), builtin, "each element of its list");
            Object given = Needed.attribute(entry, "name", builtin, "each element of its list");
            String name = Needed.plainString(given, builtin, "the attribute `name` of each element");
            int index = entry.indexOf("value");
            // Of a name that comes again nobody needs a value.
            if (index >= 0 || result.indexOf(name) < 0) {
                Object value = Needed.attribute(entry, "value", builtin, "each element of its list");
                result.put(name, value, entry.place(index));
            }
        }
        return result.build();
    }

    private static ListValue collect(BuiltinContext context, String name, ListValue sets) {
        var found = new ArrayList<Object>();
        for (int i = 0; i < sets.size(); i++) {
            context.poll(i);
            Object value = Needed.set(sets.force(i), "catAttrs", "each element of argument 2")
                    .get(name);
            if (value != null) {
                found.add(value);
            }
        }
        return ListValue.of(found);
    }

    private static AttributeSet map(BuiltinContext context, @Nullable Located call, Object function, AttributeSet set) {
        if (set.isEmpty()) {
            return AttributeSet.EMPTY;
        }
        var calls = new DeferredCalls(
                function, "`builtins.mapAttrs`", call, context.evaluation().log());
        var values = new Object[set.size()];
        for (int i = 0; i < values.length; i++) {
            context.poll(i);
            values[i] = calls.of(set.name(i), set.value(i));
        }
        return new AttributeSet(set.names(), values, null);
    }

    private static AttributeSet zip(BuiltinContext context, @Nullable Located call, Object function, ListValue list) {
        var sets = new AttributeSet[list.size()];
        int count = 0;
        for (int i = 0; i < sets.length; i++) {
            context.poll(i);
            sets[i] = Needed.set(list.force(i), "zipAttrsWith", "each element of argument 2");
            count += sets[i].size();
        }
        var names = new String[count];
        var values = new Object[count];
        int at = 0;
        for (AttributeSet set : sets) {
            for (int i = 0; i < set.size(); i++) {
                names[at] = set.name(i);
                values[at++] = set.value(i);
            }
        }
        var calls = new DeferredCalls(
                function, "`builtins.zipAttrsWith`", call, context.evaluation().log());
        return zipped(names, values, NameOrder.of(names, count), calls);
    }

    /** @param order of the names, in which equal ones follow each other */
    private static AttributeSet zipped(String[] names, Object[] values, int[] order, DeferredCalls calls) {
        var result = new AttributeSetBuilder(order.length);
        for (int begin = 0, end; begin < order.length; begin = end) {
            String name = names[order[begin]];
            end = begin + 1;
            while (end < order.length && names[order[end]].equals(name)) {
                end++;
            }
            var all = new Object[end - begin];
            for (int i = begin; i < end; i++) {
                all[i - begin] = values[order[i]];
            }
            result.put(name, calls.of(name, new ListValue(all)));
        }
        return result.build();
    }
}
